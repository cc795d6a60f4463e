import type { atDesk, Day } from './day.fixture.ts'
import { further } from './visit.ts'

/** What is sold is signed for, what is not is lost, and customers are looked after. */
export async function afternoon(
  deed: Day['deed'],
  { page, press, link, title, told, dialog }: ReturnType<typeof atDesk>,
) {
  await deed('make a contract of it', async () => {
    await press('Muut toiminnot')
    await page.getByRole('menuitem', { name: 'Tee sopimus' }).click()
    await dialog.getByLabel('Mitä sovitaan').fill('Huoltosopimus')
    await dialog.getByRole('button', { name: 'Uusi sopimus' }).click()
    await page.getByRole('button', { name: 'Merkitse allekirjoitetuksi' }).first().waitFor()
  })
  await deed('sign the contract', async () => {
    await press('Merkitse allekirjoitetuksi')
    const sure = dialog.getByRole('button', { name: 'Merkitse allekirjoitetuksi' })
    if (await sure.isVisible().catch(() => false)) await sure.click()
    await told('Sopimus allekirjoitettu')
  })
  await deed('see the delivery list', async () => {
    await link('Toimitukset')
    await title('Toimitukset')
  })
  await deed('look at what is sold', async () => {
    await link('Tuotteet')
    await title('Tuotteet')
  })
  await deed('look at the forecast', async () => {
    await link('Myyntiputki')
    await page.getByText('Ennuste', { exact: true }).click()
    await told('Ennuste kuukausittain')
  })
  await deed('add an opportunity', async () => {
    await page.getByText('Taulu', { exact: true }).click()
    await press('Uusi mahdollisuus')
    await dialog.getByLabel('Mitä asiakas tarvitsee').fill('Aurinkopaneelit katolle')
    await dialog
      .getByRole('combobox')
      .or(dialog.getByRole('textbox', { name: /Hae yritys/ }))
      .first()
      .fill('rinteen')
    await page
      .getByRole('option', { name: /Rinteen Leipomo/ })
      .first()
      .click()
    await dialog
      .getByRole('button', { name: /Tallenna|Lisää|Uusi mahdollisuus/ })
      .last()
      .click()
    await told('Mahdollisuus lisätty')
  })
  await deed('move it on', async () => {
    await page.getByRole('button', { name: 'Toiminnot: Aurinkopaneelit katolle' }).click()
    await page.getByRole('menuitem', { name: 'Tarve selvitetty' }).click()
    await told(/siirretty vaiheeseen Tarve selvitetty/)
  })
  await deed('lose it', async () => {
    await page.getByRole('button', { name: 'Toiminnot: Aurinkopaneelit katolle' }).click()
    await page.getByRole('menuitem', { name: 'Hävitty' }).click()
    await page.getByRole('radio', { name: 'Siirtyi myöhemmäksi' }).check()
    await press('Merkitse hävityksi')
    await told('Siirtyi myöhemmäksi')
  })
  await deed('look at the companies of Tampere', async () => {
    await link('Yritykset')
    await title('Yritykset')
    await page.getByPlaceholder('Hae luettelosta').fill('koivun')
    await page
      .getByRole('link', { name: /Koivun/ })
      .first()
      .waitFor()
  })
  await deed('open one', async () => {
    await link(/Koivun/)
    await title(/Koivun/)
  })
  await deed('read its timeline', async () => {
    await page.getByRole('tab', { name: 'Aikajana' }).click()
    await page.getByRole('button', { name: 'Kirjoita muistiinpano' }).waitFor()
  })
  await deed('keep a document', async () => {
    await page.getByRole('tab', { name: 'Asiakirjat' }).click()
    const content = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF')
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'Muistio.pdf', mimeType: 'application/pdf', buffer: content })
    await told('Asiakirja lisätty')
  })
  await deed('plan a meeting', async () => {
    await page.getByRole('tab', { name: 'Aikajana' }).click()
    await press('Puhelu tai tapaaminen')
    await dialog.getByText('Tapaaminen', { exact: true }).click()
    await dialog.getByLabel('Aihe').fill('Vuosikatsaus')
    await dialog.getByRole('button', { name: 'Tallenna' }).click()
    await told('Vuosikatsaus')
  })
  await deed('see where a value is from', async () => {
    await page.getByRole('tab', { name: 'Yleiskuva' }).click()
    await press(/^Tietolähde: Yrityksen nimi/)
  })
  await deed('look at all orders', async () => {
    await page.keyboard.press('Escape')
    await link('Tilaukset')
    await title('Tilaukset')
  })
  await deed('answer the enquiry', async () => {
    await link('Yhteydenotot')
    await page.locator('a[href^="/desk/enquiries/"]').first().click()
    await further(page, 'Merkitse vastatuksi')
    await told('Merkitty vastatuksi')
  })
  await deed('end the day with tomorrow’s tasks', async () => {
    await link('Oma päivä')
    await title(/./)
  })
}

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aDay } from './day.fixture.ts'
import { aVisit } from './visit.ts'

const site = await aSite({ staff: 'demo' })
const browser = await openBrowser()
after(() => browser.close())

test('a question that only privacy asks is counted when it comes without an answer', async () => {
  const visit = await aVisit(browser, site.url)
  const { deed, asked } = await aDay(visit.page)
  await deed('be asked', async () => {
    await visit.page.setContent(`<div data-asks="source"><input required></div><div data-asks="reason"><input required value="x"></div>
      <div data-asks="why" data-asks-alone><input value="x"></div>`)
    await visit.page.waitForTimeout(600)
  })
  assert.deepEqual(asked(), ['be asked: source', 'be asked: why'])
  await visit.context.close()
})

test('a day of forty deeds in sales meets at most two questions that a system without privacy would not ask', async () => {
  const visit = await aVisit(browser, site.url, { viewport: { width: 1440, height: 1000 } })
  const { page } = visit
  const { deed, deeds, asked } = await aDay(page)
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const link = (name: string | RegExp) => page.getByRole('link', { name }).first().click()
  const dialog = page.getByRole('dialog')
  const title = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
  const told = (text: string | RegExp) => page.getByText(text).first().waitFor()

  await deed('sign in and see the day', async () => {
    await page.goto(await site.linkFor('saku'))
    await page.getByRole('button').click()
    await title(/./)
  })
  await deed('open the inbox', async () => {
    await link('Yhteydenotot')
    await title('Yhteydenotot')
  })
  await deed('open an enquiry', async () => {
    await page.locator('a[href^="/desk/enquiries/"]').first().click()
    await page.getByRole('button', { name: /Ota käsittelyyn|Otan tämän/ }).waitFor()
  })
  await deed('take it', async () => {
    await press('Otan tämän')
    await told('Käsittelijä vaihdettu')
  })
  await deed('make an opportunity of it', async () => {
    await press('Tee mahdollisuus')
    await title(/./)
    await told('Yhteydenotosta tehtiin mahdollisuus')
  })
  await deed('open the pipeline', async () => {
    await link('Myyntiputki')
    await title('Myyntiputki')
  })
  await deed('add a company', async () => {
    await page.goto('/desk/companies/new')
    await page.getByLabel('Yrityksen nimi').fill('Rinteen Leipomo Oy')
    await page.getByLabel('Yrityksen sähköposti').fill('toimisto@rinne.example')
    await press('Lisää rekisteriin')
    await title('Rinteen Leipomo Oy')
  })
  await deed('add a contact', async () => {
    await press('Lisää yhteyshenkilö')
    await page.getByLabel('Etunimi').fill('Sirkka')
    await page.getByLabel('Sukunimi').fill('Mäki')
    await press('Lisää sähköpostiosoite')
    await page.getByRole('textbox', { name: 'Yhteyshenkilön sähköposti' }).fill('sirkka.maki@rinne.example')
    await press('Lisää rekisteriin')
    await title('Rinteen Leipomo Oy')
  })
  await deed('add another contact', async () => {
    await press('Lisää yhteyshenkilö')
    await page.getByLabel('Etunimi').fill('Reijo')
    await page.getByLabel('Sukunimi').fill('Mäki')
    await press('Lisää rekisteriin')
    await title('Rinteen Leipomo Oy')
  })
  await deed('correct the company', async () => {
    await press('Muokkaa')
    await page.getByLabel('Yrityksen puhelinnumero').fill('010 000 7777')
    await press('Tallenna')
    await title('Rinteen Leipomo Oy')
    await told(/7777/)
  })
  await deed('open the contact', async () => {
    await link('Sirkka Mäki')
    await title('Sirkka Mäki')
  })
  await deed('write a note', async () => {
    await page.getByRole('tab', { name: 'Aikajana' }).click()
    await press('Kirjoita muistiinpano')
    await dialog.getByLabel('Muistiinpano').fill('Toivoo käyntiä ennen pääsiäistä.')
    await dialog.getByRole('button', { name: 'Tallenna' }).click()
    await told('Muistiinpano tallennettu')
  })
  await deed('log a call', async () => {
    await press('Puhelu tai tapaaminen')
    await dialog.getByLabel('Aihe').fill('Kartoitus puhelimessa')
    await dialog.getByRole('button', { name: 'Tallenna' }).click()
    await told('Kartoitus puhelimessa')
  })
  await deed('add a task', async () => {
    await press('Lisää tehtävä')
    await dialog.getByLabel('Mitä tehdään').fill('Varaa käynti leipomoon')
    await dialog.getByRole('button', { name: 'Tallenna' }).click()
    await told('Tehtävä lisätty')
  })
  await deed('tick a task off', async () => {
    await page.goto('/desk/tasks')
    await page
      .getByRole('checkbox', { name: /Varaa käynti leipomoon/ })
      .or(page.getByRole('button', { name: 'Merkitse tehdyksi: Varaa käynti leipomoon' }))
      .first()
      .click()
    await told('Tehtävä tehty')
  })
  await deed('find the company again', async () => {
    await press(/^Haku ja komennot/)
    await page.getByRole('dialog').getByRole('textbox').fill('rinteen')
    await page.getByRole('dialog').getByText('Rinteen Leipomo Oy').first().click()
    await title('Rinteen Leipomo Oy')
  })
  await deed('begin a quote', async () => {
    await link('Tarjoukset')
    await title('Tarjoukset')
    await press('Uusi tarjous')
    await dialog.getByRole('combobox').or(dialog.getByRole('textbox')).first().fill('rinteen')
    await page
      .getByRole('option', { name: /Rinteen Leipomo/ })
      .first()
      .click()
    await page.getByLabel('Aihe').waitFor()
  })
  await deed('write its lines', async () => {
    await page.getByLabel('Aihe').fill('Uunien lämmöntalteenotto')
    await press('Lisää rivi')
    await page.getByLabel('Rivi 1: Tuote tai palvelu').fill('Lämmöntalteenotto, asennettuna')
    await page.getByLabel('Rivi 1: Hinta ilman alv').fill('4800')
    await press('Lisää rivi')
    await page.getByLabel('Rivi 2: Tuote tai palvelu').fill('Käyttöönotto')
    await page.getByLabel('Rivi 2: Hinta ilman alv').fill('390')
    await press('Tallenna')
    await told('Tallennettu')
  })
  await deed('send it', async () => {
    await press('Lähetä asiakkaalle')
    await told('Asiakkaan linkki')
  })
  await deed('revise it', async () => {
    await press('Muut toiminnot')
    await page.getByRole('menuitem', { name: 'Tee uusi versio' }).click()
    await page.getByLabel('Rivi 2: Hinta ilman alv').fill('290')
  })
  await deed('send the new version', async () => {
    await press('Lähetä versio 2')
    await told('Asiakkaan linkki')
  })
  await deed('write down that the customer accepted by phone', async () => {
    await press('Asiakas hyväksyi')
    await dialog.getByLabel('Kuka vastasi').fill('Sirkka Mäki')
    await dialog.getByRole('button', { name: 'Asiakas hyväksyi' }).click()
    await page.getByRole('link', { name: 'Avaa tilaus' }).waitFor()
  })
  await deed('open the order', async () => {
    await link('Avaa tilaus')
    await page.getByText('Tilattu').first().waitFor()
  })
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
    await press('Merkitse vastatuksi')
    await told('Merkitty vastatuksi')
  })
  await deed('end the day with tomorrow’s tasks', async () => {
    await link('Oma päivä')
    await title(/./)
  })
  assert.ok(deeds.length >= 40, `${deeds.length} deeds`)
  assert.ok(asked().length <= 2, asked().join('\n'))
  await visit.leave()
})

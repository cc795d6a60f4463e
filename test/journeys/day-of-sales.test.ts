import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aDay, atDesk } from './day.fixture.ts'
import { afternoon } from './day-of-sales.fixture.ts'
import { aVisit, further } from './visit.ts'

const site = await aSite({ staff: 'demo' })
const browser = await openBrowser()
after(() => browser.close())

test('a day of forty deeds in sales meets at most two questions that a system without privacy would not ask', async (t) => {
  const visit = await aVisit(browser, site.url, { viewport: { width: 1440, height: 1000 } })
  const { page } = visit
  const { deed, deeds, asked, counted } = await aDay(page)
  const desk = atDesk(page)
  const { press, link, title, told, dialog } = desk

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
    await further(page, 'Tee mahdollisuus')
    await page.waitForURL('**/desk/opportunities/*')
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
    await page.getByRole('textbox', { name: 'Aihe' }).waitFor()
  })
  await deed('write its lines', async () => {
    await page.getByRole('textbox', { name: 'Aihe' }).fill('Uunien lämmöntalteenotto')
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
    await press('Viimeistele ja lukitse')
    await told('Asiakkaan linkki')
  })
  await deed('revise it', async () => {
    await press('Muut toiminnot')
    await page.getByRole('menuitem', { name: 'Tee uusi versio' }).click()
    await page.getByLabel('Rivi 2: Hinta ilman alv').fill('290')
  })
  await deed('send the new version', async () => {
    await press('Viimeistele versio 2')
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
  await afternoon(deed, desk)
  t.diagnostic(counted())
  assert.ok(deeds.length >= 40, `${deeds.length} deeds`)
  assert.ok(asked().length <= 2, asked().join('\n'))
  await visit.leave()
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { sql } from 'kysely'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, further, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const sales = site.as('saku')
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}
const firm = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
const maija = await made('/people', { values: { 'person.name': 'Maija Mäki' }, company: firm.id, source: 'contact' })
const enquiry = await made('/enquiries', {
  ...{ channel: 'email', person: maija.id, company: firm.id, source: 'quote-request' },
  message: 'Lämpöpumput halliin\nTarjous kolmesta pumpusta asennettuna, kiitos.',
})
const late = await made('/quote-requests', { company: firm.id, title: 'Vanhan pumpun huolto', answerBy: '2030-01-01' })
await sql`update register.quote_request set answer_by = '2020-01-01' where id = ${late.id}::uuid`.execute(
  site.register.db.owner(),
)

const atDesk = async (options = {}) => {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor('saku'))
  await visit.page.getByRole('button', { name: /^Kirjaudu|^Jatka/ }).click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}
const picture = async (page: Page, name: string) => {
  if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/qr-${name}.png`, fullPage: true })
}

test('on a phone an enquiry becomes a request, the request a quote, and the quote that is finished answers it', async () => {
  const { page, accessible, leave } = await atDesk(phone)
  await page.goto(`/desk/enquiries/${enquiry.id}`)
  await further(page, 'Kirjaa tarjouspyynnöksi')
  const form = page.getByRole('dialog')
  assert.equal(await form.getByLabel('Mitä pyydetään').inputValue(), 'Lämpöpumput halliin')
  assert.match(await form.getByLabel('Asiakkaan toive').inputValue(), /kolmesta pumpusta/)
  await form.getByRole('button', { name: 'Lisää rivi' }).click()
  await form.getByLabel('Rivi 1: Tuote tai työ').fill('Lämpöpumppu asennettuna')
  await form.getByLabel('Rivi 1: Määrä').fill('3')
  await form.getByLabel('Rivi 1: Yksikkö').fill('kpl')
  await form.getByLabel('Vastattava viimeistään').fill('2020-01-31')
  await form.getByRole('button', { name: 'Kirjaa tarjouspyyntö' }).click()
  await form.getByText('Päivä on jo mennyt').waitFor()
  assert.equal(
    await form.getByLabel('Rivi 1: Tuote tai työ').inputValue(),
    'Lämpöpumppu asennettuna',
    'nothing is lost',
  )
  await accessible()
  await picture(page, '1-form-phone')
  await form.getByLabel('Vastattava viimeistään').fill('2030-01-31')
  await form.getByRole('button', { name: 'Kirjaa tarjouspyyntö' }).click()
  await page.waitForURL('**/desk/quote-requests/*')
  const request = page.url()
  await page.getByRole('heading', { level: 1, name: 'Lämpöpumput halliin' }).waitFor()
  await page.getByText('Avoin', { exact: true }).first().waitFor()
  await accessible()
  await picture(page, '2-request-phone')
  await page.getByLabel('Asiakkaan viite').fill('TP 14/2026')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Tarjouspyyntö tallennettu').waitFor()
  await page.getByLabel('Asiakkaan viite').fill('TP 15/2026')
  // What was typed is saved before its quote is made, also after it was saved once.
  await page.getByRole('button', { name: 'Tee tarjous' }).click()
  await page.waitForURL('**/desk/quotes/*')
  const line = page.getByRole('listitem', { name: 'Rivi 1', exact: true })
  assert.equal(await line.getByLabel('Tuote tai palvelu', { exact: true }).inputValue(), 'Lämpöpumppu asennettuna')
  await line.getByLabel('Hinta ilman alv', { exact: true }).fill('2400')
  await page.getByText('9 036,00 €').first().waitFor()
  await page.getByRole('button', { name: 'Viimeistele ja lukitse' }).click()
  await page.getByText('Asiakkaan linkki', { exact: true }).waitFor()
  await page
    .getByRole('navigation', { name: 'Kaupan kulku' })
    .getByRole('link', { name: /Tarjouspyyntö/ })
    .click()
  await page.waitForURL(request)
  await page.getByText('Vastattu', { exact: true }).first().waitFor()
  await page.getByText('TP 15/2026').waitFor()
  await accessible()
  await picture(page, '3-answered-phone')
  await page.goto(`/desk/enquiries/${enquiry.id}`)
  await page.getByRole('link', { name: 'Avaa tarjouspyyntö' }).waitFor()
  if (await page.getByRole('button', { name: 'Muut toiminnot' }).isVisible())
    await page.getByRole('button', { name: 'Muut toiminnot' }).click()
  for (const name of ['Kirjaa tarjouspyynnöksi', 'Poista yhteydenotto'])
    assert.equal(await page.getByText(name).count(), 0, 'it led on: it is not deleted')
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  await accessible()
  await picture(page, '3-enquiry-led-on-phone')
  await page.getByRole('link', { name: 'Avaa tarjouspyyntö' }).click()
  await page.waitForURL(request)
  await leave(/422/)
})

test('whoever notes what a colleague has just noted is shown the way to it, and keeps what was typed', async () => {
  const { page, accessible, leave } = await atDesk()
  const came = await made('/enquiries', {
    ...{ channel: 'phone', company: firm.id, source: 'quote-request', message: 'Tarjous katosta' },
  })
  await page.goto(`/desk/enquiries/${came.id}`)
  await further(page, 'Kirjaa tarjouspyynnöksi')
  const form = page.getByRole('dialog')
  await form.getByLabel('Asiakkaan viite').fill('K 7')
  const { id } = await made(`/enquiries/${came.id}/quote-request`, {})
  await form.getByRole('button', { name: 'Kirjaa tarjouspyyntö' }).click()
  await form.getByText('Yhteydenotosta on jo kirjattu tarjouspyyntö.').waitFor()
  assert.equal(await form.getByLabel('Asiakkaan viite').inputValue(), 'K 7')
  await accessible()
  await picture(page, '7-noted-already')
  await form.getByRole('link', { name: 'Avaa tarjouspyyntö' }).click()
  await page.getByRole('button', { name: 'Hylkää muutokset' }).click()
  await page.waitForURL(`**/desk/quote-requests/${id}`)
  // The address changes before the page, and the window left behind has a field of the same name.
  await form.waitFor({ state: 'detached' })
  // What is being typed is saved before the request is closed.
  await page.getByLabel('Asiakkaan viite').fill('K 8')
  await page.getByRole('button', { name: 'Muut toiminnot' }).click()
  await page.getByRole('menuitem', { name: 'Asiakas perui pyynnön' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Asiakas perui pyynnön' }).click()
  await page.getByText('Peruttu', { exact: true }).first().waitFor()
  await page.getByText('K 8', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Avaa uudelleen' }).click()
  await page.getByText('Avoin', { exact: true }).first().waitFor()
  assert.equal(await page.getByLabel('Asiakkaan viite').inputValue(), 'K 8')
  await leave(/409/)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`at the desk, in ${colorScheme} colours: what is late is marked; one not quoted says why, and opens again`, async () => {
    const { page, accessible, leave } = await atDesk({ colorScheme, viewport: { width: 1280, height: 900 } })
    await page.goto('/desk/quote-requests')
    await page.getByRole('heading', { level: 1, name: 'Tarjouspyynnöt' }).waitFor()
    await page.getByRole('button', { name: 'Uusi tarjouspyyntö' }).click()
    await page.getByRole('textbox', { name: 'Mitä pyydetään' }).fill('Ilman asiakasta')
    await page.getByRole('button', { name: 'Kirjaa tarjouspyyntö' }).click()
    await page.getByText('Valitse, kuka tarjousta pyytää.').waitFor()
    await accessible('with a pop-up')
    await picture(page, `4-new-${colorScheme}`)
    await page.getByRole('button', { name: 'Peruuta' }).click()
    await page.getByRole('row', { name: /Vanhan pumpun huolto.*Myöhässä/ }).waitFor()
    await accessible()
    await picture(page, `4-list-${colorScheme}`)
    await page.getByRole('link', { name: 'Vanhan pumpun huolto' }).click()
    await page.waitForURL(`**/desk/quote-requests/${late.id}`)
    await page.getByText('Myöhässä', { exact: true }).waitFor()
    await accessible()
    await picture(page, `5-late-${colorScheme}`)
    await page.getByRole('button', { name: 'Muut toiminnot' }).click()
    await page.getByRole('menuitem', { name: 'Älä tarjoa' }).click()
    const asking = page.getByRole('dialog')
    await asking.getByRole('button', { name: 'Älä tarjoa' }).click()
    await asking.getByText('Kerro, miksi pyyntöön ei tarjota').waitFor()
    await asking.getByLabel('Miksi ei tarjota').fill('Malli on poistunut valikoimasta')
    await accessible()
    await asking.getByRole('button', { name: 'Älä tarjoa' }).click()
    await page.getByText('Malli on poistunut valikoimasta').waitFor()
    await page.getByText('Ei tarjottu', { exact: true }).first().waitFor()
    await accessible()
    await picture(page, `6-declined-${colorScheme}`)
    await page.getByRole('button', { name: 'Avaa uudelleen' }).click()
    await page.getByText('Avoin', { exact: true }).first().waitFor()
    await leave(/422/)
  })

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { sendQueuedPapers } from '#dealings'
import { openBrowser } from '#test/chromium'
import type { CastName } from '#test/people'
import { aSite } from '#test/site'
import { aVisit, further, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const sales = site.as('saku')
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path} ${answer.body}`)
  return answer.json()
}
const aino = await made('/people', { values: { 'person.name': 'Aino Harju' }, source: 'quote-request' })
const enquiry = await made('/enquiries', {
  ...{ channel: 'phone', message: 'Lämpöpumppu omakotitaloon', person: aino.id, source: 'quote-request' },
})
const company = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
const maija = await made('/people', { values: { 'person.name': 'Maija Mäki' }, company: company.id, source: 'contact' })
await made('/people', { values: { 'person.name': 'Nea Nimetön' }, kind: 'representative', source: 'contact' })

const atDesk = async (who: CastName, options = {}) => {
  const visit = await aVisit(browser, site.url, { ...phone, ...options })
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('button', { name: /^Kirjaudu|^Jatka|^Logga/ }).click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}
const picture = async (page: Page, name: string) => {
  if (process.env.SCREENS) await page.screenshot({ path: `${process.env.SCREENS}/sp-${name}.png`, fullPage: true })
}
const write = async (page: Page, column: string, n: number, value: string) =>
  page
    .getByRole('listitem', { name: `Rivi ${n}`, exact: true })
    .getByLabel(column, { exact: true })
    .fill(value)
let link = ''
let order = ''

test('on a phone an enquiry becomes an opportunity, the opportunity a quote, and the quote goes to its customer', async () => {
  const { page, accessible, leave } = await atDesk('saku')
  await page.goto(`/desk/enquiries/${enquiry.id}`)
  await page.getByRole('heading', { level: 1, name: 'Aino Harju' }).waitFor()
  await accessible()
  await picture(page, '1-enquiry')
  await further(page, 'Tee mahdollisuus')
  await page.waitForURL('**/desk/opportunities/*')
  await page.getByRole('heading', { level: 1, name: 'Lämpöpumppu omakotitaloon' }).waitFor()
  await accessible()
  await picture(page, '2-opportunity')
  await page.getByRole('button', { name: 'Tee tarjous' }).click()
  await page.waitForURL('**/desk/quotes/*')
  await page.getByRole('button', { name: 'Lisää rivi' }).click()
  await write(page, 'Tuote tai palvelu', 1, 'Lämpöpumppu asennettuna')
  await write(page, 'Määrä', 1, '1')
  await write(page, 'Hinta ilman alv', 1, '2400')
  await page.getByText('3 012,00 €').first().waitFor()
  await accessible()
  await picture(page, '3-quote-draft')
  await page.getByRole('button', { name: 'Viimeistele ja lukitse' }).click()
  await page.getByText('Asiakkaan linkki', { exact: true }).waitFor()
  link = (await page.locator('.customer-link').textContent()) ?? ''
  await accessible()
  await picture(page, '4-quote-sent')
  await leave()
})

test('the customer gives an address as they accept, having been told of marketing; what is wrong is said at its field', async () => {
  const { page, context, accessible, askedNobodyElse, leave } = await aVisit(browser, site.url, phone)
  await page.goto(link)
  await page.getByLabel('Nimesi').fill('Aino Harju')
  await page.getByLabel('Sähköpostisi').fill('aino.harju')
  assert.equal(await page.getByLabel('En halua markkinointia sähköpostiini').isChecked(), false)
  await accessible()
  await picture(page, '5-public')
  await page.getByRole('button', { name: 'Hyväksyn ja tilaan' }).click()
  await page.getByText('Tarkista sähköpostiosoite').waitFor()
  assert.equal(await page.getByLabel('Nimesi').inputValue(), 'Aino Harju')
  await accessible()
  await picture(page, '6-public-wrong')
  await page.getByLabel('Sähköpostisi').fill('aino@harju.example')
  await page.getByRole('button', { name: 'Hyväksyn ja tilaan' }).click()
  await page.getByText(/Aino Harju hyväksyi tarjouksen/).waitFor()
  assert.deepEqual(await context.cookies(), [])
  askedNobodyElse()
  await picture(page, '7-public-accepted')
  await leave(/422/)
})

test('the card says with which order the address came, and leads to it', async () => {
  const { page, accessible, leave } = await atDesk('saku')
  await page.goto(`/desk/people/${aino.id}`)
  await page.getByText('aino@harju.example').first().waitFor()
  await accessible()
  await picture(page, '8-card')
  await page.getByRole('link', { name: 'Avaa tilaus, josta tieto saatiin' }).click()
  await page.waitForURL('**/desk/orders/*')
  order = page.url()
  await page.getByRole('heading', { level: 1, name: /Tilaus M\d+/ }).waitFor()
  await accessible()
  await picture(page, '9-order')
  await leave()
})

test('the address is nobody’s yet: its mail carries a link with one button, and staff who know may say so themselves', async () => {
  const letters: { to: string; text: string }[] = []
  const mail = { send: async (letter: { to: string; text: string }) => void letters.push(letter) }
  await sendQueuedPapers(site.register, { mail, publicUrl: site.url })
  // Where the minute's round came first, it has gone by mail.
  const { text } = letters[0] ?? (await site.mailTo('aino@harju.example'))
  const proof = /http\S+\/e\/\S+/.exec(text)?.[0] ?? ''
  const reader = await aVisit(browser, site.url, phone)
  await reader.page.goto(proof)
  await reader.page.getByRole('button', { name: 'Vahvista osoite' }).waitFor()
  await reader.accessible()
  await picture(reader.page, '9a-proof')

  const { page, accessible, leave } = await atDesk('saku')
  await page.goto(`/desk/people/${aino.id}`)
  await page.getByText('Osoitetta ei ole vahvistettu').waitFor()
  await accessible()
  await picture(page, '9b-unproven')
  await page.getByRole('button', { name: 'Vahvista osoite' }).click()
  await page.getByText('Osoitetta ei ole vahvistettu').waitFor({ state: 'detached' })
  await leave()

  await reader.page.getByRole('button', { name: 'Vahvista osoite' }).click()
  await reader.page.getByText('Linkki ei ole enää voimassa').waitFor()
  await reader.accessible()
  assert.deepEqual(await reader.context.cookies(), [])
  reader.askedNobodyElse()
  await reader.leave(/410/)
})

test('service delivers it and billing invoices it, on the same phone', async () => {
  const service = await atDesk('helmi')
  await service.page.goto(order)
  await service.page.getByRole('button', { name: 'Suunnittele toimitus' }).click()
  await service.page.getByRole('dialog').getByRole('button', { name: 'Suunnittele toimitus' }).click()
  await service.page.waitForURL('**/desk/deliveries/*')
  await service.page.getByRole('button', { name: 'Merkitse toimitetuksi' }).click()
  await service.page.getByRole('heading', { level: 1, name: /Toimitus L\d+/ }).waitFor()
  await service.accessible()
  await picture(service.page, '10-delivery')
  await service.leave()

  const { page, accessible, leave } = await atDesk('bo')
  await page.goto(order)
  await page.getByRole('button', { name: /^(Tee laskuluonnos|Skapa fakturautkast)$/ }).click()
  await page.waitForURL('**/desk/invoices/*')
  await page.getByRole('heading', { level: 1, name: /utkast|luonnos/ }).waitFor()
  await accessible()
  await picture(page, '11-invoice-draft')
  await leave()
})

test('who picks a representative gets the company with them as its contact person; where the company is not known, it is asked (S4.6)', async () => {
  const { page, accessible, leave } = await atDesk('saku')
  await page.goto('/desk/orders/new')
  const finder = page.getByRole('combobox', { name: 'Kenelle?' })
  await finder.fill('Maija')
  await page.getByRole('option', { name: /Maija Mäki/ }).click()
  await page.getByText('Kivelän Puu Oy', { exact: true }).first().waitFor()
  await page.getByText('yhteyshenkilönä Maija Mäki').waitFor()
  await page.getByLabel('Puhelin, jonka asiakas antoi').fill('040 123 4567')
  await write(page, 'Tuote tai palvelu', 1, 'Suodatin')
  await write(page, 'Hinta ilman alv', 1, '20')
  await accessible()
  await picture(page, '12-new-order')
  await page.getByRole('button', { name: 'Kirjaa tilaus' }).click()
  await page.waitForURL(/\/desk\/orders\/[0-9a-f-]{36}/)
  await page.getByRole('link', { name: 'Kivelän Puu Oy' }).first().waitFor()
  await page.getByRole('link', { name: 'Maija Mäki' }).first().waitFor()
  const card = (await sales('GET', `/people/${maija.id}`)).json()
  assert.equal(card.values['person.phone'][0].number, '+358401234567')

  await page.goto('/desk/orders/new')
  await finder.fill('Nea')
  await page.getByRole('option', { name: /Nea Nimetön/ }).click()
  await page.getByText(/^Nea Nimetön on merkitty yrityksen edustajaksi/).waitFor()
  await accessible()
  await picture(page, '13-behind')
  await page.getByRole('button', { name: 'Ostaa itselleen' }).click()
  await page.getByText('Nea Nimetön', { exact: true }).waitFor()
  await page.getByText('Merkitty yksityisasiakkaaksi').waitFor()
  await write(page, 'Tuote tai palvelu', 1, 'Ilmansuodatin')
  await page.getByRole('checkbox', { name: /kerrottiin, että markkinoinnin voi kieltää/ }).check()
  assert.equal(await page.getByLabel(/^Mitä hän osti/).inputValue(), 'Ilmansuodatin', 'what is known is not asked')
  await leave()
})

test('a company that the register does not have is taken in where it is looked for, and its quote goes on', async () => {
  const onni = await made('/people', {
    values: { 'person.name': 'Onni Uusi' },
    kind: 'representative',
    source: 'contact',
  })
  const { id } = await made('/enquiries', {
    ...{ channel: 'phone', message: 'Kaksi lämpöpumppua toimistoon?', person: onni.id, source: 'contact' },
  })
  const { page, accessible, leave } = await atDesk('saku', phone)
  await page.goto(`/desk/enquiries/${id}`)
  await page.getByRole('button', { name: 'Liitä yritykseen' }).click()
  await page.getByRole('combobox', { name: 'Liitä yritykseen' }).fill('Ruusulan Tukku Oy')
  await page.getByRole('option', { name: 'Lisää uusi yritys: Ruusulan Tukku Oy' }).click()
  await page.getByLabel('Uuden yrityksen nimi').waitFor()
  await accessible('with a pop-up')
  await picture(page, '14-new-company')
  await page.getByRole('button', { name: 'Lisää yritys' }).click()
  await page.getByText('Yhteydenotto liitetty').waitFor()
  await page.getByRole('link', { name: 'Ruusulan Tukku Oy' }).click()
  await page.getByRole('link', { name: 'Onni Uusi' }).first().waitFor()
  await leave()
})

test('on a representative’s card a new quote is the company’s', async () => {
  const { page, leave } = await atDesk('saku')
  await page.goto(`/desk/people/${maija.id}?tab=dealings`)
  await page.getByRole('button', { name: 'Uusi tarjous' }).click()
  await page.waitForURL('**/desk/quotes/*')
  await page.getByRole('link', { name: 'Kivelän Puu Oy' }).first().waitFor()
  await leave()
})

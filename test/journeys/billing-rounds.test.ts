import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { anAddress } from '#test/an-address'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { camt, ktl } from '../../src/dealings/payments/payment-files.fixture.ts'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const [sales, billing, service] = [site.as('saku'), site.as('bo'), site.as('helmi')]
const made = async (path: string, body: object, who = sales) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const firm = async (name: string, mail: string) =>
  (await made('/companies', { values: { 'org.name': name, ...anAddress, 'org.email': mail }, source: 'order' }))
    .id as string
const names = { fi: 'Lämpöpumppu 8 kW' }
const { id: product } = await made('/products', {
  ...{ sku: 'LP-08', names, unit: 'pcs', vatCategory: 'S', vatRate: 2550 },
})
const line = {
  id: 'a',
  product,
  text: 'Lämpöpumppu',
  unit: 'pcs',
  quantity: 2000,
  unitPrice: 10_000_000,
  vatRate: 2550,
}
const company = await firm('Rinteen Leipomo Oy', 'toimisto@rinne.example')
const order = (await made('/orders', { company, title: 'Pumput', lines: [line] })).id
const delivery = (await made(`/orders/${order}/deliveries`, { lines: [{ line: 'a', quantity: 2000 }] }, service)).id
await made(`/deliveries/${delivery}/state`, { event: 'delivery' }, service)

test('what is left to bill is seen, billed and sent with one press', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, { viewport: { width: 1280, height: 900 } })
  await enter(page, 'bo')
  await page.goto('/desk/invoices')
  await page.getByRole('link', { name: 'Att fakturera' }).click()
  await page.getByRole('heading', { level: 1, name: 'Att fakturera' }).waitFor()
  await page.getByRole('main').getByText('Beställning').first().waitFor()
  await accessible()
  await page.getByText('Fakturor och utskick').click()
  await page.getByRole('button', { name: 'Fakturera och skicka' }).click()
  await page.getByText('Vad som blev gjort').waitFor()
  await page.getByText('Allt är fakturerat.').waitFor()
  await accessible()
  const mail = await site.mailTo('toimisto@rinne.example')
  assert.match(mail.subject, /1001/)
  await page.getByRole('link', { name: 'Faktura 1001' }).click()
  await page.getByRole('heading', { level: 1, name: 'Faktura 1001' }).waitFor()
  await page.getByRole('link', { name: 'Kundens saldo' }).click()
  await page.getByRole('heading', { level: 1, name: 'Saldo: Rinteen Leipomo Oy' }).waitFor()
  await accessible()
  await leave()
})

test('a complaint is about what was delivered, and billing credits a part of it from the complaint', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, { viewport: { width: 1280, height: 900 } })
  await enter(page, 'helmi')
  await page.goto(`/desk/companies/${company}?tab=dealings`)
  await page.getByRole('button', { name: 'Kirjaa reklamaatio' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Mitä asiakas kertoi').fill('Toinen pumppu ei käynnisty.')
  await form.getByLabel('Toimitettu tuote').click()
  await page.getByRole('option', { name: /Lämpöpumppu · toimitus/ }).click()
  await accessible('with a pop-up')
  await form.getByRole('button', { name: 'Kirjaa reklamaatio' }).click()
  await page.getByText('Toinen pumppu ei käynnisty.').first().waitFor()
  await page.getByText(/Lämpöpumppu 8 kW · kirjattu/).waitFor()
  await page.context().clearCookies()

  await enter(page, 'bo')
  await page.goto(`/desk/companies/${company}?tab=dealings`)
  await page.getByRole('button', { name: 'Kreditera', exact: true }).click()
  const credit = page.getByRole('dialog')
  await credit.getByLabel(/Lämpöpumppu: antal att kreditera/).fill('1')
  await credit.getByText('−1 255,00 €').waitFor()
  await accessible('with a pop-up')
  await credit.getByRole('button', { name: 'Skapa kreditnota' }).click()
  await page
    .getByRole('link', { name: /Kreditnota 1002/ })
    .first()
    .waitFor()
  await page.getByText(/krediterad 2.3.2026/).waitFor()
  await accessible()
  await leave()
})

test('on a phone: a round of reminders goes by mail and by letter, and payments are given to the likeliest invoices', async () => {
  await site.register.setClock('2026-02-02T12:00:00+02:00')
  const other = await firm('Mäen Sauna Oy', 'toimisto@maki.example')
  const { id } = await made('/invoices/drafts', { company: other, lines: [line] }, billing)
  await made(`/invoices/${id}/issue`, {}, billing)
  await site.register.setClock('2026-03-02T12:00:00+02:00')
  const { page, accessible, leave } = await aVisit(browser, site.url, phone)
  await enter(page, 'bo')
  await page.goto('/desk/invoices/reminders')
  await page.getByText('toimisto@maki.example').waitFor()
  await accessible()
  await page.getByRole('button', { name: 'Påminn om en faktura' }).click()
  await page.getByRole('heading', { level: 1, name: /^Påminnelseomgång/ }).waitFor()
  await page.getByText('Skickad', { exact: true }).waitFor()
  await accessible()
  await site.mailTo('toimisto@maki.example')

  const entry = { cents: 251_000, reference: null, payer: 'MÄEN SAUNA OY', archive: 'A1', message: 'pumput' }
  const file = Buffer.from(camt([entry])).toString('base64')
  await made('/payment-files', { file }, billing)
  await page.goto('/desk/payments/allocate')
  await page.getByText('samma belopp · samma namn').waitFor()
  await accessible()
  await page.getByRole('button', { name: 'Allokera betalningen' }).click()
  await page.getByText('Alla betalningar är allokerade.').waitFor()
  assert.equal((await billing('GET', `/invoices/${id}`)).json().openCents, 0)

  await page.goto('/desk/payments/file')
  const list = { name: 'ktl.txt', mimeType: 'text/plain', buffer: Buffer.from(ktl([{ ...entry, archive: '' }])) }
  await page.locator('input[type=file]').setInputFiles(list)
  await page.getByText(/Redan i en fil: kontoavisering/).waitFor()
  await accessible()
  await page.getByRole('button', { name: 'Det här är en annan betalning' }).click()
  await page.getByText('Nya betalningar totalt 2 510,00 €').waitFor()
  await page.getByRole('button', { name: /Det var ändå samma/ }).click()
  await page.getByText('Nya betalningar totalt 0,00 €').waitFor()
  await leave()
})

async function enter(page: Page, who: 'bo' | 'helmi') {
  await page.goto(await site.linkFor(who))
  await page.getByRole('button').first().click()
  await page.waitForURL('**/desk/**')
}

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { anAddress } from '#test/an-address'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const [sales, billing] = [site.as('saku'), site.as('bo')]
const company = (
  await sales('POST', '/companies', {
    values: { 'org.name': 'Rinteen Leipomo Oy', ...anAddress, 'org.businessId': '0000025-4' },
    source: 'order',
  })
).json()
const line = { id: 'a', text: 'Lämpöpumppu', unit: 'pcs', quantity: 2000, unitPrice: 12_345_000, vatRate: 2550 }
const account = { iban: 'FI58 1017 1000 0001 22', bic: 'NDEAFIHH' }
await billing('PUT', '/invoicing', { accounts: [account], vatNumber: 'FI00000174' })
const draft = (await billing('POST', '/invoices/drafts', { company: company.id, lines: [line] })).json()
await billing('POST', `/invoices/${draft.id}/issue`, {})

test('the vouchers of a month are downloaded, and an account that is none is refused at its field', async () => {
  const { page, accessible, leave } = await entered({ viewport: { width: 1280, height: 900 } })
  await page.getByRole('link', { name: 'Bokföring' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bokföring' }).waitFor()
  await accessible()
  await shot(page, 'bookkeeping')
  await page.getByLabel('Månad').fill('2026-03')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Ladda ner verifikaten' }).click(),
  ])
  assert.equal(file.suggestedFilename(), 'vouchers-2026-03.csv')
  assert.match(await readFile(await file.path(), 'utf8'), /1701;3098,60;/)

  await page.getByLabel('Bankkonto').fill('=1910')
  await page.getByRole('button', { name: 'Spara kontona' }).click()
  await page
    .getByText(/har inte en tillåten form/)
    .first()
    .waitFor()
  assert.equal(await page.getByLabel('Bankkonto').inputValue(), '=1910')
  await page.getByLabel('Bankkonto').fill('1911')
  await page.getByRole('button', { name: 'Spara kontona' }).click()
  await page.getByText('Kontona har sparats').waitFor()
  await leave(/422/)
})

test('on a phone, where the company does not invoice itself, a file of bookkeeping is taken and its failed row explained', async () => {
  await billing('PUT', '/invoicing', { issues: false })
  const { page, accessible, leave } = await entered(phone)
  await page.goto('/desk/bookkeeping')
  const csv =
    'Laskunumero;Y-tunnus;Laskupäivä;Eräpäivä;Summa\nK-1;0000025-4;1.2.2026;15.2.2026;10,00\nK-2;0000017-4;1.2.2026;15.2.2026;5,00\n'
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'kirjanpito.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByText('1 hämtade, 0 fanns redan, 1 avvisade').waitFor()
  await page.getByText(/Kunden hittas inte med FO-nummer/).waitFor()
  await accessible()
  await shot(page, 'bookkeeping-phone')
  await leave()
})

test('an invoice is previewed where it stands', async () => {
  const { page, accessible, leave } = await entered({ viewport: { width: 1280, height: 900 } })
  await page.addInitScript(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true }))
  await page.goto(`/desk/invoices/${draft.id}`)
  const paper = page.getByRole('region', { name: 'PDF-dokument' })
  await paper.getByRole('button', { name: 'Förhandsgranska' }).waitFor()
  await accessible()
  await shot(page, 'invoice')
  await paper.getByRole('button', { name: 'Förhandsgranska' }).click()
  const frame = page.getByRole('dialog').locator('iframe')
  await frame.waitFor()
  const shown = await page.request.get(`/api/v1/invoices/${draft.id}/paper.pdf`)
  assert.equal(shown.headers()['x-frame-options'], 'SAMEORIGIN')
  await page.waitForTimeout(800)
  await shot(page, 'preview')
  await leave()
})

async function entered(options: BrowserContextOptions) {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor('bo'))
  await visit.page.getByRole('button').click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}

async function shot(page: Page, name: string) {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` })
}

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { anAddress } from '#test/an-address'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { camt } from '../../src/dealings/payments/payment-files.fixture.ts'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const [sales, billing] = [site.as('saku'), site.as('bo')]
const company = (
  await sales('POST', '/companies', { values: { 'org.name': 'Rinteen Leipomo Oy', ...anAddress }, source: 'order' })
).json().id
const line = { text: 'Uunin huolto', unit: 'kpl', quantity: 1000, unitPrice: 1_000_000, discount: 0, vatRate: 2550 }

async function issued() {
  const { id } = (await billing('POST', '/invoices/drafts', { company, lines: [line] })).json()
  await billing('POST', `/invoices/${id}/issue`, {})
  return (await billing('GET', `/invoices/${id}`)).json()
}

test('an invoice is written, issued, and credited in part with one press', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, { viewport: { width: 1280, height: 900 } })
  await enter(page)
  await page.getByRole('link', { name: 'Fakturor', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Fakturor' }).waitFor()
  await accessible()
  await page.getByRole('link', { name: 'Ny faktura' }).click()
  await page.getByRole('combobox', { name: 'För vem?' }).fill('Rinteen')
  await page.getByRole('option', { name: /Rinteen Leipomo Oy/ }).click()
  await accessible()
  await page.getByRole('button', { name: 'Börja utkast' }).click()
  await page.getByRole('heading', { level: 1, name: 'Fakturautkast' }).waitFor()

  await page.getByRole('button', { name: 'Lägg till rad' }).click()
  const row = page.getByRole('listitem', { name: 'Rad 1' })
  await row.getByLabel(/Vara eller tjänst/).fill('Degmaskin')
  await row.getByLabel(/Antal/).fill('2')
  await row.getByLabel(/Pris/).fill('1000')
  await page.getByLabel('Delbetalningar').check()
  await page.getByLabel('Andel %').first().fill('40')
  await page.getByText('Andelarna är tillsammans 90 %').waitFor()
  await page.getByLabel('Andel %').first().fill('50')
  await accessible()
  await page.getByRole('button', { name: 'Fakturera', exact: true }).click()
  await accessible('with a pop-up')
  await page.getByRole('dialog').getByRole('button', { name: 'Fakturera', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Faktura 1001' }).waitFor()
  await page.getByText('RF08 1001 6').waitFor()
  await accessible()

  await page.getByRole('button', { name: 'Skapa kreditnota' }).click()
  await page.getByLabel('Varför krediteras').fill('Den ena maskinen returnerades')
  await page.getByLabel('Kreditera allt').uncheck()
  await page.getByLabel('Degmaskin: antal att kreditera').fill('1')
  await accessible('with a pop-up')
  await page.getByRole('dialog').getByRole('button', { name: 'Skapa kreditnota' }).click()
  await page.getByRole('link', { name: '1002' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kreditnota 1002' }).waitFor()
  await page.getByText('Den ena maskinen returnerades').first().waitFor()
  await accessible()
  await leave()
})

test('on a phone: a bank’s file pays a part, a reminder follows, a strange payment is given to the rest', async () => {
  await site.register.setClock('2026-02-02T12:00:00+02:00')
  const late = await issued()
  await site.register.setClock('2026-03-02T12:00:00+02:00')
  const { page, accessible, leave } = await aVisit(browser, site.url, phone)
  await enter(page)
  await page.goto('/desk/payments/file')
  const file = (text: string) => ({ name: 'tapahtumat.xml', mimeType: 'text/xml', buffer: Buffer.from(text) })
  const input = page.locator('input[type=file]')
  await page.getByRole('button', { name: 'Välj fil' }).waitFor()
  await input.setInputFiles(file('<Document>'))
  await page.getByRole('alert').getByText('Filen kan inte läsas').waitFor()
  await input.setInputFiles(
    file(
      camt([
        { cents: 5000, reference: late.reference, payer: 'Rinteen Leipomo Oy', archive: 'A1' },
        { cents: 7550, reference: null, payer: 'Sirkka Rinne', archive: 'A2', message: 'bageriets faktura' },
      ]),
    ),
  )
  await page.getByText('Betalar en del: 1').waitFor()
  await page.getByText('Känns inte igen: 1').waitFor()
  await accessible()

  await page.getByRole('button', { name: 'Anteckna betalningarna' }).click()
  await page.getByRole('heading', { level: 1, name: 'Allokera betalningar' }).waitFor()
  await accessible()

  await page.goto('/desk/invoices/reminders')
  await page.getByText(`${late.number} · Rinteen Leipomo Oy`).waitFor()
  await accessible()
  await page.getByRole('checkbox', { name: `${late.number} Rinteen Leipomo Oy` }).check()
  await page.getByRole('button', { name: 'Påminn om en faktura' }).click()
  await page.getByRole('heading', { level: 1, name: /^Påminnelseomgång/ }).waitFor()
  await page.getByRole('link', { name: 'Öppna brevet för utskrift' }).waitFor()
  await accessible()
  await page.getByRole('button', { name: 'Markera som postade' }).click()
  await page.getByText('Postad', { exact: true }).waitFor()
  await page.goto('/desk/invoices/reminders')
  await page.getByText('Det finns inget att påminna om just nu.').waitFor()
  await page.getByText('1 påminnelse').waitFor()
  await accessible()
  await page.goto('/desk/invoices/aged')
  await page.getByRole('link', { name: 'Rinteen Leipomo Oy' }).waitFor()
  await accessible()

  await page.goto('/desk/payments/allocate')
  await page.getByRole('link', { name: 'Sirkka Rinne' }).click()
  await page.getByRole('button', { name: `Allokera till faktura ${late.number}` }).click()
  await page.getByText('Vart betalningen gick').waitFor()
  await accessible()
  await page.getByRole('link', { name: `Faktura ${late.number}` }).click()
  await page.getByText('Betald', { exact: true }).first().waitFor()
  await accessible()
  const { status, openCents, reminders } = (await billing('GET', `/invoices/${late.id}`)).json()
  assert.deepEqual([status, openCents, reminders.length], ['paid', 0, 1])
  await leave(/422/)
})

test('a debt is handed over to collection after a question, and its file for the collector stands beside the sum', async () => {
  await billing('PUT', '/invoicing', { collector: 'Saatavahovi Oy' })
  const debt = { company, number: '7001', issuedOn: '2026-01-02', dueOn: '2026-01-16', amountCents: 124_000 }
  const { id } = (await billing('POST', '/invoices', debt)).json()
  const { page, accessible, leave } = await aVisit(browser, site.url, { viewport: { width: 1280, height: 900 } })
  await enter(page)
  await page.goto(`/desk/invoices/${id}`)
  const handOver = async () => {
    await page.getByRole('button', { name: 'Fler åtgärder' }).click()
    await page.getByRole('menuitem', { name: 'Överför till indrivning' }).click()
    return page.getByRole('dialog', { name: 'Överför till indrivning' })
  }
  await (await handOver()).getByRole('button', { name: 'Avbryt' }).click()
  assert.equal((await billing('GET', `/invoices/${id}`)).json().status, 'open', 'a press too many tells nobody')
  const dialog = await handOver()
  await accessible('with a pop-up')
  await dialog.getByRole('button', { name: 'Överför till indrivning' }).click()
  await page.getByText('Indrivning', { exact: true }).first().waitFor()
  const file = page.getByRole('link', { name: 'Hämta filen för inkassobyrån' })
  assert.equal(await file.getAttribute('href'), `/api/v1/invoices/${id}/collection.csv`)
  await accessible()
  await leave()
})

async function enter(page: Page) {
  await page.goto(await site.linkFor('bo'))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
}

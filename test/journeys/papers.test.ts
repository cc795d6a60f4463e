import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { sql } from 'kysely'
import { openBrowser } from '#test/chromium'
import type { CastName } from '#test/people'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const [sales, billing] = [site.as('saku'), site.as('bo')]
const company = (
  await sales('POST', '/companies', { values: { 'org.name': 'Rinteen Leipomo Oy' }, source: 'quote-request' })
).json()
const contact = (
  await sales('POST', '/people', {
    values: { 'person.name': 'Aino Rinne', 'person.email': 'aino@rinne.example' },
    company: company.id,
    source: 'quote-request',
  })
).json()
const line = { id: 'a', text: 'Lämpöpumppu', unit: 'pcs', quantity: 2000, unitPrice: 12_345_000, vatRate: 2550 }
const quote = (
  await sales('POST', '/quotes', { company: company.id, contact: contact.id, title: 'Lämpöpumput', lines: [line] })
).json()
await billing('PUT', '/invoicing', { accounts: [{ iban: 'FI58 1017 1000 0001 22', bic: 'NDEAFIHH' }] })

test('a quote is previewed as a draft, and once it is sent it goes to its customer in one press, with the PDF', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, { viewport: { width: 1280, height: 900 } })
  await enter(page, 'saku')
  await page.goto(`/desk/quotes/${quote.id}`)
  const paper = page.getByRole('region', { name: 'PDF-asiakirja' })
  await paper.getByText('Luonnosta ei lähetetä.').first().waitFor()
  assert.equal(await paper.getByRole('button', { name: 'Lähetä asiakkaalle' }).getAttribute('aria-disabled'), 'true')
  await accessible()

  await sales('POST', `/quotes/${quote.id}/sending`, {})
  await page.reload()
  await paper.getByText('Lähtee osoitteeseen Aino Rinne, aino@rinne.example').waitFor()
  await accessible()
  await shot(page, 'quote')
  await paper.getByRole('button', { name: 'Lähetä asiakkaalle' }).click()
  await page.getByText('Asiakirja lähetetty').waitFor()
  const mail = await site.mailTo('aino@rinne.example')
  assert.match(JSON.stringify(mail), /T\d+/)
  await paper.getByText(/Aino Rinne · lähetti Saku Koskela/).waitFor()
  await paper.getByText('Lähetetty', { exact: true }).waitFor()
  await accessible('with a pop-up')

  await paper.getByRole('button', { name: 'Esikatsele' }).click()
  const viewer = page.getByRole('dialog', { name: /^Tarjous T/ })
  await viewer.waitFor()
  await shot(page, 'viewer')
  await viewer.getByRole('button', { name: 'Sulje' }).click()
  assert.match((await paper.getByRole('link', { name: 'Lataa PDF' }).getAttribute('href')) ?? '', /paper\.pdf$/)
  await leave()
})

test('a paper of which nobody knows whether it left says so on its card, and is sent again by whoever decides', async () => {
  await sql`update register.paper_sent set state = 'unsure' where document_id = ${quote.id}`.execute(
    site.register.db.owner(),
  )
  for (const look of [phone, { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }]) {
    const { page, accessible, leave } = await aVisit(browser, site.url, look)
    await enter(page, 'saku')
    await page.goto(`/desk/quotes/${quote.id}`)
    const paper = page.getByRole('region', { name: 'PDF-asiakirja' })
    await paper.getByText('Lähdöstä ei ole varmuutta').waitFor()
    await paper.getByText(/Kysy asiakkaalta, ennen kuin lähetät uudelleen/).waitFor()
    await accessible()
    await shot(page, look === phone ? 'unsure-phone' : 'unsure-dark')
    if (look !== phone) {
      await paper.getByRole('button', { name: 'Lähetä uudelleen' }).click()
      await page.getByText('Asiakirja lähetetty').waitFor()
      await paper.getByText('Lähetetty', { exact: true }).waitFor()
    }
    await leave()
  }
})

test('on a phone the recipient is chosen and a message written; what was typed stays when it is refused', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, phone)
  await enter(page, 'saku')
  await page.goto(`/desk/quotes/${quote.id}`)
  const paper = page.getByRole('region', { name: 'PDF-asiakirja' })
  await paper.getByRole('button', { name: 'Valitse vastaanottaja ja kirjoita viesti' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Viesti asiakkaalle').fill('Hetu 131052-308T')
  await shot(page, 'send-phone')
  await accessible('with a pop-up')
  await dialog.getByRole('button', { name: 'Lähetä' }).click()
  await dialog.getByText(/henkilötunnus/i).waitFor()
  assert.equal(await dialog.getByLabel('Viesti asiakkaalle').inputValue(), 'Hetu 131052-308T')
  await dialog.getByLabel('Viesti asiakkaalle').fill('Kuten puhuttiin.')
  await dialog.getByRole('button', { name: 'Lähetä' }).click()
  await page.getByText('Asiakirja lähetetty').waitFor()
  await leave(/422/)
})

test('billing sets the logo and the standing texts; a picture that runs is refused with the reason', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, { viewport: { width: 1280, height: 900 } })
  await enter(page, 'bo')
  await page.goto('/desk/paper-settings')
  await page.getByRole('heading', { level: 1, name: 'Dokumentmallar' }).waitFor()
  const svg = (inside: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">${inside}</svg>`)
  const choose = (buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer })
  await choose(svg('<script>alert(1)</script>'))
  await page.getByRole('alert').filter({ hasText: 'Bilden kan inte användas som logotyp' }).waitFor()
  await choose(svg('<rect width="40" height="20" fill="#175a55"/>'))
  await page.getByRole('img', { name: 'Nuvarande logotyp' }).waitFor()
  await page.getByLabel('Offert', { exact: true }).fill('Hinnat ovat voimassa kuukauden.')
  await page.getByRole('button', { name: 'Spara texterna' }).click()
  await page.getByText('Texterna har sparats').waitFor()
  await accessible('with a pop-up')
  await shot(page, 'settings')
  const { words } = (await billing('GET', '/paper-settings')).json()
  assert.equal(words.quote.fi, 'Hinnat ovat voimassa kuukauden.')
  await leave(/422/)
})

async function enter(page: Page, who: CastName) {
  await page.goto(await site.linkFor(who))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
}

async function shot(page: Page, name: string) {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
}

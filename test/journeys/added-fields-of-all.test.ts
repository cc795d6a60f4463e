import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { stringify } from 'yaml'
import { publish, readStatement } from '#statement'
import { openBrowser } from '#test/chromium'
import { noon } from '#test/register'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

// Fields that no code knows: two must be said of whatever they are about.
const added = [
  {
    id: 'opportunity.lead',
    of: 'sales',
    required: true,
    label: { fi: 'Mistä kuuli', sv: 'Hur hörde', en: 'Heard from' },
  },
  { id: 'opportunity.rival', of: 'sales', label: { fi: 'Kilpailija', sv: 'Konkurrent', en: 'Rival' } },
  { id: 'quote.shelf', of: 'sales', required: true, label: { fi: 'Kansio', sv: 'Mapp', en: 'Folder' } },
  { id: 'complaint.bay', of: 'service', label: { fi: 'Hyllypaikka', sv: 'Hyllplats', en: 'Bay' } },
  { id: 'invoice.project', of: 'billing', label: { fi: 'Projekti', sv: 'Projekt', en: 'Project' } },
  {
    id: 'invoice.story',
    of: 'billing',
    type: 'long-text',
    label: { fi: 'Muistettavaa', sv: 'Att minnas', en: 'To remember' },
  },
] as const

const { statement } = readStatement(await readFile(new URL('../../examples/valo-group.yaml', import.meta.url), 'utf8'))
assert.ok(statement)
for (const { of, ...field } of added) {
  statement.dataCategories.push({ type: 'text', saidIn: 'S5.9', personal: false, ...structuredClone(field) } as never)
  for (const { id, reads, writes } of statement.duties ?? [])
    if (id === of) for (const list of [reads, writes]) list.push(field.id)
}
const site = await aSite()
await publish(
  site.register,
  { by: 'tomas', duty: 'admin', purpose: 'statement', at: noon, under: '1' },
  stringify(statement, { version: '1.2' }),
)
const browser = await openBrowser()
after(() => browser.close())
const sales = site.as('saku')
const firm = (
  await sales('POST', '/companies', { values: { 'org.name': 'Rinteen Leipomo Oy' }, source: 'order' })
).json()

const atDesk = async (who: 'saku' | 'helmi' | 'bo', options: object = { viewport: { width: 1280, height: 900 } }) => {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('button').click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}

test('the quick form of an opportunity asks on a phone what must be said of it, and no more', async () => {
  const { page, accessible, leave } = await atDesk('saku', phone)
  await page.goto('/desk/pipeline')
  await page
    .getByRole('button', { name: /^Lisää vaiheeseen/ })
    .first()
    .click()
  const form = page.locator('form.quick-add')
  await form.getByRole('combobox').first().fill('rinteen')
  await page.getByRole('option', { name: /^Rinteen Leipomo/ }).click()
  await form.getByLabel('Mitä asiakas tarvitsee').fill('Uunit')
  assert.equal(await form.getByLabel('Kilpailija').count(), 0)
  await form.getByRole('button', { name: 'Uusi mahdollisuus' }).click()
  assert.ok(await form.getByLabel('Mistä kuuli').evaluate((input: HTMLInputElement) => input.validity.valueMissing))
  await form.getByLabel('Mistä kuuli').fill('Messuilta')
  await accessible()
  await shot(page, 'quick-phone')
  await form.getByRole('button', { name: 'Uusi mahdollisuus' }).click()
  await form.waitFor({ state: 'detached' })
  const { items } = (
    await sales('POST', '/lists/opportunities/rows', { columns: ['title', 'opportunity.lead'] })
  ).json()
  assert.equal(items[0].values['opportunity.lead'], 'Messuilta')
  await leave()
})

test('a quote that is begun in one press is asked what must be said of it first', async () => {
  const { page, accessible, leave } = await atDesk('saku')
  await page.goto('/desk/quotes')
  await page.getByRole('button', { name: 'Uusi tarjous' }).first().click()
  await page.getByRole('dialog').getByRole('combobox').fill('rinteen')
  await page.getByRole('option', { name: /^Rinteen Leipomo/ }).click()
  const asked = page.getByRole('dialog', { name: 'Uusi tarjous' })
  await asked.getByLabel('Kansio').fill('K-12')
  await accessible('with a pop-up')
  await shot(page, 'quote-asked')
  await asked.getByRole('button', { name: 'Uusi tarjous' }).click()
  await page.waitForURL('**/desk/quotes/*-*')
  const part = page.getByRole('region', { name: 'Omat lisätiedot' })
  await part.getByLabel('Kansio').waitFor()
  assert.equal(await part.getByLabel('Kansio').inputValue(), 'K-12')
  await leave()
})

test('what a complaint has more is said with it on a phone, stands in its row, and is corrected there', async () => {
  const { page, accessible, leave } = await atDesk('helmi', phone)
  await page.goto(`/desk/companies/${firm.id}?tab=dealings`)
  await page.getByRole('button', { name: 'Kirjaa reklamaatio' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Mitä asiakas kertoi').fill('Uuni ei lämpene')
  await form.getByLabel('Hyllypaikka').fill('H-3')
  await shot(page, 'complaint-form-phone')
  await form.getByRole('button', { name: 'Kirjaa reklamaatio' }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByText('Hyllypaikka: H-3').waitFor()
  await page.getByRole('button', { name: 'Omat lisätiedot' }).click()
  const beside = page.getByRole('dialog', { name: 'Omat lisätiedot' })
  await beside.getByLabel('Hyllypaikka').fill('H-4')
  await accessible('with a pop-up')
  await shot(page, 'complaint-phone')
  await beside.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Lisätiedot tallennettu').waitFor()
  await page.keyboard.press('Escape')
  await beside.waitFor({ state: 'detached' })
  await page.getByText('Hyllypaikka: H-4').waitFor()
  await accessible()
  await shot(page, 'complaint-row-phone')
  await leave()
})

test('what an invoice has more is said beside it, when it is locked too', async () => {
  const body = { company: firm.id, number: '1001', dueOn: '2026-03-16', amountCents: 12_400 }
  const invoice = (await site.as('bo')('POST', '/invoices', body)).json()
  const { page, accessible, leave } = await atDesk('bo')
  await page.goto(`/desk/invoices/${invoice.id}`)
  const part = page.getByRole('region', { name: 'Egna tilläggsuppgifter' })
  await part.getByLabel('Projekt').fill('Uunit 2026')
  await part.getByLabel('Att minnas').fill('Toimitus kahdessa osassa.')
  await part.getByRole('button', { name: 'Spara' }).click()
  await page.getByText('Tilläggsuppgifterna har sparats').waitFor()
  await page.reload()
  await part.getByLabel('Projekt').waitFor()
  assert.equal(await part.getByLabel('Projekt').inputValue(), 'Uunit 2026')
  await accessible()
  await shot(page, 'invoice')
  await page.goto('/desk/invoices?columns=debtor,invoice.project')
  await page.getByText('Uunit 2026').waitFor()
  await leave()
})

/** Where pictures are wanted: in the light and in the dark. */
async function shot(page: Page, name: string) {
  if (!process.env.SHOTS) return
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' })
    await page.screenshot({ path: `${process.env.SHOTS}/${name}-${colorScheme}.png`, fullPage: true })
  }
}

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

// Two fields of opportunities that no code knows.
const added = [
  {
    ...{ id: 'opportunity.rival', type: 'choice', saidIn: 'S5.9', personal: false, fromStage: 'prospect' },
    label: { fi: 'Kilpailija', sv: 'Konkurrent', en: 'Rival' },
    choices: [
      { id: 'aurora', label: { fi: 'Aurora Sähkö', sv: 'Aurora El', en: 'Aurora Electric' } },
      { id: 'none', label: { fi: 'ei kilpailijaa', sv: 'ingen konkurrent', en: 'no rival' } },
    ],
  },
  {
    ...{ id: 'opportunity.campaign', type: 'text', saidIn: 'S5.9', personal: false, fromStage: 'prospect' },
    label: { fi: 'Kampanja', sv: 'Kampanj', en: 'Campaign' },
  },
  {
    ...{ id: 'quote.shelf', type: 'text', saidIn: 'S5.9', personal: false, fromStage: 'prospect' },
    label: { fi: 'Kansio', sv: 'Mapp', en: 'Folder' },
  },
  {
    ...{ id: 'quote.box', type: 'text', saidIn: 'S5.9', personal: false, fromStage: 'prospect' },
    label: { fi: 'Laatikko', sv: 'Låda', en: 'Box' },
  },
] as const

const { statement } = readStatement(await readFile(new URL('../../examples/valo-group.yaml', import.meta.url), 'utf8'))
assert.ok(statement)
for (const field of added) {
  statement.dataCategories.push(structuredClone(field) as (typeof statement.dataCategories)[number])
  for (const { id, reads, writes } of statement.duties ?? []) {
    if (id === 'sales') for (const list of [reads, writes]) list.push(field.id)
    if (id === 'service') reads.push(field.id)
  }
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
  await sales('POST', '/companies', { values: { 'org.name': 'Rinteen Leipomo Oy' }, source: 'contact' })
).json()

const atDesk = async (who: 'saku' | 'helmi', options = {}) => {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('button', { name: /^Kirjaudu|^Jatka/ }).click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}

test('a field that the statement adds to opportunities is asked on a phone when one is opened, and shown and corrected on its card', async () => {
  const { page, accessible, leave } = await atDesk('saku', phone)
  await page.goto('/desk/pipeline')
  await page.getByRole('button', { name: 'Uusi mahdollisuus' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Hae yritys tai henkilö' }).fill('rinteen')
  await page.getByRole('option', { name: /^Rinteen Leipomo/ }).click()
  await dialog.getByLabel('Mitä asiakas tarvitsee').fill('Uunien lämpö talteen')
  await dialog.getByRole('combobox', { name: 'Kilpailija' }).click()
  await page.getByRole('option', { name: 'Aurora Sähkö' }).click()
  await dialog.getByLabel('Kampanja').fill('Messut 2026')
  await accessible('with a pop-up')
  await shot(page, 'new-phone')
  await dialog.getByRole('button', { name: 'Uusi mahdollisuus' }).click()
  await dialog.waitFor({ state: 'detached' })
  const { items } = (await sales('POST', '/lists/opportunities/rows', { columns: ['title'] })).json()
  await page.goto(`/desk/opportunities/${items[0].id}`)
  await page.getByLabel('Kampanja').fill('Messut 2027')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Muutokset tallennettu').waitFor()
  await page.reload()
  assert.equal(await page.getByLabel('Kampanja').inputValue(), 'Messut 2027')
  assert.equal(await page.getByRole('combobox', { name: 'Kilpailija' }).inputValue(), 'Aurora Sähkö')
  await accessible()
  await shot(page, 'card-phone')
  await leave()
})

test('it is a column of the list at once, and the list is filtered by it', async () => {
  const values = { 'opportunity.rival': 'none', 'opportunity.campaign': 'Kevät' }
  assert.equal((await sales('POST', '/opportunities', { company: firm.id, title: 'Huolto', values })).statusCode, 201)
  const { page, accessible, leave } = await atDesk('saku', { viewport: { width: 1280, height: 900 } })
  const filter = { column: 'opportunity.rival', is: 'is', value: 'aurora' }
  const asked = encodeURIComponent(JSON.stringify(JSON.stringify(filter)))
  await page.goto(`/desk/opportunities?columns=title,opportunity.rival,opportunity.campaign&filter=${asked}`)
  await page.getByRole('columnheader', { name: /Kilpailija/ }).waitFor()
  await page.getByRole('link', { name: 'Uunien lämpö talteen' }).waitFor()
  await page.getByText('Messut 2027').waitFor()
  assert.equal(await page.getByRole('link', { name: 'Huolto', exact: true }).count(), 0)
  await accessible()
  await shot(page, 'list')
  await leave()
})

test('it goes out in a file and comes in from one, under the name that the statement gives it', async () => {
  const wish = { columns: ['title', 'opportunity.rival', 'opportunity.campaign'], sort: ['title'] }
  const out = await sales('POST', '/lists/opportunities/export', {
    payload: { wish, format: 'csv', reason: 'Kampanjan tulos' },
    headers: { 'accept-language': 'fi' },
  })
  assert.match(out.body, /Kilpailija;Kampanja/)
  assert.match(out.body, /Huolto;ei kilpailijaa;Kevät/)
  const brought = await sales('POST', '/imports?holds=opportunities', {
    payload: Buffer.from('Mahdollisuus;Yritys;Kilpailija;Kampanja\r\nHuolto;Rinteen Leipomo Oy;Aurora Sähkö;Syksy'),
    headers: { 'content-type': 'application/octet-stream' },
  })
  const { id, columns } = brought.json()
  assert.deepEqual(columns, ['title', 'company', 'opportunity.rival', 'opportunity.campaign'])
  assert.equal((await sales('POST', `/imports/${id}/trial`, { columns, source: 'contact' })).statusCode, 202)
  const run = (await sales('POST', `/imports/${id}/run`)).json()
  assert.deepEqual([run.state, run.updated, run.refused], ['finished', 1, 0])
  const { items } = (await sales('POST', '/lists/opportunities/rows', { ...wish })).json()
  assert.equal(items[0].values['opportunity.campaign'], 'Syksy')
})

test('who only reads it sees its value and no box to write in', async () => {
  const { items } = (await sales('POST', '/lists/opportunities/rows', { columns: ['title'], sort: ['title'] })).json()
  const { page, leave } = await atDesk('helmi')
  await page.goto(`/desk/opportunities/${items[0].id}`)
  await page.getByText('Syksy').waitFor()
  assert.equal(await page.getByLabel('Kampanja').count(), 0)
  await leave()
})

test('a field beside a quote is said on its card and kept when the quote is locked', async () => {
  const lines = [{ text: 'Uuni', unit: 'kpl', quantity: 1000, unitPrice: 5_000_000, vatRate: 2550 }]
  const quote = (await sales('POST', '/quotes', { company: firm.id, title: 'Uunit', lines })).json()
  const sent = await sales('POST', `/quotes/${quote.id}/sending`, {
    payload: {},
    headers: { 'if-match': `"${quote.revision}"` },
  })
  assert.ok(sent.statusCode < 300, sent.body)
  const { page, accessible, leave } = await atDesk('saku', phone)
  await page.goto(`/desk/quotes/${quote.id}`)
  const part = page.getByRole('region', { name: 'Omat lisätiedot' })
  await part.getByLabel('Kansio').fill('K-12')
  await part.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Lisätiedot tallennettu').waitFor()
  await page.reload()
  await part.getByLabel('Kansio').waitFor()
  assert.equal(await part.getByLabel('Kansio').inputValue(), 'K-12')
  await accessible()
  await shot(page, 'quote-phone')
  await leave()
})

test('what is typed beside a quote stays when a colleague saves, and goes with what the colleague said', async () => {
  const quote = (await sales('POST', '/quotes', { company: firm.id, title: 'Uunit' })).json()
  const path = `/quotes/${quote.id}/values`
  const { page, accessible, leave } = await atDesk('saku')
  await page.goto(`/desk/quotes/${quote.id}`)
  const part = page.getByRole('region', { name: 'Omat lisätiedot' })
  const [shelf, box] = [part.getByLabel('Kansio'), part.getByLabel('Laatikko')]
  await shelf.fill('Oma')
  await sales('PATCH', path, { payload: { values: { 'quote.shelf': 'Kollegan', 'quote.box': 'L-1' } } })
  const again = page.waitForResponse((answer) => answer.url().endsWith(path))
  await page.evaluate(() => {
    const now = Date.now
    Date.now = () => now() + 60_000
    window.dispatchEvent(new Event('visibilitychange'))
  })
  await again
  await part.getByText('Joku muu on muuttanut tätä.').waitFor()
  assert.equal(await shelf.inputValue(), 'Oma')
  await page.getByRole('link', { name: 'Myyntiputki' }).click()
  await page.getByRole('button', { name: 'Jatka muokkaamista' }).last().click()
  await part.getByRole('button', { name: 'Tallenna' }).click()
  await part.getByText(/muutti tätä sillä välin/).waitFor()
  assert.equal(await shelf.inputValue(), 'Oma')
  await accessible('with a pop-up')
  await shot(page, 'behind')
  await part.getByRole('button', { name: 'Näytä uusi sisältö' }).click()
  assert.deepEqual([await shelf.inputValue(), await box.inputValue()], ['Kollegan', 'L-1'])
  await part.getByRole('button', { name: 'Palauta omat muutokset' }).click()
  await part.getByRole('button', { name: 'Tallenna' }).click()
  await page.getByText('Lisätiedot tallennettu').waitFor()
  assert.deepEqual((await sales('GET', path)).json().values, { 'quote.shelf': 'Oma', 'quote.box': 'L-1' })
  assert.equal(await shelf.inputValue(), 'Oma')
  await leave(/409/)
})

async function shot(page: Page, name: string) {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true })
}

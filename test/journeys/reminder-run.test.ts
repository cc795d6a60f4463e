import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { anAddress } from '#test/an-address'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const [sales, billing] = [site.as('saku'), site.as('bo')]
const made = async (path: string, body: object, who = billing) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.json()
}
const line = { id: 'a', text: 'Huolto', unit: 'kpl', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
const owner = site.register.db.owner()
const going = async () =>
  (await sql`select from register.paper_sent where state in ('queued', 'sending') and fault is null`.execute(owner))
    .rows.length
const aRound = async (mark: string) => {
  await site.register.setClock('2026-02-02T12:00:00+02:00')
  const invoices: string[] = []
  for (const name of ['Hylätty Oy', 'Epävarma Oy', 'Odottava Oy']) {
    const values = { 'org.name': `${name} ${mark}`, ...anAddress, 'org.email': 'toimisto@asiakas.example' }
    const { id: company } = await made('/companies', { values, source: 'order' }, sales)
    const { id } = await made('/invoices/drafts', { company, lines: [line] })
    await made(`/invoices/${id}/issue`, {})
    invoices.push(id)
  }
  await site.register.setClock('2026-03-02T12:00:00+02:00')
  const { id } = await made('/reminder-runs', { invoices })
  // The site's own sender is quick: it is through before the ends are told otherwise.
  while ((await going()) > 0) await new Promise((passed) => setTimeout(passed, 50))
  const ends = [
    ['failed', 'MAIL_REFUSED'],
    ['unsure', null],
    ['queued', 'PROCESSOR_NOT_INSTRUCTED'],
  ] as const
  for (const [n, [state, fault]] of ends.entries())
    await sql`update register.paper_sent set state = ${state}, fault = ${fault}, not_before = '2026-03-03T12:00:00+02:00',
        settled_at = case when ${state} = 'queued' then null else settled_at end
      where document_id = (select id from register.reminder where invoice_id = ${invoices[n]}::uuid)`.execute(owner)
  return id as string
}

for (const [name, options] of [
  ['at the desk', { viewport: { width: 1280, height: 900 } }],
  ['on a phone', phone],
] as const)
  test(`${name}: what failed, what may already have gone and what is held are three choices, and what is held goes as a letter`, async () => {
    const run = await aRound(name)
    const { page, accessible, leave } = await aVisit(browser, site.url, options)
    await page.goto(await site.linkFor('bo'))
    await page.getByRole('button').first().click()
    await page.waitForURL('**/desk/**')
    await page.goto(`/desk/invoices/reminders/${run}`)
    await page.getByText('kan redan vara framme', { exact: false }).first().waitFor()
    await accessible()
    const part = (title: string) => page.getByRole('region', { name: title })
    await part('Väntar på att skickas (1)').getByRole('button', { name: 'Skriv ut som brev' }).click()
    await part('Brev (1)').getByText('Odottava Oy').waitFor()
    await part('Okänt om de skickades (1)').getByRole('button', { name: 'Skriv ändå ut som brev' }).click()
    await part('Brev (2)').getByText('Epävarma Oy').waitFor()
    await part('Skickades inte (1)').getByText('Hylätty Oy').waitFor()
    await accessible()
    await leave()
  })

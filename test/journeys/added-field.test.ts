import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { stringify } from 'yaml'
import { publish, readStatement } from '#statement'
import { openBrowser } from '#test/chromium'
import { noon } from '#test/register'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

// Three fields that no code knows: a choice, a text and a day.
const added = [
  {
    ...{ id: 'org.roof', type: 'choice', saidIn: 'S5.31', personal: 'when-sole-trader', fromStage: 'prospect' },
    label: { fi: 'Katon tyyppi', sv: 'Taktyp', en: 'Type of roof' },
    choices: [
      { id: 'tin', label: { fi: 'pelti', sv: 'plåt', en: 'tin' } },
      { id: 'tile', label: { fi: 'tiili', sv: 'tegel', en: 'tile' } },
    ],
  },
  {
    ...{ id: 'org.inspected', type: 'date', saidIn: 'S5.31', personal: 'when-sole-trader', fromStage: 'prospect' },
    label: { fi: 'Katto tarkastettu', sv: 'Taket granskat', en: 'Roof inspected' },
  },
  {
    ...{ id: 'person.greeting', type: 'text', saidIn: 'S5.31', personal: true, fromStage: 'prospect' },
    label: { fi: 'Miten puhutellaan', sv: 'Tilltal', en: 'How to address' },
  },
] as const

const { statement } = readStatement(await readFile(new URL('../../examples/valo-group.yaml', import.meta.url), 'utf8'))
assert.ok(statement)
for (const field of added) {
  statement.dataCategories.push(structuredClone(field) as (typeof statement.dataCategories)[number])
  for (const { id, reads, writes } of statement.duties ?? [])
    if (id === 'sales') for (const list of [reads, writes]) list.push(field.id)
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
const json = async (path: string) => (await sales('GET', path, { headers: { 'accept-language': 'fi' } })).json()

const atDesk = async (options = {}) => {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor('saku'))
  await visit.page.getByRole('button', { name: /^Kirjaudu|^Jatka/ }).click()
  await visit.page.waitForURL('**/desk/**')
  return visit
}

test('a field that the statement adds is asked in the form and shown on the card with its source, without code', async () => {
  const { page, accessible, leave } = await atDesk(phone)
  await page.goto('/desk/companies/new')
  await page.getByLabel('Yrityksen nimi').fill('Rinteen Leipomo Oy')
  await page.getByRole('combobox', { name: 'Katon tyyppi' }).click()
  await page.getByRole('option', { name: 'tiili' }).click()
  await page.getByLabel('Katto tarkastettu').fill('2026-02-01')
  await page.getByRole('combobox', { name: 'Mistä tiedot ovat peräisin?' }).click()
  await page.getByRole('option', { name: 'Yhteydenotto', exact: true }).click()
  await accessible()
  await page.getByRole('button', { name: 'Lisää rekisteriin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Rinteen Leipomo Oy' }).waitFor()
  await page.getByText('tiili', { exact: true }).waitFor()
  await page.getByRole('button', { name: /^Tietolähde: Katon tyyppi: Yhteydenotto/ }).waitFor()
  await accessible()
  await leave()
})

test('it is a column of the list, and the list is filtered by it', async () => {
  await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy', 'org.roof': 'tin' }, source: 'contact' })
  const { columns } = await json('/lists/companies')
  const column = columns.find(({ id }: { id: string }) => id === 'org.roof')
  assert.deepEqual([column.label, column.type, column.operators.includes('is')], ['Katon tyyppi', 'choice', true])
  const tiled = { column: 'org.roof', is: 'is', value: 'tile' }
  const { items } = (await sales('POST', '/lists/companies/rows', { columns: ['org.name'], filter: tiled })).json()
  assert.deepEqual(items.length, 1, JSON.stringify(items))
  const { page, accessible, leave } = await atDesk({ viewport: { width: 1280, height: 900 } })
  // A word that reads as JSON stands quoted in the address.
  const filter = encodeURIComponent(JSON.stringify(JSON.stringify(tiled)))
  await page.goto(`/desk/companies?columns=org.name,org.roof,org.inspected&filter=${filter}`)
  await page.getByRole('columnheader', { name: /Katon tyyppi/ }).waitFor()
  await page.getByRole('link', { name: 'Rinteen Leipomo Oy' }).waitFor()
  await page.getByText('tiili').first().waitFor()
  await page.getByRole('link', { name: 'Kivelän Puu Oy' }).waitFor({ state: 'detached' })
  await accessible()
  await leave()
})

test('it is offered for a column of an imported file by its label, taken in, and goes out in an exported one', async () => {
  const file = Buffer.from(
    [
      'Yritys;Y-tunnus;Katon tyyppi;Katto tarkastettu;Etunimi;Sukunimi;Miten puhutellaan',
      'Harjun Saha Oy;0000033-4;pelti;1.3.2026;Aino;Harju;rouva Harju',
    ].join('\r\n'),
  )
  const brought = await sales('POST', '/imports', {
    payload: file,
    headers: { 'content-type': 'application/octet-stream' },
  })
  const { id, columns } = brought.json()
  assert.ok(
    added.every((field) => JSON.stringify(columns).includes(field.id)),
    JSON.stringify(columns),
  )
  assert.equal((await sales('POST', `/imports/${id}/trial`, { columns, source: 'contact' })).statusCode, 202)
  const run = (await sales('POST', `/imports/${id}/run`)).json()
  assert.deepEqual([run.state, run.refused, run.companies, run.people], ['finished', 0, 1, 1])
  const wish = {
    columns: ['org.name', 'org.roof', 'org.inspected'],
    filter: { column: 'org.name', is: 'starts', value: 'harjun' },
  }
  const out = await sales('POST', '/lists/companies/export', {
    payload: { wish, format: 'csv', reason: 'Katot' },
    headers: { 'accept-language': 'fi' },
  })
  assert.equal(out.statusCode, 200, out.body)
  assert.match(out.body, /Katon tyyppi;Katto tarkastettu/)
  assert.match(out.body, /Harjun Saha Oy;pelti;/)
  const people = await sales('POST', '/lists/people/export', {
    payload: { wish: { columns: ['person.name', 'person.greeting'] }, format: 'csv', reason: 'Kutsu' },
    headers: { 'accept-language': 'fi' },
  })
  assert.match(people.body, /Harju Aino;rouva Harju/)
})

test('it stands in the API’s description with its type, its choices and its clause', async () => {
  const { components, paths } = (await site.ask('GET', '/openapi.json')).json()
  const { properties, additionalProperties } = components.schemas.CompanyValues
  assert.deepEqual(
    [properties['org.roof'].enum, properties['org.inspected'].format, additionalProperties],
    [['tin', 'tile'], 'date', false],
  )
  assert.match(properties['org.roof'].description, /Katon tyyppi \(S5\.31\)/)
  assert.equal(components.schemas.PersonValues.properties['person.greeting'].type, 'string')
  const { schema } = paths['/api/v1/companies'].post.requestBody.content['application/json']
  assert.deepEqual(schema.properties.values, { $ref: '#/components/schemas/CompanyValues' })
})

test('who does not read it sees none of it, in no list and no file', async () => {
  const marketing = site.as('maija')
  const { columns } = (await marketing('GET', '/lists/companies')).json()
  assert.equal(JSON.stringify(columns).includes('org.roof'), false)
  const out = await marketing('POST', '/lists/companies/export', {
    payload: { wish: { columns: ['org.roof'] }, format: 'csv', reason: 'x' },
  })
  assert.deepEqual([out.statusCode, out.json().code], [403, 'FIELD_NOT_OF_DUTY'])
})

import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as } = await anApp()
const sales = as('saku')
const fresh = '01920000-0000-7000-8000-000000000011'
const negotiation = '01920000-0000-7000-8000-000000000014'
const firm = (await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })).json()

const open = async (title: string, more: object = {}) =>
  (await sales('POST', '/opportunities', { company: firm.id, title, ...more })).json()
const asked = async (language: 'fi' | 'sv' | 'en', path: string, payload?: object) => {
  const answer = await sales(payload ? 'POST' : 'GET', path, { payload, headers: { 'accept-language': language } })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer
}
const stagesIn = async (language: 'fi' | 'sv' | 'en') => {
  const { columns } = (await asked(language, '/lists/opportunities')).json()
  const { choices } = columns.find(({ id }: { id: string }) => id === 'stage')
  return choices.map(({ label }: { label: string }) => label) as string[]
}
const titlesOf = async (wish: object) => {
  const { items } = (await asked('en', '/lists/opportunities/rows', { columns: ['title'], ...wish })).json()
  return items.map(({ values }: { values: { title: string } }) => values.title)
}

const second = await open('Toinen')
await sales('POST', `/opportunities/${second.id}/stage`, {
  payload: { stage: negotiation },
  headers: { 'if-match': '"1"' },
})
await open('Ensimmäinen')

test('stages stand in the language of whoever reads, in the order of the work', async () => {
  assert.deepEqual(await stagesIn('sv'), ['Ny', 'Behov klarlagt', 'Offererad', 'Förhandling', 'Vunnen', 'Förlorad'])
  assert.deepEqual(await stagesIn('en'), ['New', 'Need understood', 'Quoted', 'Negotiation', 'Won', 'Lost'])
  assert.deepEqual((await stagesIn('fi'))[1], 'Tarve selvitetty')
  assert.deepEqual(await titlesOf({ sort: ['stage'] }), ['Ensimmäinen', 'Toinen'])
  assert.deepEqual(await titlesOf({ sort: ['-stage'] }), ['Toinen', 'Ensimmäinen'])
})

test('a stage is filtered and grouped by which it is, whatever it is called where', async () => {
  const filter = { column: 'stage', is: 'is', value: [negotiation] }
  assert.deepEqual(await titlesOf({ filter }), ['Toinen'])
  const report = { groups: [{ column: 'stage' }], measures: [{ of: 'count' }] }
  const { rows } = (await asked('sv', '/lists/opportunities/report', report)).json()
  assert.deepEqual(
    rows.map(({ groups: [stage] }: { groups: string[] }) => stage),
    [fresh, negotiation],
  )
})

test('a file of opportunities, and of a report on them, has the stages in the language of whoever takes it out', async () => {
  const wish = { columns: ['title', 'stage', 'pipeline'], sort: ['stage'] }
  const file = { wish, format: 'csv', reason: 'Månadsmöte' }
  const rows = async (language: 'sv' | 'en') =>
    (await asked(language, '/lists/opportunities/export', file)).body.split('\r\n').slice(1, 4)
  assert.deepEqual(await rows('sv'), [
    'Vad kunden behöver;Skede;Pipeline',
    'Ensimmäinen;Ny;Försäljning',
    'Toinen;Förhandling;Försäljning',
  ])
  assert.deepEqual((await rows('en')).slice(1), ['Ensimmäinen;New;Sales', 'Toinen;Negotiation;Sales'])
  const report = { groups: [{ column: 'stage' }], measures: [{ of: 'count' }] }
  const counted = await asked('sv', '/lists/opportunities/report/export', { wish: report, format: 'csv' })
  assert.deepEqual(counted.body.split('\r\n').slice(1, 4), ['Skede;Antal rader', 'Ny;1', 'Förhandling;1'])
})

test('a stage that the desk renames, or lays in another pipeline, is called so at once; of two alike the pipeline is said', async () => {
  const names = { fi: 'Huolto', sv: 'Service' }
  const stages = [
    { names: { fi: 'Uusi', sv: 'Ny', en: 'New' }, probability: 20, kind: 'open' },
    { names: { fi: 'Sovittu' }, probability: 100, kind: 'won' },
    { names: { fi: 'Peruttu' }, probability: 0, kind: 'lost' },
  ]
  const laid = await sales('POST', '/pipelines', { names, stages })
  assert.equal(laid.statusCode, 201, laid.body)
  const said = await stagesIn('sv')
  assert.deepEqual([said[0], said[6], said[7]], ['Ny (Försäljning)', 'Ny (Service)', 'Sovittu'])
})

test('a product is called by its name in the language of whoever reads, in Finnish where it has no other', async () => {
  const words = { group: 'lämpöpumput', unit: 'pcs', vatCategory: 'S', vatRate: 2550 }
  await sales('POST', '/products', { ...words, sku: 'A', names: { fi: 'Pumppu', sv: 'Pump' } })
  await sales('POST', '/products', { ...words, sku: 'B', names: { fi: 'Letku' } })
  const namesIn = async (language: 'fi' | 'sv') => {
    const { items } = (await asked(language, '/lists/products/rows', { columns: ['said'], sort: ['sku'] })).json()
    return items.map(({ values }: { values: { said: string } }) => values.said)
  }
  assert.deepEqual(await namesIn('sv'), ['Pump', 'Letku'])
  assert.deepEqual(await namesIn('fi'), ['Pumppu', 'Letku'])
})

import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as, ledger } = await anApp()
const saku = as('saku')
const ellen = as('ellen', 'sales')
const helmi = as('helmi')

const wish = {
  columns: ['org.name', 'state', 'org.heatingSystem'],
  filter: { all: [{ column: 'state', is: 'is', value: ['customer'] }] },
  sort: ['-changedAt'],
  group: { column: 'org.heatingSystem' },
  widths: { 'org.name': 300 },
}
const view = { kind: 'view', name: 'Omat asiakkaat', shared: 'own', wish }

async function saved(more: object = {}, ask = saku) {
  const answer = await ask('POST', '/lists/companies/views', { payload: { ...view, ...more } })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}

async function namesOf(ask: typeof saku) {
  const { items } = (await ask('GET', '/views?list=companies')).json()
  return items.map(({ name }: { name: string }) => name)
}

test('a view keeps columns, filters, order, groups and widths, and only its owner sees it until it is shared', async () => {
  const one = await saved()
  assert.deepEqual(one.wish, wish)
  assert.deepEqual(await namesOf(saku), ['Omat asiakkaat'])
  assert.deepEqual(await namesOf(ellen), [])

  const put = (shared: string, revision: number) =>
    saku('PUT', `/views/${one.id}`, { payload: { ...view, shared }, headers: { 'if-match': `"${revision}"` } })
  assert.equal((await put('duty', 1)).statusCode, 200)
  assert.deepEqual([await namesOf(ellen), await namesOf(helmi)], [['Omat asiakkaat'], []])
  assert.equal((await put('everyone', 2)).statusCode, 200)
  assert.deepEqual(await namesOf(helmi), ['Omat asiakkaat'])
  assert.equal((await put('own', 1)).json().code, 'EDITED_MEANWHILE')

  const theft = await helmi('DELETE', `/views/${one.id}`)
  assert.deepEqual([theft.statusCode, theft.json().code], [403, 'VIEW_OF_ANOTHER'])
  assert.equal((await saku('DELETE', `/views/${one.id}`)).statusCode, 204)
  assert.deepEqual(await namesOf(helmi), [])
})

test('everybody chooses by themselves which view opens first, which are tabs and what is on the dashboard', async () => {
  const [a, b] = [await saved({ shared: 'everyone', name: 'A' }), await saved({ shared: 'everyone', name: 'B' })]
  const place = (ask: typeof saku, id: string, where: string, on = true) =>
    ask('PUT', `/views/${id}/place`, { place: where, on })
  await place(saku, a.id, 'first')
  await place(saku, b.id, 'first')
  await place(helmi, a.id, 'first')
  await place(saku, a.id, 'tab')
  const placesOf = async (ask: typeof saku) =>
    Object.fromEntries(
      (await ask('GET', '/views'))
        .json()
        .items.map(({ name, places }: { name: string; places: string[] }) => [name, places]),
    )
  assert.deepEqual(await placesOf(saku), { A: ['tab'], B: ['first'] })
  assert.deepEqual(await placesOf(helmi), { A: ['first'], B: [] })
  assert.deepEqual((await saku('GET', '/views?place=tab')).json().items.length, 1)
})

test('a view keeps no name and no contact of a person, and nothing that its owner does not read', async () => {
  const kept = async (filter: object) => saku('POST', '/lists/people/views', { payload: { ...view, wish: { filter } } })
  for (const column of ['person.name', 'person.email', 'person.phone', 'city']) {
    const answer = await kept({ all: [{ column, is: 'contains', value: 'Virtanen' }] })
    assert.deepEqual(
      [answer.statusCode, answer.json().code],
      [column === 'city' ? 403 : 422, column === 'city' ? 'FIELD_NOT_DECLARED' : 'VIEW_KEEPS_NO_NAMES'],
    )
    assert.doesNotMatch(answer.body, /Virtanen/)
  }
  assert.equal((await kept({ column: 'person.jobRole', is: 'contains', value: 'johtaja' })).statusCode, 201)
  const unseen = await helmi('POST', '/lists/companies/views', {
    payload: { ...view, wish: { columns: ['com.paymentTerms'] } },
  })
  assert.deepEqual([unseen.statusCode, unseen.json().code], [403, 'FIELD_NOT_OF_DUTY'])
})

test('a report is kept as a view is, and the ledger says what was kept, not how it is called', async () => {
  const wishOfReport = { groups: [{ column: 'createdAt', by: 'month' }], measures: [{ of: 'count' }], chart: 'bar' }
  const report = await saved({ kind: 'report', name: 'Uudet kuukausittain', wish: wishOfReport })
  assert.deepEqual(report.wish, wishOfReport)
  const wrong = { kind: 'report', wish: { groups: [{ column: 'org.name' }], measures: [{ of: 'count' }] } }
  assert.equal((await saku('POST', '/lists/companies/views', { payload: { ...view, ...wrong } })).statusCode, 422)
  const said = (await ledger()).filter((line) => line.includes('view.'))
  assert.ok(said.length > 0)
  assert.doesNotMatch(said.join(), /Uudet|Omat/)
})

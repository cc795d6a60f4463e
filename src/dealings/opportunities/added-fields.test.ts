import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { look, type Occasion } from '#ledger'
import { eraseRetiredFields, publish } from '#statement'
import { anApp } from '#test/app'
import { noon } from '#test/register'
import { holdingsOf } from '../../holdings.ts'
import { added, tomas, withFields } from './added-fields.fixture.ts'

const { as, register, ledger } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const owner = register.db.owner()
await publish(register, tomas, withFields(added))
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}
const firm = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
const maija = await made('/people', { values: { 'person.name': 'Maija Mäki' }, source: 'order' })
const change = (id: string, revision: number, payload: object, who = sales) =>
  who('PATCH', `/opportunities/${id}`, { payload, headers: { 'if-match': `"${revision}"` } })
const codeOf = (answer: {
  statusCode: number
  json(): { code: string; detail: { field?: string; clause?: string } }
}) => [answer.statusCode, answer.json().code, answer.json().detail.field, answer.json().detail.clause]

test('exactly the declared fields are columns beside opportunities', async () => {
  const { rows } = await sql<{ name: string; type: string }>`
    select column_name as name, data_type as type from information_schema.columns
    where table_schema = 'declared' and table_name = 'opportunity' order by ordinal_position`.execute(owner)
  assert.deepEqual(
    rows.map(({ name, type }) => `${name} ${type}`),
    ['opportunity_id uuid', 'campaign text', 'rival text', 'halls numeric', 'visit_on date', 'urgent boolean'],
  )
})

test('a value is said when the opportunity is opened, corrected later, and taken away, each in the ledger by its field', async () => {
  const before = (await ledger()).length
  const values = { 'opportunity.campaign': 'Kevät', 'opportunity.rival': 'aurora', 'opportunity.urgent': true }
  const card = await made('/opportunities', { company: firm.id, title: 'Halli', values })
  assert.deepEqual(card.values, values)
  const next = { 'opportunity.halls': 2.5, 'opportunity.visitOn': '2026-04-01', 'opportunity.campaign': null }
  const changed = await change(card.id, card.revision, { values: next })
  assert.equal(changed.statusCode, 200, changed.body)
  assert.deepEqual(changed.json().values, {
    ...{ 'opportunity.rival': 'aurora', 'opportunity.halls': 2.5 },
    ...{ 'opportunity.visitOn': '2026-04-01', 'opportunity.urgent': true },
  })
  assert.deepEqual((await ledger()).slice(before), ['opportunity.opened by saku', 'opportunity.changed by saku'])
})

test('what is not declared, not of the type or not of the duty is refused by its field and clause, and nothing is kept', async () => {
  const card = await made('/opportunities', { company: firm.id, title: 'Torjutaan' })
  const wrong = async (values: object) => codeOf(await change(card.id, card.revision, { values }))
  assert.deepEqual(await wrong({ 'opportunity.shoeSize': 43 }), [
    422,
    'FIELD_NOT_DECLARED',
    'opportunity.shoeSize',
    'S5.1',
  ])
  assert.deepEqual(await wrong({ 'org.heatingSystem': 'oil' }), [
    422,
    'FIELD_NOT_DECLARED',
    'org.heatingSystem',
    'S5.1',
  ])
  assert.deepEqual(await wrong({ 'opportunity.rival': 'x' }), [422, 'VALUE_NOT_VALID', 'opportunity.rival', 'S5.9'])
  assert.deepEqual(await wrong({ 'opportunity.visitOn': '31.2.2026' }), [
    422,
    'VALUE_NOT_VALID',
    'opportunity.visitOn',
    'S5.9',
  ])
  assert.equal((await wrong({ 'opportunity.campaign': 'hetu 131052-308T' }))[1], 'PERSONAL_IDENTITY_CODE')
  assert.deepEqual((await sales('GET', `/opportunities/${card.id}`)).json().values, {})
})

test('a duty sees the fields that the statement gives it and no others, on the card and in the list', async () => {
  const values = { 'opportunity.campaign': 'Syksy', 'opportunity.halls': 4 }
  const card = await made('/opportunities', { company: firm.id, title: 'Kuka näkee', values })
  assert.deepEqual((await billing('GET', `/opportunities/${card.id}`)).json().values, { 'opportunity.halls': 4 })
  const columnsOf = async (who: typeof sales) =>
    (await who('GET', '/lists/opportunities')).json().columns.map(({ id }: { id: string }) => id)
  assert.ok(added.every(async ({ id }) => (await columnsOf(sales)).includes(id)))
  const seen = await columnsOf(billing)
  assert.deepEqual([seen.includes('opportunity.halls'), seen.includes('opportunity.campaign')], [true, false])
  await assert.rejects(sql`select campaign from declared.opportunity`.execute(register.db.as('billing')), {
    code: '42501',
  })
  const { items } = (await billing('GET', '/fields?subject=opportunity')).json()
  assert.deepEqual(
    items
      .map(({ id, may }: { id: string; may: { write: { allowed: boolean } } }) => [id, may.write.allowed])
      .slice(0, 1),
    [['opportunity.campaign', false]],
  )
})

test('the list is filtered, sorted, searched and grouped by them, changed in bulk, and taken out as a file without formulas', async () => {
  for (const [title, campaign, halls] of [
    ['Eka', '=SUM(A1)', 3],
    ['Toka', 'Messut', 1],
    ['Kolmas', 'Messut', 2],
  ] as const)
    await made('/opportunities', {
      ...{ company: firm.id, title },
      values: { 'opportunity.campaign': campaign, 'opportunity.halls': halls, 'opportunity.rival': 'none' },
    })
  const rows = async (wish: object) => {
    const answer = await sales('POST', '/lists/opportunities/rows', { payload: { columns: ['title'], ...wish } })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json().items.map(({ values }: { values: { title: string } }) => values.title)
  }
  const fair = { column: 'opportunity.campaign', is: 'is', value: 'Messut' }
  assert.deepEqual(await rows({ filter: fair, sort: ['opportunity.halls'] }), ['Toka', 'Kolmas'])
  assert.deepEqual(await rows({ filter: fair, sort: ['-opportunity.halls'] }), ['Kolmas', 'Toka'])
  assert.deepEqual(
    await rows({ filter: { column: 'opportunity.campaign', is: 'contains', value: 'essu' }, sort: ['title'] }),
    ['Kolmas', 'Toka'],
  )
  const grouped = await sales('POST', '/lists/opportunities/rows', {
    payload: { columns: ['title'], filter: fair, group: { column: 'opportunity.rival' } },
  })
  assert.equal(grouped.statusCode, 200, grouped.body)
  const ids = (await sales('POST', '/lists/opportunities/rows', { payload: { columns: ['title'], filter: fair } }))
    .json()
    .items.map(({ id }: { id: string }) => id)
  const edit = await made('/lists/opportunities/changes', {
    ...{ rows: { ids }, column: 'opportunity.rival', value: 'aurora' },
  })
  assert.deepEqual([edit.state, edit.counts], ['done', { changed: 2 }])
  const undone = (await sales('POST', `/bulk-edits/${edit.id}/undo`)).json()
  assert.deepEqual([undone.state, undone.counts], ['undone', { restored: 2 }])

  const out = await sales('POST', '/lists/opportunities/export', {
    payload: {
      wish: { columns: ['title', 'opportunity.campaign', 'opportunity.rival'], sort: ['title'] },
      ...{ format: 'csv', reason: 'Kampanjan tulos' },
    },
    headers: { 'accept-language': 'fi' },
  })
  assert.match(out.body, /Kampanja;Kilpailija/)
  assert.match(out.body, /Eka;"?'=SUM\(A1\)"?;ei ole/)
  const none = await sales('POST', '/lists/opportunities/export', {
    payload: { wish: { columns: ['opportunity.campaign'] }, format: 'csv' },
  })
  assert.ok(none.statusCode >= 400, 'without a reason nothing goes out')
})

test('Art. 15 and 17: the person is told what they say, and they go with the opportunity', async () => {
  const values = { 'opportunity.campaign': 'Maijan oma' }
  const card = await made('/opportunities', { person: maija.id, title: 'Kiuas', values })
  const ofFirm = { 'opportunity.campaign': 'Yrityksen oma' }
  await made('/opportunities', { company: firm.id, contactPerson: maija.id, title: 'Kiukaat', values: ofFirm })
  const rights: Occasion = { by: 'register', duty: 'rights', purpose: 'rights', at: register.now(), under: '1' }
  const dealings = holdingsOf(register).find(({ name }) => name === 'dealings')
  const kept = await look(register.db, rights, async (view) => {
    view.saw([], [])
    return dealings?.disclose(view, maija.id)
  })
  assert.deepEqual(kept?.kept.find(({ table }) => table === 'declared.opportunity')?.rows, [values])
  assert.equal(
    JSON.stringify(kept).includes('Yrityksen oma'),
    false,
    'what is said of their company’s deal is the company’s',
  )
  await sql`delete from register.opportunity where id = ${card.id}`.execute(register.db.as('rights'))
  const { rows } = await sql`select from declared.opportunity where opportunity_id = ${card.id}`.execute(owner)
  assert.equal(rows.length, 0)
})

test('what lies in the bin is not seen beside it either, and comes back whole', async () => {
  const values = { 'opportunity.campaign': 'Korissa' }
  const card = await made('/opportunities', { company: firm.id, title: 'Roskiin', values })
  await sales('DELETE', `/opportunities/${card.id}`)
  const seen = async () =>
    (await sql`select campaign from declared.opportunity where campaign = 'Korissa'`.execute(register.db.as('sales')))
      .rows
  assert.deepEqual(await seen(), [])
  await sql`update register.opportunity set binned_at = null, binned_by = null where id = ${card.id}`.execute(owner)
  assert.deepEqual(await seen(), [{ campaign: 'Korissa' }])
})

test('a field that the statement drops disappears at once, and its column goes when its days are over', async () => {
  const card = await made('/opportunities', {
    company: firm.id,
    title: 'Jää',
    values: { 'opportunity.campaign': 'Poistuva' },
  })
  await publish(register, tomas, withFields(added.slice(1)))
  const { values } = (await sales('GET', `/opportunities/${card.id}`)).json()
  assert.deepEqual(values, {})
  const refused = await change(card.id, card.revision, { values: { 'opportunity.campaign': 'Uusi' } })
  assert.equal(refused.json().code, 'FIELD_NOT_DECLARED')
  await assert.rejects(sql`select campaign from declared.opportunity`.execute(register.db.as('sales')), {
    code: '42501',
  })
  const later = { ...tomas, at: new Date(noon.getTime() + 8 * 86_400_000) }
  assert.deepEqual(await eraseRetiredFields(register, later), ['opportunity.campaign'])
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_schema = 'declared' and table_name = 'opportunity'`.execute(owner)
  assert.equal(
    rows.some(({ name }) => name === 'campaign'),
    false,
  )
})

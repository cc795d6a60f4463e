import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { prepareJobs } from '#platform/jobs'
import { withLogin } from '#platform/pools'
import { declaredMaps } from '#statement'
import { anApp } from '#test/app'
import { oneRowEach } from '#test/one-row'
import { ground } from '../../src/ground.ts'

const { as, register } = await anApp()
const { db } = register
await prepareJobs(db.url, withLogin(db.url, db.loginOf('worker'), db.secretOf('worker')))
const owner = db.owner() as unknown as Kysely<never>
const maps = [...ground.maps, ...declaredMaps(register.policy(), ground.maps)]
const personal = new Set(
  maps.flatMap(({ table, carries }) => Object.values(carries).flatMap((all) => all.map((one) => `${table}.${one}`))),
)
const person = randomUUID()
const daily = [...register.policy().duties.keys()].filter((duty) => duty !== 'privacy')

/** What daily duties still see of somebody whose data are restricted, and why. */
const stillSeen: Record<string, string> = {
  'register.person': 'who it is, so that nobody enters them anew; the card says that they are restricted',
  'register.organisation': 'a sole trader’s company',
  'register.relationship': 'that they are a customer, without a contact',
  'register.affiliation': 'whom they represent',
  'register.enquiry': 'what they wrote and nobody has answered yet',
  'register.consent': 'what they chose: it forbids',
  'register.consent_event': 'the same',
  'register.objection': 'the same',
  'register.topic_preference': 'the same',
  'register.fact_of_sale': 'what a purchase allowed, and an objection ends',
  'register.notice': 'what they must be told',
  'register.notice_delivery': 'the same',
  'register.campaign_recipient': 'that a campaign went, ids alone',
  'register.undeliverable': 'that mail came back, ids alone',
  'register.message_person': 'that there is a message, which is hidden',
  'register.paper_sent': 'that a paper went',
  'register.work_rule_run': 'that a rule ran',
  'register.notification': 'one’s own, of what one wrote',
  'register.duplicate_pair': 'ids alone',
  'register.merge': 'ids alone',
  'register.seen_lately': 'one’s own, whose titles are read anew',
  'register.e_invoice_address': 'Art. 18(2): where what is owed goes',
}
// Art. 18(2): what is owed stays with whoever keeps invoices, and with nobody else.
const withKeepers = ['register.invoice', 'register.payment', 'register.reminder']

async function seenBy(duty: string, table: string, id: string): Promise<boolean> {
  const keyed = await sql`select from pg_attribute where attrelid = ${table}::regclass and attname = 'id'`.execute(
    owner,
  )
  const asked = keyed.rows.length > 0 ? sql`id = ${id}::uuid` : sql`person_id = ${person}::uuid`
  try {
    const { rows } = await sql`select from ${sql.table(table)} where ${asked}`.execute(db.as(duty))
    return rows.length > 0
  } catch (fault) {
    if ((fault as { code?: string }).code === '42501') return false
    throw fault
  }
}

test('nothing new is begun with somebody whose data are restricted, and what is binned of them is not emptied', async () => {
  const sales = as('saku')
  const values = { 'person.name': 'Maija Rajala', 'person.email': 'maija@rajala.example' }
  const { id } = (await sales('POST', '/people', { values, source: 'order' })).json()
  const note = (await sales('POST', '/notes', { person: id, text: 'Soittaa ensi viikolla.' })).json()
  const binned = await sales('DELETE', `/notes/${note.id}`)
  assert.equal(binned.statusCode, 204, JSON.stringify(note) + binned.body)
  assert.equal((await as('ingrid')('POST', `/people/${id}/restrictions`, { reason: 'claims' })).statusCode, 201)
  for (const [path, body] of [
    ['/notes', { person: id, text: 'Uusi' }],
    ['/tasks', { person: id, title: 'Uusi' }],
    ['/opportunities', { person: id, title: 'Uusi' }],
    ['/quote-requests', { person: id, title: 'Uusi', source: 'contact' }],
  ] as const) {
    const { code } = (await sales('POST', path, body)).json()
    assert.equal(code, 'PERSON_RESTRICTED', path)
  }
  const emptied = await sales('POST', '/bin/emptying', { items: [{ kind: 'note', id: note.id }] })
  assert.notEqual(emptied.json().emptied, 1, emptied.body)
  const { rows } = await sql`select from register.note where id = ${note.id}`.execute(owner)
  assert.equal(rows.length, 1, 'it is kept')
})

test('Art. 18: of whoever is restricted, daily duties see no work, no deal and no message, and privacy sees all', async () => {
  const logins = daily.map((duty) => db.loginOf(duty))
  const { rows: read } = await sql<{
    place: string
  }>`select place from unnest(${maps.map(({ table }) => table)}::text[]) place
    where exists (select from pg_attribute where attrelid = place::regclass and attname = 'person_id')
      and exists (select from unnest(${logins}::text[]) login where has_any_column_privilege(login, place, 'select'))`.execute(
    owner,
  )
  const tables = read.map(({ place }) => place)
  const made = await oneRowEach(owner, ['register.person', ...tables], { person, personal })
  for (const { table } of made.filter(({ table }) => maps.some((map) => map.table === table && map.binned)))
    await sql`update ${sql.table(table)} set binned_at = null, binned_by = null`.execute(owner)
  await sql`delete from register.restriction`.execute(owner)
  const seen = async () => {
    const found = new Map<string, string[]>()
    for (const { table, id } of made)
      for (const duty of daily) if (await seenBy(duty, table, id)) found.set(table, [...(found.get(table) ?? []), duty])
    return found
  }
  const before = await seen()
  for (const table of [
    'register.note',
    'register.task',
    'register.opportunity',
    'register.sales_order',
    'register.person_email',
  ])
    assert.deepEqual(before.get(table)?.includes('sales'), true, `${table} is seen before`)

  const answer = await as('ingrid')('POST', `/people/${person}/restrictions`, { reason: 'accuracy' })
  assert.equal(answer.statusCode, 201, answer.body)
  const after = await seen()
  for (const table of withKeepers) assert.deepEqual(after.get(table), ['billing'], table)
  const left = [...after.keys()].filter((table) => !(table in stillSeen) && !withKeepers.includes(table))
  assert.deepEqual(left, [])
  for (const { table, id } of made)
    if (before.has(table)) assert.equal(await seenBy('privacy', table, id), true, `privacy sees ${table}`)

  await sql`update register.restriction set lifting_told_at = since, lifted_at = since, told_via = 'letter'`.execute(
    owner,
  )
  assert.deepEqual(await seen(), before)
})

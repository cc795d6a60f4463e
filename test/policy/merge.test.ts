import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { perform } from '#ledger'
import { mergePeople, undoMerge } from '#register'
import { dealSubjects, declaredMaps } from '#statement'
import { anApp } from '#test/app'
import { ground } from '../../src/ground.ts'
import { holdingsOf } from '../../src/holdings.ts'
import { oneRowEach } from '../one-row.ts'

const { register, as } = await anApp()
const owner = register.db.owner() as unknown as Kysely<never>
const saku = as('saku', 'sales')
const personal = new Set(
  [...ground.maps, ...declaredMaps(register.policy(), ground.maps)].flatMap(({ table, carries }) =>
    Object.values(carries).flatMap((columns) => columns.map((column) => `${table}.${column}`)),
  ),
)
// What a merge itself writes, what is the ledger's, and what stays of somebody who is no more.
const apart =
  /^register\.(tombstone|suppression|consent_proof|erasure|ledger_opening|access_log|import_line|undo_row|duplicate_pair|merge)$/
// These move with what they are part of, or tell only what was seen; a restriction keeps its person from every merge.
const isPart =
  /^(register\.(price_list|document_piece|document_version|notification|seen_lately|restriction|message|message_subject|message_body|message_file|rights_(item|event|letter|link))|(register|declared)\.organisation(_address|_source)?)$/
/** What a merge lets go of, and why. */
const letGo: Record<string, string> = {
  'register.bulk_edit_row': 'what a bulk edit changed of one of two is not restored on what both became',
  'register.own_page_link': 'a link of a record that is no more opens nothing; they ask for another',
}
/** What names people or companies and is in no journal of a merge, and what becomes of it. */
const besides: Record<string, string> = {
  'register.access_log': 'who looked at whom: sealed as it was',
  'register.duplicate_pair': 'found anew each night; who is one needs no pair',
  'register.import_line': 'who became whom is asked each time',
  'register.merge': 'the merge itself',
  'register.undo_row': 'its journal',
  'register.notification': 'carried and put back by the merge itself',
  'register.seen_lately': 'the same',
}
const added = dealSubjects.map((subject) => `declared.${subject}`)
const tables = [...new Set(holdingsOf(register).flatMap((holding) => holding.tables))].filter((one) => !apart.test(one))

const rowsAbout = async (people: string[]) =>
  (
    await sql<{
      place: string
      row: string
    }>`select place, place || ' ' || key || ' ' || said::text as row from seloste.rows_about(${people}::uuid[], '{}', null) order by 2`.execute(
      owner,
    )
  ).rows

test('with a row in every table about one of two, a merge either way is undone to the letter', async () => {
  const full = randomUUID()
  await oneRowEach(owner, tables, { person: full, personal })
  await sql`update register.person set kind = 'private-customer' where id = ${full}`.execute(owner)
  await sql`delete from register.restriction where person_id = ${full}`.execute(owner) // what is restricted is merged by nobody
  await sql`update register.organisation set person_id = null, form = 'company' where person_id = ${full}`.execute(
    owner,
  )
  // What triggers reckon is reckoned once, as it would have been.
  for (const table of ['register.invoice', 'register.payment'])
    await sql`update ${sql.table(table)} set person_id = person_id where person_id = ${full}`.execute(owner)
  const answer = await saku('POST', '/people', { values: { 'person.name': 'Toinen Kortti' }, source: 'contact' })
  assert.equal(answer.statusCode, 201, answer.body)
  const other = answer.json().id as string
  const before = await rowsAbout([full, other])
  const places = new Set(before.map(({ place }) => place))
  assert.deepEqual(
    tables.filter((table) => !places.has(table) && !isPart.test(table) && !added.includes(table)),
    [],
    'a merge looks into every table',
  )

  for (const [gone, kept] of [
    [full, other],
    [other, full],
  ] as const) {
    const occasion = { by: 'saku', duty: 'matching', purpose: 'matching', at: register.now(), under: '1' }
    const merge = await perform(register.db, occasion, (act) =>
      mergePeople(act as never, holdingsOf(register) as never, { from: gone, into: kept }),
    )
    assert.deepEqual(await rowsAbout([gone]), [], 'nothing is left about who went')
    const stays = new Set((await rowsAbout([kept])).map(({ place }) => place))
    const lost = [...new Set(before.map(({ place }) => place))].filter((place) => !stays.has(place))
    const lets = gone === full ? Object.keys(letGo) : []
    assert.deepEqual(lost, lets, 'and nothing of theirs is lost but what is said above')
    await perform(register.db, occasion, (act) => undoMerge(act, { merge, about: kept, from: gone }))
    assert.deepEqual(await rowsAbout([full, other]), before)
  }
})

test('every table that names people or companies is carried by a merge, or its reason stands here', async () => {
  const { rows } = await sql<{ place: string }>`
    select distinct format('%s.%s', space.nspname, own.relname) as place from pg_class own
      join pg_namespace space on space.oid = own.relnamespace join pg_attribute part on part.attrelid = own.oid and not part.attisdropped
    where space.nspname in ('register', 'declared') and own.relkind in ('r', 'p') and not own.relispartition
      and (part.atttypid = 'uuid'::regtype and part.attname ~ '(^|_)(person|organisation)(_id)?$'
        or part.atttypid = 'uuid[]'::regtype and part.attname in ('people', 'parties'))
      and not exists (select from seloste.columns_about('person') known where known.place = format('%s.%s', space.nspname, own.relname))
      and not exists (select from seloste.columns_about('organisation') known where known.place = format('%s.%s', space.nspname, own.relname))
    order by 1`.execute(owner)
  assert.deepEqual(
    rows.map(({ place }) => place),
    Object.keys(besides).sort(),
  )
})

for (const { path, kind, name } of [
  { path: '/people', kind: 'person', name: { 'person.name': 'Olli Uusitalo' } },
  { path: '/companies', kind: 'company', name: { 'org.name': 'Uusitalon Puu Oy' } },
] as const)
  test(`what one opened lately and was told of a ${kind} is of the record that it became, and comes back with an undo`, async () => {
    const made = async (where: string, body: object) => {
      const answer = await saku('POST', where, body)
      assert.equal(answer.statusCode, 201, answer.body)
      return answer.json().id as string
    }
    const card = () => made(path, { values: name, source: 'contact' })
    const [gone, kept] = [await card(), await card()]
    const deal = await made('/opportunities', { [kind]: gone, title: 'Kiuas' })
    const helmi = as('helmi', 'service')
    const open = async (who: typeof saku, what: string, id: string, at: string) => {
      await register.setClock(`2026-03-02T${at}:00+02:00`)
      assert.equal((await who('PUT', '/seen-lately', { kind: what, id })).statusCode, 204)
    }
    await open(saku, kind, kept, '12:01')
    await open(saku, 'opportunity', deal, '12:02')
    await open(saku, kind, gone, '12:03')
    await open(helmi, kind, gone, '12:04')
    const column = kind === 'person' ? sql.ref('person_id') : sql.ref('organisation_id')
    await sql`insert into register.notification (staff, kind, ${column}, by, at) values ('saku', 'mention', ${gone}, 'helmi', now())`.execute(
      owner,
    )
    const seen = async () =>
      (
        await sql<{ said: string }>`
          select concat_ws(' ', kind, case record_id when ${gone} then 'gone' when ${kept} then 'kept' else 'deal' end,
            case ${column} when ${gone} then 'gone' else 'kept' end, to_char(at at time zone 'Europe/Helsinki', 'HH24:MI')) as said
          from register.seen_lately where ${column} in (${gone}, ${kept}) order by at`.execute(owner)
      ).rows.map(({ said }) => said)
    const told = async () =>
      (
        await sql<{
          id: string
        }>`select ${column} as id from register.notification where ${column} in (${gone}, ${kept})`.execute(owner)
      ).rows.map(({ id }) => id)
    const before = await seen()
    assert.deepEqual(before, [
      `${kind} kept kept 12:01`,
      'opportunity deal gone 12:02',
      `${kind} gone gone 12:03`,
      `${kind} gone gone 12:04`,
    ])

    await register.setClock('2026-03-02T12:05:00+02:00')
    await saku('POST', `${path}/${kept}/merges`, { from: gone })
    assert.deepEqual(await seen(), [
      'opportunity deal kept 12:02',
      `${kind} kept kept 12:03`,
      `${kind} kept kept 12:04`,
    ])
    assert.deepEqual(await told(), [kept])
    const titles = (await saku('GET', '/seen-lately')).json().items.map((one: { id: string }) => one.id)
    assert.deepEqual(
      titles.filter((id: string) => [gone, kept, deal].includes(id)),
      [kept, deal],
    )

    await open(helmi, kind, kept, '12:06')
    const { items } = (await saku('GET', '/merges')).json()
    const merge = items.find((one: { record: string }) => one.record === kept).id
    const undone = await saku('POST', `/merges/${merge}/undo`)
    assert.ok(undone.statusCode < 300, undone.body)
    assert.deepEqual(await seen(), [...before, `${kind} kept kept 12:06`], 'what was opened since stays opened')
    assert.deepEqual(await told(), [gone])
  })

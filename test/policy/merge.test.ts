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
  /^(register\.(price_list|document_piece|document_version|notification|seen_lately|restriction|message|message_subject|message_body|rights_(item|event|letter|link))|(register|declared)\.organisation(_address|_source)?)$/
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
    await perform(register.db, occasion, (act) => undoMerge(act, { merge, about: kept, from: gone }))
    assert.deepEqual(await rowsAbout([full, other]), before)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { dealSubjects, deals } from '#statement'
import { anApp } from '#test/app'
import { oneRowAlone } from '#test/one-row'
import { holdingsOf } from '../../src/holdings.ts'

const { as, register } = await anApp()
const sales = as('saku', 'sales')
const owner = register.db.owner() as unknown as Kysely<never>

/** What says nothing by itself hangs on the row named here, and with it on the person. */
const through: Record<string, string> = {
  'register.document_version': 'register.document',
  'register.document_piece': 'register.document',
  'register.message': 'register.message_person',
  'register.message_subject': 'register.message',
  'register.message_body': 'register.message',
  'register.message_file': 'register.message',
  'register.rights_event': 'register.rights_request',
  'register.rights_item': 'register.rights_request',
  'register.rights_letter': 'register.rights_request',
  'register.rights_link': 'register.rights_request',
  ...Object.fromEntries(dealSubjects.map((subject) => [`declared.${subject}`, deals[subject].table])),
}
// Keyed by addresses, not by people: what a merge adds here, and what is said since, is proven in src/choices/merge-strictest.test.ts.
const byAddress = ['register.suppression', 'register.consent_proof']

/** What the checks of these ask of a row, beside whom it is about. */
const asked: Record<string, unknown> = {
  'register.erasure.done_at': null,
  'register.erasure.state': 'held',
  'register.tombstone.digests': '{}',
}

const places = async (subject: 'person' | 'organisation') =>
  (
    await sql<{ place: string; column_name: string; is_list: boolean }>`
      select * from seloste.columns_about(${subject}) order by 1, 2`.execute(owner)
  ).rows.filter(({ place, column_name }) => !(place === `register.${subject}` && column_name === 'id'))

/** What stands in the way of an undo after one new row; nothing is kept of the row or of the undo. */
async function standsInTheWay(merge: string, table: string, more: Record<string, unknown>): Promise<string | null> {
  const over = new Error('nothing of this is kept')
  let place: string | null = null
  await owner
    .transaction()
    .execute(async (db) => {
      if (table) await oneRowAlone(db, table, more)
      await sql.raw(`set local session authorization ${register.db.loginOf('matching')}`).execute(db)
      const { rows } = await sql<{ place: string | null }>`select seloste.undo_merge(${merge}, now()) as place`.execute(
        db,
      )
      place = rows[0]?.place ?? null
      throw over
    })
    .catch((fault) => {
      if (fault !== over) throw fault
    })
  return place
}

const made = async (path: string, values: object) =>
  (await sales('POST', path, { values, source: 'contact' })).json().id as string

for (const { subject, path, name } of [
  { subject: 'person', path: '/people', name: { 'person.name': 'Olli Uusitalo' } },
  { subject: 'organisation', path: '/companies', name: { 'org.name': 'Uusitalon Puu Oy' } },
] as const) {
  const [gone, kept] = [await made(path, name), await made(path, name)]
  await sales('POST', `${path}/${kept}/merges`, { from: gone })
  const { items } = (await sales('GET', '/merges')).json()
  const merge = items.find((one: { record: string }) => one.record === kept).id
  const all = await places(subject)

  test(`whatever new hangs on ${subject === 'person' ? 'a person' : 'a company'} keeps the merge: every table that has a column for one, by that column`, async () => {
    assert.ok(all.length > 20, String(all.length))
    assert.equal(await standsInTheWay(merge, '', {}), null, 'before anything new, it may be undone')
    const faults: string[] = []
    for (const { place, column_name, is_list } of all) {
      const about = { ...asked, [`${place}.${column_name}`]: is_list ? `{${kept}}` : kept }
      const other = `${place}.${subject === 'person' ? 'organisation_id' : 'person_id'}`
      // Most are about one of the two kinds, never about both.
      const found = await standsInTheWay(merge, place, about).catch(() =>
        standsInTheWay(merge, place, { ...about, [other]: null }).catch((fault) => String(fault)),
      )
      if (found !== place) faults.push(`${place}.${column_name}: ${found}`)
    }
    assert.deepEqual(faults, [])
  })
}

test('no table of a holding is out of reach of a merge: each names whom it is about, or hangs on one that does', async () => {
  const known = new Set([...(await places('person')), ...(await places('organisation'))].map(({ place }) => place))
  const tables = new Set(holdingsOf(register).flatMap((holding) => [...holding.tables]))
  const { rows } = await sql<{ place: string }>`
    select place from unnest(${[...tables]}::text[]) place where seloste.is_passing(place)`.execute(owner)
  tables.delete('register.person') // the record itself
  for (const { place } of rows) tables.delete(place) // tells what was seen or done, and holds nothing
  const loose = [...tables].filter((table) => !known.has(table) && !(table in through) && !byAddress.includes(table))
  assert.deepEqual(loose.sort(), [])
  for (const [table, on] of Object.entries(through)) assert.ok(known.has(on) || on in through, `${table} on ${on}`)
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { type Act, exportLedger, look, perform } from '#ledger'
import { startPostgres } from '#platform/postgres'
import { clusterAt } from '#platform/postgres-home'
import { erasePerson, planErasure, rewriteErased } from '#rights'
import { declaredMaps, type Published } from '#statement'
import { anApp } from '#test/app'
import { csv, imported, linesOf } from '../../src/exchange/import.fixture.ts'
import { ground } from '../../src/ground.ts'
import { holdingsOf } from '../../src/holdings.ts'
import { isTold, oneRowEach, told } from '../one-row.ts'

// A cluster of its own: its files are read byte by byte.
delete process.env.DATABASE_URL
const directory = await mkdtemp(join(tmpdir(), 'seloste-erasure-'))
const postgres = await startPostgres({ directory, durable: true })
const { home } = await clusterAt(directory)
const { register, as } = await anApp({ serverUrl: postgres.url })
after(async () => {
  await postgres.stop()
  await rm(home, { recursive: true, force: true })
  await rm(directory, { recursive: true, force: true })
})
const owner = register.db.owner() as unknown as Kysely<never>
const { statement } = register.current() as Published
const holdings = holdingsOf(register)
const person = randomUUID()
const occasion = { by: 'ingrid', duty: 'rights', purpose: 'customer-relationship', at: register.now(), under: '1' }
const personal = new Set(
  [...ground.maps, ...declaredMaps(register.policy(), ground.maps)].flatMap(({ table, carries }) =>
    Object.values(carries).flatMap((columns) => columns.map((column) => `${table}.${column}`)),
  ),
)
const wish = { holdings, statement, personId: person }

// These an erasure writes itself, or are the ledger's own doors' to write.
const itsOwn = [
  'register.tombstone',
  'register.suppression',
  'register.consent_proof',
  'register.erasure',
  'register.ledger_opening',
  'register.access_log',
]

test('one row in every table of every holding: all present, erased, all gone or kept with a reason', async () => {
  await sql`alter system set wal_compression = 'off'`.execute(owner) // compressed, a word would hide from the search below
  await sql`select pg_reload_conf()`.execute(owner)
  const tables = [...new Set(holdings.flatMap(({ tables }) => tables))].filter((table) => !itsOwn.includes(table))
  const made = await oneRowEach(owner, tables, { person, personal })
  assert.deepEqual(made.map(({ table }) => table).sort(), [...tables].sort())
  await perform(register.db, occasion, (act) => act.record({ what: 'person.created', about: person }))
  await look(register.db, occasion, async (view) => view.saw([person], ['person.name']))

  const plan = await look(register.db, occasion, (view) => planErasure(view as never, wish as never))
  assert.equal(plan.isHeld, false, JSON.stringify(plan.fates.filter(({ fate }) => fate === 'hold')))
  for (const holding of holdings) {
    const has = await look(register.db, occasion, async (view) => {
      view.saw([person], [])
      return holding.has(view as never, person)
    })
    assert.equal(has, true, `${holding.name} has something about the person`)
    assert.ok(
      plan.fates.some((fate) => fate.holding === holding.name),
      `${holding.name} plans something`,
    )
  }
  assert.ok((await wordsInTables()).length > tables.length / 2, 'the search finds what is there')
  await sql`analyze`.execute(owner)
  await sql`checkpoint`.execute(owner)
  assert.ok((await filesWithWords()).length > 5, 'and finds it in the files')

  await erasePerson(register, occasion, wish)
  const kept = new Map(plan.fates.filter(({ fate }) => fate !== 'erase').map((fate) => [fate.table, fate]))
  for (const { table, id } of made) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(held)::text as row from ${sql.table(table)} held where to_jsonb(held)::text like ${`%${id}%`} or to_jsonb(held)::text like ${`%${person}%`}`.execute(
      owner,
    )
    if (rows.length > 0)
      assert.ok(kept.get(table)?.ground || kept.has(`${table}`) || isMinimal(table), `${table} keeps ${rows[0]?.row}`)
  }
  assert.deepEqual(await wordsInTables(), [], 'no word of the person is in any table')
})

test('after the rewrite no byte of the person is in any file of the database, its log among them', async () => {
  assert.equal(await rewriteErased(register, occasion, { holdings, statement }), 1)
  await sql`checkpoint`.execute(owner)
  assert.deepEqual(await filesWithWords(), [])
  const { rows } = await sql<{ bytes: Date; wal: Date | null; backups: string }>`
    select bytes_left_at as bytes, wal_left_at as wal, backups_left_on::text as backups from register.erasure`.execute(
    owner,
  )
  assert.ok(rows[0]?.bytes && rows[0].wal, 'and the evidence says when they left')
  assert.equal(rows[0].backups, '2026-04-07')
})

test('the ledger as it is exported says nothing of the person either', async () => {
  let text = ''
  for await (const part of exportLedger(register.db, [])) text += part
  assert.ok(text.includes('person.erased'))
  assert.equal(isTold.exec(text), null)
})

test('neither an old list, nor a form, nor a merge brings back who was erased', async () => {
  const { id } = await imported(as('saku', 'sales'), csv('Nimi;Sähköposti', `Xqvetta Xqvinen;${told.email}`))
  assert.deepEqual(await linesOf(as('saku', 'sales'), id, 'erased'), ['2 PERSON_ERASED person.email'])
  const sent = await as('saku')('POST', '/people', {
    values: { 'person.name': 'Xqv Uusi', 'person.email': told.email },
    source: 'contact',
  })
  assert.notEqual(sent.json().id, person)
  await assert.rejects(
    perform(register.db, { ...occasion, duty: 'matching' }, async (act) => {
      for (const holding of holdings) await holding.merge(act as unknown as Act<never>, person, sent.json().id)
    }),
  )
})

// Counts, dates and states of what was answered or sent stay without a person in them.
function isMinimal(table: string) {
  return /^register\.(rights_|campaign_)/.test(table)
}

async function wordsInTables(): Promise<string[]> {
  const { rows: places } = await sql<{ place: string }>`
    select format('%I.%I', schemaname, tablename) as place from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`.execute(
    owner,
  )
  const found: string[] = []
  for (const { place } of places) {
    const { rows } = await sql<{ row: string }>`select to_jsonb(held)::text as row from ${sql.raw(place)} held`.execute(
      owner,
    )
    if (rows.some(({ row }) => isTold.test(row))) found.push(place)
  }
  return found
}

async function filesWithWords(): Promise<string[]> {
  const found: string[] = []
  for (const file of await readdir(home, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    const bytes = await readFile(path).catch(() => Buffer.alloc(0))
    const [word] = isTold.exec(bytes.toString('latin1')) ?? []
    if (word) found.push(`${path.slice(home.length + 1)} is of ${await relationOf(file.name)}`)
  }
  return found
}

async function relationOf(file: string) {
  const { rows } = await sql<{ name: string }>`
    select oid::regclass::text as name from pg_class where pg_relation_filenode(oid)::text = ${file.split(/[._]/)[0]}`.execute(
    owner,
  )
  return rows[0]?.name ?? 'no table'
}

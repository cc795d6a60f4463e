import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { look } from '#ledger'
import { newId } from '#platform/new-id'
import { anApp } from '#test/app'

const { register, ids, as } = await anApp()
const { db } = register
const owner = db.owner()

const people = await owner
  .insertInto('register.person')
  .values(
    Array.from({ length: 40 }, (_, n) => ({
      ...{ id: newId(), kind: 'representative' as const, given_name: 'Aino', family_name: `Koe ${n}` },
      ...{ created_at: register.now(), changed_at: register.now() },
    })),
  )
  .returning('id')
  .execute()
const one = (n: number) => people[n % people.length]?.id ?? ''
const entriesOf = async () => {
  const { rows } = await sql<{ person: string; entries: number }>`
    select unnest(people)::text as person, count(*) as entries from register.access_log group by 1`.execute(owner)
  return new Map(rows.map(({ person, entries }) => [person, entries]))
}

test('of two hundred cards opened at once, each has its own entry in the access log, once', async () => {
  const open = as('saku')
  const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => open('GET', `/people/${one(n)}`)))
  assert.deepEqual(
    answers.filter(({ statusCode }) => statusCode !== 200).map(({ body }) => body),
    [],
  )
  const entries = await entriesOf()
  assert.deepEqual(
    people.map(({ id }) => entries.get(id)),
    people.map(() => 5),
  )
})

test('while the access log’s connections are cut, nobody is shown without an entry, and no entry is written twice', async () => {
  const before = await entriesOf()
  const open = as('saku')
  const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${db.loginOf('ledger')} and datname = current_database()`
  let cutting = true
  const cutter = (async () => {
    while (cutting) {
      await cut.execute(owner)
      await pause(3 + Math.random() * 60) // so that also on a busy machine some get through
    }
  })()
  const answers = await Promise.all(
    Array.from({ length: 400 }, async (_, n) => {
      await pause(Math.floor(n / 8) * 4)
      return { id: one(n), status: (await open('GET', `/people/${one(n)}`)).statusCode }
    }),
  )
  cutting = false
  await cutter

  const entries = await entriesOf()
  for (const { id } of people) {
    const asked = answers.filter((answer) => answer.id === id)
    const shown = asked.filter(({ status }) => status === 200).length
    const written = (entries.get(id) ?? 0) - (before.get(id) ?? 0)
    assert.ok(written >= shown && written <= asked.length, `${shown} shown, ${written} written, ${asked.length} asked`)
  }
  assert.ok(answers.some(({ status }) => status === 200))
})

test('readers of a narrower reach are told apart on the connections they share, and nothing of them stays there', async () => {
  const occasion = { duty: 'sales', purpose: 'customer-relationship', at: register.now(), under: '1' }
  const readers = Array.from({ length: 60 }, (_, n) => (n % 3 === 0 ? `${ids.saku}` : `o'${n}\\`))
  const told = await Promise.all(
    readers.map((by) =>
      look(db, { ...occasion, by, reach: 'own' }, async (view) => {
        view.saw([], [])
        const { acting } = await view.db
          .selectNoFrom(sql<string>`seloste.acting()`.as('acting'))
          .executeTakeFirstOrThrow()
        return acting
      }),
    ),
  )
  assert.deepEqual(told, readers)
  await assert.rejects(
    look(db, { ...occasion, by: 'x', reach: 'own' }, async (view) =>
      view.db.selectNoFrom(sql`1 / 0`.as('x')).execute(),
    ),
    /division by zero/,
  )
  const left = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const { rows } = await sql<{
        by: string
      }>`select coalesce(current_setting('seloste.by', true), '') as by`.execute(db.as('sales'))
      return rows[0]?.by
    }),
  )
  assert.deepEqual(left, Array(8).fill(''))
  const { rows } = await sql`select pid from pg_stat_activity
    where usename = ${db.loginOf('sales')} and datname = current_database() and state like 'idle in transaction%'`.execute(
    owner,
  )
  assert.deepEqual(rows, [])
})

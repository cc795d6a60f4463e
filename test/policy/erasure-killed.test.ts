import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { keyInFile, liveLedger, seal, verify } from '#ledger'
import { erasePerson, resumeErasures } from '#rights'
import type { Published } from '#statement'
import { kills } from '#test/kills'
import { inOneFile } from '#test/one-file'
import { holdingsOf } from '../../src/holdings.ts'
import { aRegister } from '../register.ts'

const rounds = kills
const program = await inOneFile(new URL('../erasing.fixture.ts', import.meta.url))
const perRound = 4
const register = await aRegister()
const owner = register.db.owner()
const { statement } = register.current() as Published
const occasion = { by: 'ingrid', duty: 'rights', purpose: 'customer-relationship', at: register.now(), under: '1' }
const directory = await mkdtemp(join(tmpdir(), 'seloste-killed-'))
after(() => rm(directory, { recursive: true, force: true }))

// Every fourth owes something: the invoice and its debtor stay.
const { rows: people } = await sql<{ id: string; owes: boolean }>`
  with who as (
    insert into register.person (kind, given_name, family_name, created_at, changed_at)
    select 'private-customer', 'Henkilö', n::text, now(), now() from generate_series(1, ${rounds * perRound}::integer) n returning id, family_name
  ), mail as (
    insert into register.person_email (person_id, address, kind, is_primary, added_at)
    select id, 'henkilo' || family_name || '@koti.example', 'private', true, now() from who
  ), told as (
    insert into register.person_source (person_id, field, value_id, source, by, recorded_at, obtained_at, as_of)
    select id, 'person.name', id, 'contact', 'saku', now(), now(), current_date from who
  ), asked as (
    insert into register.enquiry (person_id, channel, state, message, group_company, language, source, statement_version, entered_by, received_at)
    select id, 'phone', 'closed', 'Kysymys', 'valo-energia', 'fi', 'contact', 1, 'saku', now() from who
  ), owed as (
    insert into register.invoice (group_company, person_id, number, issued_on, due_on, amount_cents, status, fiscal_year_end, debtor_name, entered_by, entered_at)
    select 'valo-energia', id, family_name, '2026-02-01', '2026-02-15', 100, 'open', '2026-12-31', 'Henkilö', 'bo', now()
    from who where family_name::integer % 4 = 0
  )
  select id, family_name::integer % 4 = 0 as owes from who`.execute(owner)
const owes = new Set(people.filter((one) => one.owes).map(({ id }) => id))

test('an erasure killed at any moment leaves each person wholly there or wholly erased, and what is held is held', async () => {
  const fates = { there: 0, erased: 0 }
  let next = started()
  let span = 0 // about how long a batch takes here and now, in milliseconds: the first is let end
  for (let round = 0; round < rounds; round++) {
    const child = await next
    next = started() // the next one warms up meanwhile
    const batch = people.slice(round * perRound, (round + 1) * perRound).map(({ id }) => id)
    const began = Date.now()
    child.send(batch)
    await Promise.race([...(span ? [pause(Math.random() * span)] : []), once(child, 'message')])
    span ||= Date.now() - began
    await killed(child)
    const found = await Promise.all(batch.map(whole))
    for (const fate of found) fates[fate]++
    if (round > 0)
      span *= found.every((fate) => fate === 'erased') ? 0.8 : found.every((fate) => fate === 'there') ? 1.25 : 1
  }
  await killed(await next)
  assert.equal(fates.there + fates.erased, people.length)
  assert.ok(fates.there > 0 && fates.erased > 0, `killed too early or too late each time: ${JSON.stringify(fates)}`)
})

test('asked again, everybody goes; paid, what was held goes too; and the ledger verifies', async () => {
  for (const { id } of people)
    await erasePerson(register, occasion, { holdings: holdingsOf(register), statement, personId: id })
  for (const { id } of people) assert.equal(await whole(id), 'erased')
  await sql`update register.invoice set status = 'credited', settled_on = '2026-03-01'`.execute(owner)
  const gone = await resumeErasures(register, occasion, { holdings: holdingsOf(register), statement })
  assert.equal(gone.length, owes.size)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from register.person`.execute(owner)
  assert.equal(rows[0]?.count, 0)

  const key = await keyInFile(join(directory, 'ledger.key'), 'valo.example')
  const checkpointFile = join(directory, 'checkpoints.txt')
  await seal(register.db, { at: register.now(), origin: 'valo.example', key, checkpointFile, under: '1' })
  const verified = await verify(await liveLedger(register.db, { keys: [key], checkpointFile }))
  assert.deepEqual(verified.faults, [])
})

async function started(): Promise<ChildProcess> {
  const child = fork(program, [register.db.url, register.now().toISOString()], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  return child
}

async function killed(child: ChildProcess) {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

// One statement, one moment: what a killed program had sent may still be committed just after.
async function whole(id: string): Promise<'there' | 'erased'> {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from register.erasure where person_id = ${id}) as erased,
      (select count(*)::int from register.tombstone where person_id = ${id}) as tombstones,
      (select count(*)::int from register.person where id = ${id}) as people,
      (select count(*)::int from register.person_email where person_id = ${id}) as emails,
      (select count(*)::int from register.person_source where person_id = ${id}) as sources,
      (select count(*)::int from register.enquiry where person_id = ${id}) as enquiries,
      (select count(*)::int from register.invoice where person_id = ${id}) as invoices`.execute(owner)
  const { erased, ...counted } = rows[0] ?? {}
  const held = owes.has(id) ? 1 : 0
  const there = { tombstones: 0, people: 1, emails: 1, sources: 1, enquiries: 1, invoices: held }
  const gone = { tombstones: 1, people: held, emails: 0, sources: 0, enquiries: 0, invoices: held }
  assert.deepEqual(counted, erased === 1 ? gone : there)
  return erased === 1 ? 'erased' : 'there'
}

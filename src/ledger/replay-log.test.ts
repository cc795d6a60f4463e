import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { appendFile, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { canonicalJson } from '#platform/canonical-json'
import { openPools } from '#platform/pools'
import { aLedger, noon, occasion } from './ledger.fixture.ts'
import { perform } from './perform.ts'
import { linesOfReplay, type Replay, type ReplayLine, replayText } from './replay.ts'
import { keepReplayLog, readReplayLog } from './replay-log.ts'
import type { LedgerTables } from './tables.ts'

const { db, folder } = await aLedger()
let turn = 0
const aFile = () => join(folder, `replay-${++turn}.log`)
const said = async (file: string) => (await readReplayLog(db, file)).lines
const erase = (person: string, pools = db) =>
  perform(pools, occasion, (act) =>
    act.record({ what: 'person.erased', about: person, replay: { kind: 'erasure', person } }),
  )

test('an erasure is in a file outside the database, under the leaf that tells of it', async () => {
  const [file, person] = [aFile(), randomUUID()]
  keepReplayLog(db, file)
  await erase(person)

  const [line] = await said(file)
  assert.deepEqual([line?.at, line?.replay], [noon.toISOString(), { kind: 'erasure', person }])
  const { rows } = await sql<{ payload: { replay: string } }>`
    select payload from register.ledger_opening where hash = ${Buffer.from(line?.leaf ?? '', 'base64url')}`.execute(
    db.owner(),
  )
  assert.equal(rows[0]?.payload.replay, 'erasure')
  assert.equal((await stat(file)).mode & 0o777, 0o600)
})

test('a deed without anything to do again writes nothing there', async () => {
  const file = aFile()
  keepReplayLog(db, file)
  await perform(db, occasion, (act) => act.record({ what: 'person.corrected', about: randomUUID() }))
  await assert.rejects(stat(file), { code: 'ENOENT' })
})

test('what cannot be written to the file is not done at all', async () => {
  keepReplayLog(db, join(folder, 'no such folder', 'replay.log'))
  const person = randomUUID()
  await assert.rejects(erase(person), { code: 'ENOENT' })
  const { rows } = await sql`select from register.ledger_opening where payload ->> 'about' = ${person}`.execute(
    db.owner(),
  )
  assert.equal(rows.length, 0)
})

test('a deed that failed before its end leaves no line', async () => {
  const file = aFile()
  keepReplayLog(db, file)
  const broken = perform(db, occasion, async (act) => {
    await act.record({ what: 'person.erased', replay: { kind: 'erasure', person: randomUUID() } })
    throw new Error('on the way')
  })
  await assert.rejects(broken, /on the way/)
  await assert.rejects(stat(file), { code: 'ENOENT' })
})

test('processes that write at once each find their place in one chain', async () => {
  const file = aFile()
  const others = Array.from({ length: 3 }, () =>
    openPools<LedgerTables>({ url: db.url, prefix: 'seloste_ledger', secret: 'a secret for tests only', size: 4 }),
  )
  const people = Array.from({ length: 60 }, () => randomUUID())
  for (const pools of others) keepReplayLog(pools, file)
  await Promise.all(people.map((person, i) => erase(person, others[i % 3])))
  const written = (await said(file)).map(({ replay }) => 'person' in replay && replay.person)
  assert.deepEqual(written.sort(), people.sort())
  await Promise.all(others.map((pools) => pools.close()))
})

test('a line torn by a power cut is passed over, and the next deed goes on behind it', async () => {
  const file = aFile()
  keepReplayLog(db, file)
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()]
  await erase(first)
  await erase(second)
  const { size } = await stat(file)
  await truncate(file, size - 30)
  await erase(third)

  const read = await readReplayLog(db, file)
  assert.equal(read.torn, 1)
  assert.deepEqual(
    read.lines.map(({ replay }) => 'person' in replay && replay.person),
    [first, third],
  )
})

test('a log with a changed, removed or foreign line is refused', async () => {
  const file = aFile()
  keepReplayLog(db, file)
  for (let i = 0; i < 3; i += 1) await erase(randomUUID())
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n')
  const [one = '', two = '', three = ''] = lines
  const altered = [
    [one.replace('erasure', 'restriction'), two, three],
    [one, three],
    [one, two.slice(0, -9), three],
    [one, three, two],
  ]
  for (const [i, said] of altered.entries()) {
    await writeFile(file, `${said.join('\n')}\n`)
    await assert.rejects(readReplayLog(db, file), { code: 'REPLAY_LOG_ALTERED' }, `${i}`)
  }
  await writeFile(file, `${lines.join('\n')}\n`)
  const other = { secretOf: () => 'another', loginOf: db.loginOf } as unknown as typeof db
  await appendFile(file, '')
  await assert.rejects(readReplayLog(other, file), { code: 'REPLAY_LOG_ALTERED' })
})

test('a line end that was changed into a space is seen, as any other byte', () => {
  const person = '00000000-0000-1000-8000-000000000000'
  const text = replayText('key', '', [{ leaf: 'leaf', at: '2026-03-02', replay: { kind: 'erasure', person } }])
  assert.equal(linesOfReplay('key', text.replace('\n', '\r')).alteredAt, 1)
  assert.equal(linesOfReplay('key', text.replace('\n', '')).alteredAt, null, 'its line end was not yet written')
})

test('what is written is what is read, and no byte of it can be changed unseen', () => {
  const id = fc.uuid()
  const replay: fc.Arbitrary<Replay> = fc.oneof(
    id.map((person): Replay => ({ kind: 'erasure', person })),
    fc
      .record({ person: id, digests: fc.array(fc.string()), scope: fc.string() })
      .map((some): Replay => ({ kind: 'objection', ...some })),
    fc.record({ person: id, on: fc.boolean() }).map((some): Replay => ({ kind: 'restriction', ...some })),
  )
  const line: fc.Arbitrary<ReplayLine> = fc.record({ leaf: fc.string(), at: fc.string(), replay })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (lines, place, change) => {
      const text = replayText('key', '', lines)
      assert.equal(canonicalJson(linesOfReplay('key', text)), canonicalJson({ lines, torn: 0, alteredAt: null }))

      const bytes = Buffer.from(text)
      const at = place % bytes.length
      bytes[at] = (bytes[at] as number) ^ (1 + (change % 127))
      const read = linesOfReplay('key', bytes.toString())
      assert.ok(read.alteredAt !== null || read.lines.length < lines.length)
    }),
  )
})

import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { logOf } from './access-log.ts'
import { aLedger, leafAt, occasion, tamper } from './ledger.fixture.ts'
import { verifyOn } from './verify-on.ts'

const ledger = await aLedger()
const { db, key, checkpointFile } = ledger
const verifyNow = () => verifyOn(db, { keys: [key], checkpointFile })
const faults = async () => (await verifyNow()).faults.map(({ code, at }) => `${code} ${at}`)

/** Queries that read whole pages of sealed leaves since the last time it was asked. */
let wholes = 0
const { default: pg } = await import('pg')
const { query } = pg.Client.prototype
pg.Client.prototype.query = function (this: unknown, ...args: unknown[]) {
  if (/as salts/.test((args[0] as { text?: string }).text ?? '')) wholes += 1
  return Reflect.apply(query, this, args)
} as typeof query
const readWhole = () => {
  const was = wholes > 0
  wholes = 0
  return was
}

/** As whoever holds the database would, and PostgreSQL has counted it. */
const tampered = (...statements: string[]) =>
  tamper(db, ...statements, 'do $$ begin perform pg_stat_force_next_flush(); end $$')

await ledger.record(4)
await pause(1_100) // PostgreSQL counts what a connection wrote once a second
await ledger.record(1)
await ledger.seal()
await logOf(db).write({ ...occasion, at: new Date('2026-03-01T10:00:00Z'), people: [], fields: [] })

test('what was verified once is not read again, and what came since is', async () => {
  assert.deepEqual(await faults(), [])
  assert.equal(readWhole(), true)

  await ledger.record(3, 'b')
  const unsealed = await verifyNow()
  assert.deepEqual([unsealed.ok, unsealed.size, unsealed.unsealed], [true, 5, 3])
  await ledger.seal({ at: new Date('2026-03-02T12:00:00Z') })
  await ledger.record(2, 'c')
  const { size, checkpoints, unsealed: young, erasedOpenings, faults: none } = await verifyNow()
  assert.deepEqual(
    { size, checkpoints, young, erasedOpenings, none },
    { size: 9, checkpoints: 2, young: 2, erasedOpenings: 0, none: [] },
  )
  assert.equal(readWhole(), false)
  const whole = await ledger.verify()
  assert.deepEqual({ ...(await verifyNow()) }, { ...whole })
  readWhole()
})

const tamperings: Record<string, [statement: string, fault: RegExp, back: string]> = {
  'an opening altered long ago sealed': [
    `update register.ledger_opening set payload = payload || '{"by": "x"}' where hash = ${leafAt(1)}`,
    /OPENING_ALTERED leaf\/1/,
    `update register.ledger_opening set payload = payload || '{"by": "ingrid"}' where hash = ${leafAt(1)}`,
  ],
  'an opening of a young leaf': [
    `update register.ledger_opening set payload = payload || '{"by": "x"}' where hash = (select hash from register.ledger_leaf order by seq desc limit 1)`,
    /OPENING_ALTERED leaf\/unsealed-\d+/,
    `update register.ledger_opening set payload = payload || '{"by": "ingrid"}' where hash = (select hash from register.ledger_leaf order by seq desc limit 1)`,
  ],
  'two places swapped': [
    'update register.ledger_index set leaf_index = case leaf_index when 1 then 1002 else 1001 end where leaf_index in (1, 2)',
    /LEAF_REMOVED|ROOT_DIFFERS/,
    'update register.ledger_index set leaf_index = case leaf_index when 1002 then 1 else 2 end where leaf_index > 1000',
  ],
  'an entry of a sealed day of the access log': [
    `update register.access_log set by = 'x'`,
    /ACCESS_LOG_ALTERED day\/2026-03-01/,
    `update register.access_log set by = 'ingrid'`,
  ],
  'a seal': [
    `update register.ledger_checkpoint set at = at + interval '1 second' where size = 5`,
    /CHECKPOINT_FORGED checkpoint\/5/,
    `update register.ledger_checkpoint set at = at - interval '1 second' where size = 5`,
  ],
}

for (const [what, [statement, fault, back]] of Object.entries(tamperings)) {
  test(`${what} is found although it was verified before`, async () => {
    assert.deepEqual(await faults(), [])
    await tampered(statement)
    assert.match((await faults()).join(), fault)
    assert.equal((await verifyNow()).ok, false, 'found again, not remembered as whole')
    await tampered(back)
    assert.deepEqual(await faults(), [])
  })
}

test('a table that was swapped for another is read whole', async () => {
  assert.deepEqual(await faults(), [])
  readWhole()
  await tampered(
    'create table register.other as table register.ledger_opening',
    `update register.other set payload = payload || '{"by": "x"}' where hash = ${leafAt(1)}`,
    'truncate register.ledger_opening',
    'insert into register.ledger_opening table register.other',
    'drop table register.other',
  )
  assert.deepEqual(await faults(), ['OPENING_ALTERED leaf/1'])
  await tampered(`update register.ledger_opening set payload = payload || '{"by": "ingrid"}' where hash = ${leafAt(1)}`)
  assert.deepEqual(await faults(), [])
})

test('the file outside the database is compared whole each time', async () => {
  assert.deepEqual(await faults(), [])
  const said = await readFile(checkpointFile, 'utf8')
  await writeFile(checkpointFile, said.replace('register', 'registre'))
  assert.equal((await verifyNow()).ok, false)
  await writeFile(checkpointFile, said)
  assert.deepEqual(await faults(), [])
})

test('counts that were reset are no proof: the ledger is read whole', async () => {
  assert.deepEqual(await faults(), [])
  readWhole()
  await sql`select pg_stat_reset_single_table_counters('register.ledger_leaf'::regclass)`.execute(db.owner())
  assert.deepEqual(await faults(), [])
  assert.equal(readWhole(), true)
})

import assert from 'node:assert/strict'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { exportLedger } from './export.ts'
import { aLedger, noon, occasion, tamper } from './ledger.fixture.ts'
import { performAsOwner } from './perform.ts'

const ledger = await aLedger()
const { db } = ledger

// Leaves whose openings were erased, for these are quick to make: 130 000 are seven pages of places and two of leaves.
const insert = (from: number, to: number) => sql`
  insert into register.ledger_leaf (hash, at)
  select sha256(i::text::bytea), ${noon} from generate_series(${from}::integer, ${to}::integer) i`

test('a ledger of many pages verifies, with a leaf that came late', async () => {
  await performAsOwner(db, occasion, (act) => act.record({ what: 'statement.published' }))
  await db
    .owner()
    .transaction()
    .execute(async (slow) => {
      await insert(1, 3).execute(slow)
      await insert(4, 65_000).execute(db.owner())
      await ledger.seal()
    })
  await insert(65_001, 130_000).execute(db.owner())
  await ledger.seal()
  await insert(130_001, 130_010).execute(db.owner())

  const { faults, size, erasedOpenings, unsealed } = await ledger.verify()
  assert.deepEqual(faults, [])
  assert.deepEqual({ size, erasedOpenings, unsealed }, { size: 130_001, erasedOpenings: 130_010, unsealed: 10 })
})

test('its export verifies without the database', async () => {
  const file = join(ledger.folder, 'export.jsonl')
  await pipeline(Readable.from(exportLedger(db, [ledger.key])), createWriteStream(file))
  const { faults, size, unsealed } = await ledger.verifyFile(file)
  assert.deepEqual({ faults, size, unsealed }, { faults: [], size: 130_001, unsealed: 10 })
})

test('a leaf removed from among many is found, and no other is accused', async () => {
  await tamper(
    db,
    `delete from register.ledger_leaf where hash = (select hash from register.ledger_index where leaf_index = 70000)`,
  )
  assert.deepEqual(
    (await ledger.verify()).faults.map(({ code, at }) => `${code} ${at}`),
    ['LEAF_REMOVED leaf/70000'],
  )
})

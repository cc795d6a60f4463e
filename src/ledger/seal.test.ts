import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openPools } from '#platform/pools'
import { fileOf } from './checkpoint-file.ts'
import { leafOf } from './leaf.ts'
import { aLedger, noon, occasion, steps, tamper } from './ledger.fixture.ts'
import { perform } from './perform.ts'
import { seal } from './seal.ts'
import type { LedgerTables } from './tables.ts'

const { db, record, seal: sealNow, sealing, verify, checkpointFile, folder } = await aLedger()

const indexed = () => db.as('sealer').selectFrom('register.ledger_index').selectAll().orderBy('leaf_index').execute()
const notes = async () =>
  (await db.as('sealer').selectFrom('register.ledger_checkpoint').select('note').orderBy('size').execute()).map(
    ({ note }) => note,
  )

test('sealing an empty ledger makes no checkpoint', async () => {
  assert.deepEqual(await sealNow(), { size: 0, added: 0, note: null })
})

test('sealing gives each leaf its place and writes the checkpoint inside and outside the database', async () => {
  await record(3)
  const { size, added, note } = await sealNow()
  assert.deepEqual({ size, added }, { size: 3, added: 3 })
  assert.deepEqual(await notes(), [note])
  assert.equal(await readFile(checkpointFile, 'utf8'), fileOf([note ?? '']))
})

test('sealing again without news changes nothing', async () => {
  const before = await readFile(checkpointFile, 'utf8')
  const { size, added } = await sealNow()
  assert.deepEqual({ size, added }, { size: 3, added: 0 })
  assert.equal(await readFile(checkpointFile, 'utf8'), before)
})

test('a deed that commits late is sealed after those that overtook it', async () => {
  const late = leafOf(occasion, { what: 'person.corrected', about: 'late' })
  await db
    .owner()
    .transaction()
    .execute(async (slow) => {
      await slow.insertInto('register.ledger_leaf').values({ hash: late.hash, at: noon }).execute()
      await slow.insertInto('register.ledger_opening').values(late).execute()
      await record(2)
      assert.equal((await sealNow()).added, 2)
    })
  assert.equal((await sealNow()).added, 1)
  assert.deepEqual((await indexed()).at(-1)?.hash, late.hash)
  assert.ok((await verify()).ok)
})

for (const step of steps) {
  test(`a sealer killed after “${step}” loses nothing and seals nothing twice`, async () => {
    const before = (await indexed()).length
    await record(2, step)
    const passing = (passed: string) => {
      if (passed === step) throw new Error('killed')
    }
    await assert.rejects(sealNow({ passing }), /killed/)
    assert.deepEqual((await verify()).faults, [])

    await record(1, step)
    await sealNow()
    const places = await indexed()
    assert.deepEqual(
      places.map(({ leaf_index }) => leaf_index),
      [...places.keys()],
    )
    assert.equal(places.length, before + 3)
    assert.equal(await readFile(checkpointFile, 'utf8'), fileOf(await notes()))
    assert.deepEqual((await verify()).faults, [])
  })
}

test('a file torn by a power cut is completed by the next seal', async () => {
  const whole = await readFile(checkpointFile, 'utf8')
  await writeFile(checkpointFile, whole.slice(0, -30))
  assert.deepEqual((await verify()).faults, [])
  await sealNow()
  assert.equal(await readFile(checkpointFile, 'utf8'), whole)
})

test('a server that starts again goes on with the same tree', async () => {
  const again = openPools<LedgerTables>({ url: db.url, prefix: 'seloste_ledger', secret: 'a secret for tests only' })
  await record(3)
  const { added } = await seal(again, sealing)
  await again.close()
  assert.equal(added, 3)
  await record(1)
  await sealNow()
  assert.deepEqual((await verify()).faults, [])
})

test('deeds and sealers at the same time leave every leaf in the tree once', async () => {
  const before = (await indexed()).length
  const deeds = Array.from({ length: 8 }, async (_, clerk) => {
    for (let i = 0; i < 25; i += 1)
      await perform(db, occasion, (act) => act.record({ what: 'person.corrected', about: `${clerk}-${i}` }))
  })
  const sealers = Array.from({ length: 3 }, async () => {
    for (let i = 0; i < 8; i += 1) await sealNow()
  })
  await Promise.all([...deeds, ...sealers])
  await sealNow()

  const report = await verify()
  assert.deepEqual(report.faults, [])
  assert.equal(report.size, before + 200)
  assert.equal(report.unsealed, 0)
})

test('a deed that is rolled back leaves nothing to seal', async () => {
  await assert.rejects(
    perform(db, occasion, async () => undefined),
    /nothing was recorded/,
  )
  const refused = perform(db, occasion, async (act) => {
    await act.record({ what: 'person.corrected' })
    throw new Error('changed my mind')
  })
  await assert.rejects(refused, /changed my mind/)
  assert.equal((await sealNow()).added, 0)
})

test('nothing more is sealed in a ledger that lost its tail', async () => {
  const size = (await indexed()).length
  await record(2)
  await sealNow()
  await tamper(
    db,
    `delete from register.ledger_checkpoint where size > ${size}`,
    `delete from register.ledger_index where leaf_index >= ${size}`,
  )
  await assert.rejects(sealNow(), { code: 'LEDGER_DIVERGED' })
  await record(1)
  const elsewhere = { checkpointFile: `${folder}/another` }
  await sealNow(elsewhere) // only the file outside remembers what was cut off
  assert.deepEqual(
    (await verify()).faults.map(({ code }) => code),
    ['CHECKPOINT_REMOVED'],
  )
})

test('nothing more is sealed over leaves that are not the ones sealed before', async () => {
  const outside = { checkpointFile: `${folder}/another` }
  await tamper(
    db,
    `delete from register.ledger_checkpoint where size = (select max(size) from register.ledger_checkpoint)`,
  )
  await writeFile(outside.checkpointFile, fileOf(await notes()))
  await assert.rejects(sealNow(outside), { code: 'LEDGER_DIVERGED' })

  await tamper(
    db,
    `delete from register.ledger_index where leaf_index >= (select max(size) from register.ledger_checkpoint)`,
    `delete from register.ledger_index where leaf_index = 1`,
  )
  const again = openPools<LedgerTables>({ url: db.url, prefix: 'seloste_ledger', secret: 'a secret for tests only' })
  await assert.rejects(seal(again, { ...sealing, ...outside }), { code: 'LEDGER_DIVERGED' })
  await again.close()
})

test('a leaf may be changed by nobody, not even by the owner', async () => {
  const owner = db.owner()
  await assert.rejects(sql`update register.ledger_leaf set at = now()`.execute(owner), /LEDGER_IS_APPEND_ONLY/)
  await assert.rejects(sql`delete from register.ledger_leaf`.execute(owner), /LEDGER_IS_APPEND_ONLY/)
  await assert.rejects(sql`update register.ledger_opening set salt = salt`.execute(owner), /LEDGER_IS_APPEND_ONLY/)
})

import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { canonicalJson } from '#platform/canonical-json'
import { signCheckpoint } from './checkpoint.ts'
import { leafOf } from './leaf.ts'
import {
  aLedger,
  withByteChanged as changed,
  faultsAfterTampering,
  hex,
  leafAt,
  noon,
  occasion,
  tamper,
} from './ledger.fixture.ts'

const ledger = await aLedger()
for (const count of [4, 3, 6]) {
  await ledger.record(count)
  await ledger.seal()
}
await ledger.record(2)

const untouched = { ok: true, size: 13, checkpoints: 3, erasedOpenings: 0, unsealed: 2, restored: [], faults: [] }

const faultsAfter = (...statements: string[]) => faultsAfterTampering(ledger, statements)

test('an untouched ledger verifies', async () => {
  assert.deepEqual(await ledger.verify(), untouched)
})

test('an altered opening is found', async () => {
  const found = await faultsAfter(
    `update register.ledger_opening set payload = payload || '{"by": "somebody else"}' where hash = ${leafAt(5)}`,
  )
  assert.deepEqual(found, ['OPENING_ALTERED leaf/5'])
})

test('an altered opening of a leaf that is not sealed yet is found', async () => {
  const found = await faultsAfter(
    `update register.ledger_opening set payload = payload || '{"by": "x"}' where hash = (select hash from register.ledger_leaf order by seq desc limit 1)`,
  )
  assert.deepEqual(found, ['OPENING_ALTERED leaf/unsealed-15'])
})

test('an altered leaf is found, with its opening made to fit or not', async () => {
  const changedTo = (hash: string) => [
    `update register.ledger_leaf set hash = ${hash} where hash = ${leafAt(5)}`,
    `update register.ledger_opening set hash = ${hash} where hash = ${leafAt(5)}`,
    `update register.ledger_index set hash = ${hash} where leaf_index = 5`,
  ]
  assert.deepEqual(await faultsAfter(...changedTo(`sha256('another')`)), [
    'ROOT_DIFFERS checkpoint/7',
    'LEAF_ALTERED leaf/5',
  ])

  const { hash, salt, payload } = leafOf(occasion, { what: 'person.corrected', about: 'invented' })
  const fitting = [
    `update register.ledger_opening set salt = ${hex(salt)}, payload = '${payload}' where hash = ${leafAt(5)}`,
    ...changedTo(hex(hash)),
  ]
  assert.deepEqual(await faultsAfter(...fitting), ['ROOT_DIFFERS checkpoint/7'])
})

test('an altered time of a leaf is found', async () => {
  const found = await faultsAfter(
    `update register.ledger_leaf set at = at - interval '1 microsecond' where hash = ${leafAt(2)}`,
  )
  assert.deepEqual(found, ['LEAF_ALTERED leaf/2'])
})

test('a removed leaf is found, with its place or without', async () => {
  const gone = [
    `delete from register.ledger_opening where hash = ${leafAt(5)}`,
    `delete from register.ledger_leaf where hash = ${leafAt(5)}`,
  ]
  assert.deepEqual(await faultsAfter(...gone), ['LEAF_REMOVED leaf/5'])

  const place = `delete from register.ledger_index where leaf_index = 5`
  assert.ok((await faultsAfter(...gone, place)).includes('LEAF_REMOVED leaf/5'))

  const closedUp = [
    'update register.ledger_index set leaf_index = leaf_index + 1000 where leaf_index > 5',
    'update register.ledger_index set leaf_index = leaf_index - 1001 where leaf_index > 1000',
  ]
  const found = await faultsAfter(...gone, place, ...closedUp)
  assert.deepEqual(found.slice(0, 2), ['ROOT_DIFFERS checkpoint/7', 'TAIL_TRUNCATED checkpoint/13'])
})

test('an opening torn from its leaf is found', async () => {
  const found = await faultsAfter(
    `update register.ledger_opening set hash = sha256('elsewhere') where hash = ${leafAt(5)}`,
  )
  assert.equal(found.length, 2)
  assert.match(found.join(), /^LEAF_REMOVED leaf\/gone-[0-9a-f]{8},OPENING_ALTERED leaf\/gone-/)
})

test('reordered leaves are found', async () => {
  const swapped = [
    'update register.ledger_index set leaf_index = leaf_index + 1000 where leaf_index in (4, 5)',
    'update register.ledger_index set leaf_index = 1009 - leaf_index where leaf_index >= 1000',
  ]
  assert.deepEqual(await faultsAfter(...swapped), ['ROOT_DIFFERS checkpoint/7', 'LEAF_REORDERED leaf/5'])
})

test('an inserted leaf is found', async () => {
  const found = await faultsAfter(
    `insert into register.ledger_leaf (hash, at) values (sha256('new'), now())`,
    `insert into register.ledger_index values (13, sha256('new'))`,
  )
  assert.deepEqual(found, ['CHECKPOINT_REMOVED checkpoint/14'])
})

test('a forged checkpoint is found, whoever signed it', async () => {
  const forged = { origin: 'register.example/ledger', size: 7, root: Buffer.alloc(32, 7), at: noon }
  const own = signCheckpoint(forged, ledger.key)
  const row = (note: string) =>
    `update register.ledger_checkpoint set root = '\\x${'07'.repeat(32)}', note = '${note}' where size = 7`
  assert.deepEqual(await faultsAfter(row(own)), [
    'CHECKPOINT_FORGED checkpoint/7',
    'CHECKPOINT_FILE_DIFFERS checkpoint/7',
  ])
  assert.deepEqual(await faultsAfter(row('signed by nobody')), [
    'CHECKPOINT_FORGED checkpoint/7',
    'CHECKPOINT_FILE_DIFFERS checkpoint/7',
  ])
})

test('a removed checkpoint is found', async () => {
  assert.deepEqual(await faultsAfter('delete from register.ledger_checkpoint where size = 7'), [
    'CHECKPOINT_REMOVED checkpoint/7',
  ])
})

test('a tail that was cut off is found by the file outside the database', async () => {
  const found = await faultsAfter(
    'delete from register.ledger_checkpoint where size = 13',
    'delete from register.ledger_index where leaf_index >= 7',
  )
  assert.deepEqual(found, ['TAIL_TRUNCATED checkpoint/13'])
})

test('a file outside that lacks more than the newest checkpoint is found', async () => {
  const whole = await readFile(ledger.checkpointFile, 'utf8')
  await writeFile(ledger.checkpointFile, whole.slice(0, 100))
  assert.deepEqual(
    (await ledger.verify()).faults.map(({ code }) => code),
    ['CHECKPOINT_FILE_DIFFERS'],
  )
  await writeFile(ledger.checkpointFile, whole)
})

test('any byte changed in the file outside is found', async () => {
  const whole = await readFile(ledger.checkpointFile)
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
      await writeFile(ledger.checkpointFile, changed(whole, place, change))
      assert.equal((await ledger.verify()).ok, false)
    }),
    { numRuns: 60 },
  )
  await writeFile(ledger.checkpointFile, whole)
})

test('any byte changed in the database is found', async () => {
  const rows = await ledger.db.as('sealer').selectFrom('register.ledger_opening').selectAll().execute()
  const checkpoints = await ledger.db.as('sealer').selectFrom('register.ledger_checkpoint').selectAll().execute()
  const openings = fc.constantFrom(...rows)

  const salts = fc
    .tuple(openings, fc.nat(15), fc.integer({ min: 1, max: 255 }))
    .map(
      ([{ hash, salt }, place, change]) =>
        `update register.ledger_opening set salt = ${hex(changed(salt, place, change))} where hash = ${hex(hash)}`,
    )
  const payloads = fc
    .tuple(openings, fc.nat(), fc.integer({ min: 32, max: 126 }))
    .map(([{ hash, payload }, place, code]) => {
      const text = canonicalJson(payload)
      const at = place % text.length
      return { hash, text, other: `${text.slice(0, at)}${String.fromCharCode(code)}${text.slice(at + 1)}` }
    })
    .filter(({ text, other }) => isOtherJson(text, other))
    .map(
      ({ hash, other }) =>
        `update register.ledger_opening set payload = '${other.replaceAll("'", "''")}' where hash = ${hex(hash)}`,
    )
  const leaves = fc
    .tuple(fc.nat(12), fc.constantFrom('ledger_leaf', 'ledger_index', 'ledger_opening'))
    .map(([index, table]) => `update register.${table} set hash = sha256(hash) where hash = ${leafAt(index)}`)
  const roots = fc
    .tuple(fc.constantFrom(...checkpoints), fc.nat(31), fc.integer({ min: 1, max: 255 }))
    .map(
      ([{ size, root }, place, change]) =>
        `update register.ledger_checkpoint set root = ${hex(changed(root, place, change))} where size = ${size}`,
    )
  const times = fc
    .constantFrom(4, 7, 13)
    .map((size) => `update register.ledger_checkpoint set at = at + interval '1 ms' where size = ${size}`)

  await fc.assert(
    fc.asyncProperty(fc.oneof(salts, payloads, leaves, roots, times), async (statement) => {
      assert.notDeepEqual(await faultsAfter(statement), [], statement)
    }),
    { numRuns: 60 },
  )
  assert.deepEqual(await ledger.verify(), untouched)
})

test('a fault says in three languages what was changed and where', async () => {
  await tamper(ledger.db, `update register.ledger_checkpoint set at = at + interval '1 s' where size = 13`)
  const { faults } = await ledger.verify()
  await tamper(ledger.db, `update register.ledger_checkpoint set at = at - interval '1 s' where size = 13`)
  assert.equal(faults.length, 1)
  assert.match(faults[0]?.said.fi ?? '', /^Sinettiä 13 /)
  assert.match(faults[0]?.said.sv ?? '', /^Sigill 13 /)
  assert.match(faults[0]?.said.en ?? '', /^Seal 13 /)
})

test('erasing openings leaves the ledger verifiable, whichever they are', async () => {
  const rights = ledger.db.as('rights')
  for (const turn of [0, 1, 2, 3, 4, 5]) {
    await sql`delete from register.ledger_opening where payload -> 'detail' ->> 'turn' = ${String(turn)}`.execute(
      rights,
    )
    const { ok, erasedOpenings, size } = await ledger.verify()
    assert.ok(ok)
    assert.ok(erasedOpenings > turn)
    assert.equal(size, 13)
  }
  assert.equal((await ledger.verify()).erasedOpenings, 15)
})

function isOtherJson(text: string, other: string) {
  try {
    return canonicalJson(JSON.parse(other)) !== canonicalJson(JSON.parse(text))
  } catch {
    return false
  }
}

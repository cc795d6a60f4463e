import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { continueSeals, type LostSeals, lostSeals } from './continue-seals.ts'
import { aLedger, occasion, tamper } from './ledger.fixture.ts'
import { performAsOwner } from './perform.ts'
import { signRestored } from './restored-note.ts'
import { newSigningKey, readSigningKey } from './signed-note.ts'

const { db, key, checkpointFile, record, seal, verify } = await aLedger()
const origin = 'register.example/ledger'
const backup = '01890000-0000-7000-8000-000000000000'
const codes = async () => (await verify()).faults.map(({ code, at }) => `${code} ${at}`)
const lost = () => lostSeals(db, { checkpointFile, key, origin, backup }) as Promise<LostSeals>
const tell = ({ digest }: LostSeals) =>
  performAsOwner(db, occasion, (act) =>
    act.record({ what: 'register.restored', about: backup, detail: { note: digest } }),
  )

/** What an older backup would bring back: nothing from this place on. */
async function fallBackTo(size: number) {
  const gone = `(select hash from register.ledger_index where leaf_index >= ${size})`
  await tamper(
    db,
    'create temp table kept_hash on commit drop as select hash from register.ledger_index where false',
    `insert into kept_hash select hash from register.ledger_leaf except select hash from register.ledger_index where leaf_index < ${size}`,
    `delete from register.ledger_opening where hash in (select hash from kept_hash) or hash in ${gone}`,
    `delete from register.ledger_index where leaf_index >= ${size}`,
    'delete from register.ledger_leaf where hash in (select hash from kept_hash)',
    `delete from register.ledger_checkpoint where size > ${size}`,
  )
}

test('a ledger that fell back is a fault, and is not sealed again by itself', async () => {
  await record(3)
  await seal()
  await record(2)
  await seal()
  assert.equal(await lost(), undefined)
  await fallBackTo(3)

  assert.deepEqual(await codes(), ['TAIL_TRUNCATED checkpoint/5'])
  await assert.rejects(seal(), { code: 'LEDGER_DIVERGED' })
})

test('a note nobody explains in the ledger, or of another key, takes nothing back', async () => {
  const written = await readFile(checkpointFile, 'utf8')
  const found = await lost()
  assert.deepEqual([found.kept, found.lost], [3, 5])

  await continueSeals(checkpointFile, found.note)
  assert.deepEqual(await codes(), ['RESTORING_UNEXPLAINED checkpoint/5'])

  const other = readSigningKey(newSigningKey(origin))
  const root = written.split('\n\n')[2]?.split('\n')[2] ?? ''
  await writeFile(checkpointFile, `${written}${signRestored({ origin, kept: 3, lost: 5, root, backup }, other)}\n`)
  assert.equal((await codes()).length > 0, true)
  await assert.rejects(seal(), { code: 'LEDGER_DIVERGED' })
  await writeFile(checkpointFile, written)
})

test('a restoring that is told and signed goes on verifiably, and every verification tells of it', async () => {
  const found = await lost()
  await tell(found)
  const before = await readFile(checkpointFile, 'utf8')
  const whole = `${before}${found.note}\n`
  for (let cut = before.length; cut <= whole.length; cut += 7) {
    await writeFile(checkpointFile, whole.slice(0, cut))
    await continueSeals(checkpointFile, found.note)
    assert.equal(await readFile(checkpointFile, 'utf8'), whole, `cut at ${cut}`)
  }
  await record(1, 'after')
  await seal()
  const { ok, faults, size, restored } = await verify()
  assert.deepEqual([ok, faults, size], [true, [], 5])
  assert.deepEqual(restored, [{ backup, kept: 3, lost: 5 }])
})

test('a seal torn by the power cut before the restoring is given up', async () => {
  await record(4)
  await seal()
  const whole = await readFile(checkpointFile, 'utf8')
  await fallBackTo(5)
  const found = await lost()
  await tell(found)
  await writeFile(checkpointFile, `${whole}${whole.slice(0, 40)}`)
  await continueSeals(checkpointFile, found.note)
  await seal()
  assert.deepEqual(
    (await verify()).restored.map(({ kept, lost }) => [kept, lost]),
    [
      [3, 5],
      [5, 9],
    ],
  )
  assert.deepEqual(await codes(), [])
})

test('another ledger cannot be continued by anybody’s word', async () => {
  const written = await readFile(checkpointFile, 'utf8')
  await writeFile(checkpointFile, written.replace(/^(.*\n3\n)./, '$1='))
  await assert.rejects(lost(), { code: 'LEDGER_DIVERGED' })
  await writeFile(checkpointFile, written)
})

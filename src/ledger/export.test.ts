import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { test } from 'node:test'
import fc from 'fast-check'
import { logOf } from './access-log.ts'
import { exportLedger } from './export.ts'
import { aLedger, withByteChanged as changed, occasion } from './ledger.fixture.ts'
import { exportedLedger, verify } from './verify.ts'

const ledger = await aLedger()
for (const count of [4, 3, 6]) {
  await ledger.record(count)
  await ledger.seal()
}
await ledger.record(2)
await logOf(ledger.db).write({ ...occasion, people: [randomUUID()], fields: ['person.email'] })
await ledger.seal({ at: new Date('2026-03-04T12:00:00Z') })
await ledger.record(1)
const file = join(ledger.folder, 'export.jsonl')
await pipeline(Readable.from(exportLedger(ledger.db, [ledger.key])), createWriteStream(file))

test('an untouched export verifies, with the keys it names or those brought along', async () => {
  const untouched = { ok: true, size: 16, checkpoints: 4, erasedOpenings: 0, unsealed: 1, restored: [], faults: [] }
  assert.deepEqual(await ledger.verifyFile(file), untouched)
  assert.deepEqual(await verify(await exportedLedger(file)), untouched)
})

test('any byte changed, added or lost in an export is found', async () => {
  const whole = await readFile(file)
  const broken = join(ledger.folder, 'broken.jsonl')
  const foundIn = async (bytes: Buffer) => {
    await writeFile(broken, bytes)
    assert.equal((await verify(await exportedLedger(broken, { keys: [ledger.key] }))).ok, false)
  }
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
      await foundIn(changed(whole, place, change))
      await foundIn(whole.subarray(0, place))
    }),
    { numRuns: 150 },
  )
  await foundIn(Buffer.concat([whole, Buffer.from('\n')]))
})

test('a change in an export is found also when the digest at its end was made to fit', async () => {
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n').slice(0, -1)
  const broken = join(ledger.folder, 'broken.jsonl')
  const refit = async (changedLines: string[]) => {
    const text = changedLines.map((line) => `${line}\n`).join('')
    const sha256 = createHash('sha256').update(text).digest('hex')
    await writeFile(broken, `${text}${JSON.stringify({ kind: 'end', lines: changedLines.length, sha256 })}\n`)
    return (await ledger.verifyFile(broken)).faults.map(({ code }) => code)
  }
  assert.deepEqual(await refit(lines), [])

  const isSealed = (line: string) => line.includes('"kind":"leaf"') && !line.includes('"index":null')
  for (const [i, line] of lines.entries()) {
    const lone = JSON.parse(line)
    if (isSealed(line)) {
      assert.notDeepEqual(await refit(lines.toSpliced(i, 1)), [], `without line ${i}`)
      assert.notDeepEqual(
        await refit(lines.with(i, line.replace('"by":"', '"by":"x'))),
        [],
        `another doer on line ${i}`,
      )
      assert.notDeepEqual(
        await refit(lines.with(i, line.replace('"what":"', '"what":"\\ud800'))),
        [],
        `half a character on line ${i}`,
      )
    }
    if (lone.kind === 'checkpoint')
      assert.notDeepEqual(await refit(lines.toSpliced(i, 1)), [], `without checkpoint ${lone.size}`)
    assert.deepEqual((await refit(lines.with(i, '{"kind":"leaf"}'))).includes('EXPORT_ALTERED'), true)
  }
})

test('a file that is no export is refused', async () => {
  const other = join(ledger.folder, 'other.txt')
  for (const text of ['', 'not JSON\n', '{"kind":"head","format":"another"}\n']) {
    await writeFile(other, text)
    await assert.rejects(exportedLedger(other), { code: 'EXPORT_NOT_READ' })
  }
})

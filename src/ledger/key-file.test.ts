import assert from 'node:assert/strict'
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { appendToFile, fileOf, historyIn, lackingIn, readCheckpointFile } from './checkpoint-file.ts'
import { keyInFile } from './key-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('the key is made at the first start, for its owner only, and is the same ever after', async () => {
  const file = join(folder, 'ledger.key')
  const first = await keyInFile(file, 'register.example/ledger')
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.equal((await keyInFile(file, 'register.example/ledger')).vkey, first.vkey)
})

test('servers that start at once agree on one key and leave nothing else behind', async () => {
  const file = join(folder, 'ledger.key')
  const keys = await Promise.all(Array.from({ length: 8 }, () => keyInFile(file, 'register.example/ledger')))
  assert.equal(new Set(keys.map(({ vkey }) => vkey)).size, 1)
  assert.deepEqual(await readdir(folder), ['ledger.key'])
})

test('a key that others can read is refused', async () => {
  const file = join(folder, 'ledger.key')
  await keyInFile(file, 'register.example/ledger')
  await chmod(file, 0o644)
  await assert.rejects(keyInFile(file, 'register.example/ledger'), { code: 'LEDGER_KEY_EXPOSED' })
})

test('a damaged key file is never overwritten', async () => {
  const file = join(folder, 'ledger.key')
  await writeFile(file, 'damaged', { mode: 0o600 })
  await assert.rejects(keyInFile(file, 'register.example/ledger'), TypeError)
})

test('the checkpoint file is completed where it breaks off, at any byte', async () => {
  const notes = ['o\n1\nr=\n\n— k a=\n— k b=\n', 'o\n2\ns=\n\n— k c=\n— k d=\n']
  const whole = fileOf(notes)
  for (let cut = 0; cut <= whole.length; cut += 1) {
    const file = join(folder, `checkpoints-${cut}`)
    await appendToFile(file, whole.slice(0, cut))
    await appendToFile(file, lackingIn(await readCheckpointFile(file), notes))
    assert.equal(await readCheckpointFile(file), whole)
  }
  assert.deepEqual(historyIn(whole, []), { notes, rest: '', restored: [] })
})

test('nothing is added to a file that says what the database does not', () => {
  assert.throws(() => lackingIn('o\n1\nr=\n\n— k a=\n\n', ['o\n1\nq=\n\n— k a=\n']), { code: 'LEDGER_DIVERGED' })
  assert.throws(() => lackingIn('o\n1\nr=\n\n— k a=\n\n', []), { code: 'LEDGER_DIVERGED' })
})

test('a file that cannot be read is a fault, not an empty file', async () => {
  await assert.rejects(readCheckpointFile(folder), { code: 'EISDIR' })
  await assert.rejects(keyInFile(folder, 'register.example/ledger'), { code: 'EISDIR' })
})

import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { openCheckpoint, signCheckpoint } from './checkpoint.ts'
import { newSigningKey, readSigningKey, readVerifierKey } from './signed-note.ts'

const key = readSigningKey(newSigningKey('register.example/ledger'))
const at = new Date('2026-03-02T12:00:00Z')
const checkpoint = { origin: 'register.example/ledger', size: 12, root: randomBytes(32), at }

test('a checkpoint is three lines and two signatures of the key', () => {
  const lines = signCheckpoint(checkpoint, key).split('\n')
  assert.deepEqual(lines.slice(0, 4), ['register.example/ledger', '12', checkpoint.root.toString('base64'), ''])
  assert.equal(lines.filter((line) => line.startsWith('— register.example/ledger ')).length, 2)
})

test('a checkpoint opens with the published verifier key', () => {
  assert.deepEqual(openCheckpoint(signCheckpoint(checkpoint, key), [readVerifierKey(key.vkey)]), checkpoint)
})

test('a checkpoint does not open with another key of the same name', () => {
  const other = readSigningKey(newSigningKey(key.name))
  assert.equal(openCheckpoint(signCheckpoint(checkpoint, other), [key]), undefined)
  assert.deepEqual(openCheckpoint(signCheckpoint(checkpoint, other), [key, other]), checkpoint)
})

test('a signature line of a witness we do not know does no harm', () => {
  const note = signCheckpoint(checkpoint, key)
  assert.deepEqual(openCheckpoint(`${note}— witness.example/w AAAAAAAA\n`, [key]), checkpoint)
})

test('a checkpoint with any byte changed does not open', () => {
  const note = Buffer.from(signCheckpoint(checkpoint, key))
  fc.assert(
    fc.property(fc.nat(note.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const changed = Buffer.from(note)
      changed[place] = (changed[place] as number) ^ change
      assert.equal(openCheckpoint(changed.toString('utf8'), [key]), undefined)
    }),
    { numRuns: 2000 },
  )
})

test('text that is no checkpoint does not open', () => {
  for (const note of ['', '\n', 'one\n\n', 'one\n\n— two three\n', 'o\n01\nAAAA\n\n— a b\n']) {
    assert.equal(openCheckpoint(note, [key]), undefined)
  }
})

// The example key of the signed-note specification's reference implementation.
test('keys are read as other implementations write them', () => {
  const peter = readVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
  assert.equal(peter.name, 'PeterNeumann')
  const signer = readSigningKey('PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz')
  assert.equal(signer.vkey, peter.vkey)
})

test('a damaged key is refused', () => {
  const last = key.vkey.at(-2) === 'A' ? 'B' : 'A'
  assert.throws(() => readVerifierKey(`${key.vkey.slice(0, -2)}${last}=`), TypeError)
  assert.throws(() => readVerifierKey('nothing'), TypeError)
  assert.throws(() => readSigningKey('PRIVATE+KEY+a+00000000+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'), TypeError)
  assert.throws(() => readSigningKey('nothing'), TypeError)
  assert.throws(() => newSigningKey('two words'), TypeError)
})

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '#platform/canonical-json'
import { leafHash, leafOf } from './leaf.ts'
import { noon, occasion } from './ledger.fixture.ts'
import { canonicalOpening } from './verify-leaves.ts'

const text = fc.string({ unit: 'grapheme' })
const opening = fc.record({
  what: text,
  about: fc.oneof(text, fc.constant(null)),
  detail: fc.dictionary(text, fc.jsonValue({ stringUnit: 'grapheme' })),
  by: text,
  duty: text,
  purpose: text,
  at: text,
  under: text,
})

test('the quick canonical form of an opening is its canonical form', () => {
  fc.assert(fc.property(opening, (one) => assert.equal(canonicalOpening(one), canonicalJson(one))))
})

test('what is not exactly an opening is canonicalised as it stands', () => {
  const one = JSON.parse(leafOf(occasion, { what: 'person.corrected' }).payload)
  const others = [
    { ...one, more: 1 },
    { ...one, by: 7 },
    { ...one, about: {} },
    { ...one, at: undefined },
    JSON.parse(JSON.stringify(one).replace('"by"', '"__proto__"')),
    JSON.parse(JSON.stringify(one).replace('{', '{"__proto__":"ingrid",')),
  ]
  for (const other of others) {
    assert.equal(canonicalOpening(other), canonicalJson(other))
    assert.notEqual(canonicalOpening(other), canonicalJson(one))
  }
})

test('a leaf is the RFC 6962 leaf hash of its salt and its payload', () => {
  const { hash, salt, payload } = leafOf(occasion, { what: 'person.corrected', about: 'a' })
  assert.deepEqual(hash, leafHash(salt, payload))
  assert.deepEqual(hash, createHash('sha256').update('\0').update(salt).update(payload).digest())
  assert.equal(JSON.parse(payload).at, noon.toISOString())
})

test('the same deed done twice leaves two leaves that nobody can tell alike', () => {
  const [one, other] = [leafOf(occasion, { what: 'person.corrected' }), leafOf(occasion, { what: 'person.corrected' })]
  assert.equal(one.payload, other.payload)
  assert.notDeepEqual(one.hash, other.hash)
})

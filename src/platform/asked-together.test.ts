import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedTogether } from './asked-together.ts'

test('what is asked while an answer is under way shares the next one, and never the one under way', async () => {
  const batches: number[][] = []
  const release: (() => void)[] = []
  const ask = askedTogether<number, number>(async (items) => {
    batches.push([...items])
    await new Promise<void>((resolve) => release.push(resolve))
    return items.map((item) => item * 10)
  })
  const first = ask(1)
  const second = ask(2)
  const third = ask(3)
  release.shift()?.()
  assert.equal(await first, 10)
  await new Promise(setImmediate)
  release.shift()?.()
  assert.deepEqual(await Promise.all([second, third]), [20, 30])
  assert.deepEqual(batches, [[1], [2, 3]])
})

test('a failure is told to those who shared it, and the next are asked again', async () => {
  let broken = true
  const ask = askedTogether<number, number>(async (items) => {
    if (broken) throw new Error('down')
    return items
  })
  await assert.rejects(ask(1), /down/)
  broken = false
  assert.equal(await ask(2), 2)
})

test('a crowd is asked in parts', async () => {
  const sizes: number[] = []
  const ask = askedTogether<number, number>(async (items) => {
    sizes.push(items.length)
    return items
  }, 3)
  assert.deepEqual(await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(ask)), [1, 2, 3, 4, 5, 6, 7, 8])
  assert.deepEqual(sizes, [1, 3, 3, 1])
})

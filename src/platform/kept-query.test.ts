import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { aRegister } from '#test/register'
import { keptQuery } from './kept-query.ts'

const { db } = await aRegister({ statement: null })
const site = db.as('site')

test('a kept query is written once, and asked with each caller’s own values', async () => {
  const ask = keptQuery<[first: number, second: string]>()
  const under = {}
  let written = 0
  const asked = (first: number, second: string) =>
    ask(site, {
      under,
      key: 'one',
      values: [first, second],
      write: ([a, b]) => {
        written += 1
        return sql<{ said: string }>`select ${b}::text || ${' and '}::text || ${a}::int || ${b}::text as said`
      },
    })
  await asked(0, '')
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 1e9 }),
      fc.string().filter((s) => !s.includes('\u0000')),
      async (a, b) => {
        const [first, second] = await Promise.all([asked(a, b), asked(a + 1, 'other')])
        assert.deepEqual([first[0]?.said, second[0]?.said], [`${b} and ${a}${b}`, `other and ${a + 1}other`])
      },
    ),
    { numRuns: 50 },
  )
  assert.equal(written, 1)
})

test('another key, or another object that it stands under, has a text of its own', async () => {
  const ask = keptQuery<[]>()
  const [one, two] = [{}, {}]
  const said = async (under: object, key: string, text: string) =>
    (
      await ask(site, { under, key, values: [], write: () => sql<{ said: string }>`select ${sql.lit(text)} as said` })
    )[0]?.said
  assert.equal(await said(one, 'a', 'first'), 'first')
  assert.equal(await said(one, 'b', 'second'), 'second')
  assert.equal(await said(two, 'a', 'third'), 'third')
  assert.equal(await said(one, 'a', 'not written any more'), 'first')
})

test('a handle that takes no more queries takes no kept one either', async () => {
  const ask = keptQuery<[]>()
  let isOver = false
  const handle = site.withPlugin({
    transformQuery: ({ node }) => {
      if (isOver) throw new Error('it is over')
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const asked = () =>
    ask(handle, { under: handle, key: '', values: [], write: () => sql<{ one: number }>`select 1 as one` })
  assert.deepEqual(await asked(), [{ one: 1 }])
  isOver = true
  await assert.rejects(asked(), /it is over/)
})

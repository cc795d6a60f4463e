import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'

interface Parameter {
  in: string
  name: string
  schema: { type?: string; format?: string; pattern?: string }
}

const { ask } = await anApp()
/** Ids, days and codes, which name nobody. */
const codes = new Set(
  'after sort groupCompany owner of assignedTo list updatedSince holds group on language month receiver'.split(' '),
)

test('no address asks for words that may name somebody, for addresses end up in logs; of products it may say words', async () => {
  const { paths } = (await ask('GET', '/api/v1/openapi.json')).json() as {
    paths: Record<string, Record<string, { parameters?: Parameter[] }>>
  }
  const freely = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { parameters = [] }]) =>
      parameters
        .filter(({ in: where, schema }) => where === 'query' && schema.type === 'string')
        .filter(({ name, schema }) => !schema.format && !schema.pattern && !codes.has(name))
        .map(({ name }) => `${method.toUpperCase()} ${path} ${name}`),
    ),
  )
  assert.deepEqual(freely, ['GET /api/v1/products q'])
})

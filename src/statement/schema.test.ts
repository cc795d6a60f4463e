import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { Compile } from 'typebox/compile'
import { statementSchema, statementShape } from './format.ts'
import { readStatement } from './read.ts'

const published = new URL('../../docs/statement.schema.json', import.meta.url)

test('the published JSON Schema is the one the program reads by (WRITE_SCHEMA=1 writes it anew)', () => {
  const printed = `${JSON.stringify(statementSchema, null, 1)}\n`
  if (process.env.WRITE_SCHEMA) writeFileSync(published, printed)

  assert.equal(readFileSync(published, 'utf8'), printed)
})

test('the schema names its version and itself', () => {
  const { $schema, $id } = statementSchema

  assert.equal($schema, 'https://json-schema.org/draft/2020-12/schema')
  assert.match($id, /statement\.schema\.json$/)
})

test('no object of the format takes keys it does not know', () => {
  assert.deepEqual(openObjects(statementSchema, '#'), [])
})

test('what the reader reads, the schema accepts', () => {
  const check = Compile(statementShape)
  for (const name of ['valo-group.yaml', 'rekisteriseloste-2022-12-12.yaml']) {
    const { statement } = readStatement(readFileSync(new URL(`../../examples/${name}`, import.meta.url)))
    assert.deepEqual(check.Errors(statement), [], name)
  }
})

function openObjects(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []

  const { type, additionalProperties } = schema as Record<string, unknown>
  const open = type === 'object' && additionalProperties !== false ? [path] : []
  return [...open, ...Object.entries(schema).flatMap(([key, inner]) => openObjects(inner, `${path}/${key}`))]
}

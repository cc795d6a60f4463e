import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Statement } from './format.ts'
import { lint, publishable } from './lint.ts'
import { readStatement } from './read.ts'

const root = new URL('../../', import.meta.url)
const shared = new URL('../shared/statement/', root)
const skip = existsSync(shared) ? false : 'SKIPPED: ../shared is not here'

test('the demo group publishes a statement without a single finding', () => {
  const statement = example('valo-group.yaml')

  assert.deepEqual(lint(statement), [])
  assert.deepEqual(publishable(statement), [])
})

test("the demo group's duties are the six of the product, and the administrator sees no customer", () => {
  const { duties } = example('valo-group.yaml')

  assert.deepEqual(
    duties?.map(({ id }) => id),
    ['sales', 'service', 'billing', 'marketing', 'privacy', 'admin'],
  )
  assert.deepEqual(duties?.find(({ id }) => id === 'admin')?.reads, [])
  assert.equal(duties?.find(({ id }) => id === 'marketing')?.reads.includes('com.paymentTerms'), false)
})

test('the statement of 2022 cannot be published', () => {
  assert.ok(publishable(example('rekisteriseloste-2022-12-12.yaml')).length >= 14)
})

test('the example of 2022 names a role and no person', () => {
  const { contact } = example('rekisteriseloste-2022-12-12.yaml')

  assert.equal(contact?.person, undefined)
  assert.ok(contact?.role)
})

test('every clause of the 2022 statement is retold in Finnish, Swedish and English', { skip }, () => {
  const theirs = sharedStatement()
  const { clauses = {} } = example('rekisteriseloste-2022-12-12.yaml')

  assert.deepEqual(Object.keys(clauses).sort(), Object.keys(theirs.clauses ?? {}).sort())
  assert.ok(Object.values(clauses).every(({ fi, sv, en }) => fi && sv && en))
})

test('no six words in a row are the same as in the published text, in any language', { skip }, () => {
  const published = readFileSync(new URL('rekisteriseloste-2022-12-12.fi.txt', shared), 'utf8')
  const theirs = new Set(
    [published, ...Object.values(sharedStatement().clauses ?? {}).flatMap(textsIn)].flatMap(runsOfSix),
  )

  const ours = [...examples(), ...templateSources()].flatMap(runsOfSix)
  assert.deepEqual([...new Set(ours.filter((run) => theirs.has(run)))], [])
})

function example(name: string): Statement {
  const { statement, problems } = readStatement(readFileSync(new URL(`examples/${name}`, root)))
  assert.deepEqual(problems, [])
  assert.ok(statement)
  return statement
}

function sharedStatement(): Statement {
  const { statement } = readStatement(readFileSync(new URL('statement.example.yaml', shared)))
  assert.ok(statement)
  return statement
}

function examples(): string[] {
  return ['rekisteriseloste-2022-12-12.yaml', 'valo-group.yaml'].map(example).flatMap(textsIn)
}

function templateSources(): string[] {
  const folder = new URL('src/statement/template/', root)
  return readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Web addresses are facts, so they do not count as words. */
function runsOfSix(text: string): string[] {
  const words =
    text
      .replace(/https?:\S+/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(5).map((_, at) => words.slice(at, at + 6).join(' '))
}

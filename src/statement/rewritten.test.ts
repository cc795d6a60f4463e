import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Statement } from './format.ts'
import { faults } from './lint/planted.fixture.ts'
import { lint, publishable } from './lint.ts'
import { mendByLeavingOut, mends } from './mend.ts'
import { readStatement } from './read.ts'
import { rewritten } from './rewritten.ts'
import { statementYaml } from './statement-yaml.ts'

const year2022 = example('rekisteriseloste-2022-12-12.yaml')
const valo = example('valo-group.yaml')

test('every mend of 2022 changes only what it mends: the other lines stay as they were written', () => {
  let mended = 0
  const before = reading(year2022)
  for (const next of mendsOf(before)) {
    const text = rewritten(year2022, before, next)
    assert.deepEqual(reading(text), reading(statementYaml(next)))
    const there = new Set(text.split('\n'))
    const lost = year2022.split('\n').filter((line) => !there.has(line))
    assert.ok(lost.length < 60, `${lost.length} lines lost`)
    mended += 1
  }
  assert.ok(mended > 40)
})

test('whatever is mended in a statement with planted faults reads as the mended statement', () => {
  for (const [planted, plant] of Object.entries(faults)) {
    const spoilt = reading(valo)
    plant(spoilt)
    const text = statementYaml(spoilt)
    const { statement } = readStatement(text)
    if (!statement) continue
    for (const next of mendsOf(statement, planted))
      assert.deepEqual(reading(rewritten(text, statement, next)), reading(statementYaml(next)))
  }
})

test('a comment stays at the line that it speaks of', () => {
  const text = year2022.replace('\nregister:', '\n# asked of the board\nregister:')
  assert.notEqual(text, year2022)
  const before = reading(text)
  for (const next of mendsOf(before).slice(0, 8))
    assert.match(rewritten(text, before, next), /\n# asked of the board\nregister:/)
})

test('a statement written as JSON with tabs is mended too', () => {
  const json = JSON.stringify(reading(year2022), null, '\t')
  const next = mendsOf(reading(json))[0] as Statement
  assert.deepEqual(reading(rewritten(json, reading(json), next)), reading(statementYaml(next)))
})

function mendsOf(statement: Statement, only?: string): Statement[] {
  return [...lint(statement), ...publishable(statement)]
    .filter(({ code }) => !only || code === only)
    .flatMap((finding) =>
      [mends(statement, finding), mendByLeavingOut(statement, finding)].filter((next) => next !== null),
    )
}

function reading(text: string): Statement {
  const { statement, problems } = readStatement(text)
  assert.deepEqual(problems, [])
  return statement as Statement
}

function example(name: string) {
  return readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8')
}

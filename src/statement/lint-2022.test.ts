import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Statement } from './format.ts'
import { type Level, lint } from './lint.ts'
import { readStatement } from './read.ts'

const shared = new URL('../../../shared/statement/statement.example.yaml', import.meta.url)
const example = new URL('../../examples/rekisteriseloste-2022-12-12.yaml', import.meta.url)
const skip = existsSync(shared) ? false : 'SKIPPED: ../shared is not here'

const errors = [
  ['E-LIA-MISSING', 'S4.9'],
  ['E-BASIS-LEGACY', 'S4.8'],
  ['E-SYSTEM-DATA-UNDECLARED', 'S5'],
  ['E-OPEN-CATEGORY', 'S5.14'],
  ['E-COOKIE-ACCEPT-ONLY', 'S7.2'],
  ['E-CLAIM-IDENT', 'S7.8'],
  ['E-EMBED-NECESSARY', 'S7.11'],
  ['E-GROUP-UNNAMED', 'S8.1'],
  ['E-TRANSFER-SAFEGUARD', 'S9.4'],
  ['E-DPA-MISSING', 'S9.7'],
  ['E-HOST-UNNAMED', 'S10.5'],
  ['E-RETENTION-UNDEFINED', 'S11.1'],
  ['E-RIGHTS-MISSING', 'S12'],
  ['E-ADM-MISSING', 'S12'],
]
const warnings = [
  ['W-DPO-SILENT', 'S3'],
  ['W-LI-VAGUE', 'S4.9'],
  ['W-FIELD-ROLE', 'S5.5'],
  ['W-OPEN-LIST', 'S5.8'],
  ['W-STALE-NAME', 'S6.8'],
  ['W-STALE-NAME', 'S7.16'],
  ['W-NUDGE', 'S7.3'],
  ['W-NO-NECESSARY-CATEGORY', 'S7.10'],
  ['W-COOKIE-DURATION', 'S7.18'],
  ['W-COOKIE-DURATION', 'S7.19'],
  ['W-COOKIE-DURATION', 'S7.20'],
  ['W-COOKIE-DURATION', 'S7.21'],
  ['W-ID-BLANKET', 'S12.5'],
  ['W-ID-BLANKET', 'S12.12'],
  ['W-DEADLINE-VAGUE', 'S12.13'],
  ['W-PERSONAL-ONLY', 'S12.14'],
  ['W-OPEN-BLOCKER', 'S12.15'],
  ['W-BLOCKER-RELATIONSHIP', 'S12.15'],
  ['W-PROVISION-MISSING', 'S12'],
  ['W-AUTHORITY-CONTACT', 'S13.1'],
]

test('the 2022 statement has exactly fourteen errors and twenty warnings (AS-01)', { skip }, () => {
  const statement = read(shared)

  assert.deepEqual(at(statement, 'error'), sorted(errors))
  assert.deepEqual(at(statement, 'warning'), sorted(warnings))
})

test('the findings come from the facts: a file without its list of expected findings has the same ones', {
  skip,
}, () => {
  const { expectedFindings: _left, ...statement } = read(shared)

  assert.deepEqual(lint(statement), lint(read(shared)))
})

test('the example of 2022 keeps every gap and fault of the statement it retells', () => {
  const statement = read(example)

  assert.deepEqual(at(statement, 'error'), sorted(errors))
  assert.deepEqual(at(statement, 'warning'), sorted(warnings))
})

test('whatever goes beyond the known findings of the 2022 statement is a note', { skip }, () => {
  const notes = lint(read(shared)).filter(({ level }) => level === 'note')

  assert.ok(notes.length > 0)
  assert.ok(notes.every(({ code }) => /^[NP]-/.test(code)))
})

function read(file: URL): Statement {
  const { statement, problems } = readStatement(readFileSync(file))
  assert.deepEqual(problems, [])
  assert.ok(statement)
  return statement
}

function at(statement: Statement, level: Level): string[] {
  return sorted(lint(statement).flatMap((finding) => (finding.level === level ? [[finding.code, finding.clause]] : [])))
}

function sorted(pairs: readonly (readonly string[])[]): string[] {
  return pairs.map(([code, clause]) => `${code}@${clause}`).sort()
}

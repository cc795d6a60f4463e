import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { lint } from '../lint.ts'
import { readStatement } from '../read.ts'
import { draftStatement, draftToYaml } from './draft.ts'

const shared = new URL('../../../../shared/statement/', import.meta.url)
const published = new URL('rekisteriseloste-2022-12-12.fi.txt', shared)
const example = new URL('statement.example.yaml', shared)
const absent = !existsSync(published)
const retold = readFileSync(new URL('./fixtures/rekisteriseloste-2022-omin-sanoin.txt', import.meta.url), 'utf8')

const errors = [
  'E-ADM-MISSING@S12',
  'E-BASIS-LEGACY@S4.8',
  'E-CLAIM-IDENT@S7.8',
  'E-COOKIE-ACCEPT-ONLY@S7.2',
  'E-DPA-MISSING@S9.7',
  'E-EMBED-NECESSARY@S7.11',
  'E-GROUP-UNNAMED@S8.1',
  'E-HOST-UNNAMED@S10.5',
  'E-LIA-MISSING@S4.9',
  'E-OPEN-CATEGORY@S5.14',
  'E-RETENTION-UNDEFINED@S11.1',
  'E-RIGHTS-MISSING@S12',
  'E-SYSTEM-DATA-UNDECLARED@S5',
  'E-TRANSFER-SAFEGUARD@S9.4',
]
const warnings = [
  'W-AUTHORITY-CONTACT@S13.1',
  'W-BLOCKER-RELATIONSHIP@S12.15',
  'W-COOKIE-DURATION@S7.18',
  'W-COOKIE-DURATION@S7.19',
  'W-COOKIE-DURATION@S7.20',
  'W-COOKIE-DURATION@S7.21',
  'W-DEADLINE-VAGUE@S12.13',
  'W-DPO-SILENT@S3',
  'W-FIELD-ROLE@S5.5',
  'W-ID-BLANKET@S12.12',
  'W-ID-BLANKET@S12.5',
  'W-LI-VAGUE@S4.9',
  'W-NO-NECESSARY-CATEGORY@S7.10',
  'W-NUDGE@S7.3',
  'W-OPEN-BLOCKER@S12.15',
  'W-OPEN-LIST@S5.8',
  'W-PERSONAL-ONLY@S12.14',
  'W-PROVISION-MISSING@S12',
  'W-STALE-NAME@S6.8',
  'W-STALE-NAME@S7.16',
]

function foundIn(file: string, level: 'error' | 'warning') {
  const { statement, problems } = readStatement(file)
  assert.deepEqual(problems, [])
  assert.ok(statement)
  return lint(statement)
    .filter((finding) => finding.level === level)
    .map(({ code, clause }) => `${code}@${clause}`)
    .sort()
}

test('the 2022 statement retold keeps its 14 errors and 20 warnings', () => {
  const file = draftToYaml(draftStatement(retold))
  assert.deepEqual(foundIn(file, 'error'), errors)
  assert.deepEqual(foundIn(file, 'warning'), warnings)
})

test('the 2022 statement as published is drafted to the same findings as the example file', (t) => {
  if (absent) return t.skip('skipped: ../shared is not here')
  const file = draftToYaml(draftStatement(readFileSync(published, 'utf8')))
  const model = readFileSync(example, 'utf8')
  for (const level of ['error', 'warning'] as const) assert.deepEqual(foundIn(file, level), foundIn(model, level))
  assert.deepEqual(foundIn(file, 'error'), errors)
})

test('the retold text shares no six words in a row with the published one', (t) => {
  if (absent) return t.skip('skipped: ../shared is not here')
  const runs = (text: string) => {
    const words =
      text
        .replace(/https?:\S+/g, '')
        .toLowerCase()
        .match(/[\p{L}\d]+/gu) ?? []
    return new Set(words.slice(5).map((_, at) => words.slice(at, at + 6).join(' ')))
  }
  const original = runs(readFileSync(published, 'utf8'))
  // A name, an address and a number are facts, not wording.
  const facts = /ratamestarinkatu|1997513|0207|proxion fi|proxion oy|helsinki|markkinointirekisteri/
  assert.deepEqual(
    [...runs(retold)].filter((run) => original.has(run) && !facts.test(run)),
    [],
  )
})

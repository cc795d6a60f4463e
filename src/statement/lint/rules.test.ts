import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Compile } from 'typebox/compile'
import { type Statement, statementShape } from '../format.ts'
import { lint, publishable, rules } from '../lint.ts'
import { readStatement } from '../read.ts'
import { findingsOf } from './finding.ts'
import { faults } from './planted.fixture.ts'

const mended = valo()

for (const rule of rules) {
  test(`${rule.code} is found where its fault is planted, and not in the mended statement`, () => {
    const spoilt = structuredClone(mended)
    const plant = faults[rule.code]
    assert.ok(plant, 'every rule has a planted fault')
    plant(spoilt)

    assert.deepEqual(findingsOf(rule, mended), [])
    assert.notDeepEqual(findingsOf(rule, spoilt), [])
    assert.ok(lint(spoilt).some(({ code }) => code === rule.code))
  })
}

test('no fault is planted for a rule that does not exist', () => {
  const known = new Set<string>(rules.map(({ code }) => code))

  assert.deepEqual(
    Object.keys(faults).filter((code) => !known.has(code)),
    [],
  )
  assert.equal(known.size, rules.length)
})

test('every rule speaks Finnish, Swedish and English, names its clause and leaves no blank', () => {
  for (const rule of rules) {
    for (const finding of findingsOf(rule, spoiltBy(rule.code))) {
      const sentences = [finding.reason, finding.mend].flatMap(({ fi, sv, en }) => [fi, sv, en])
      assert.ok(
        sentences.every((sentence) => /\S/.test(sentence) && !sentence.includes('{') && !sentence.includes('()')),
        rule.code,
      )
      assert.equal(new Set(sentences).size, 6, rule.code)
      assert.match(finding.clause, /^S\d{1,2}(\.\d+)?$/)
    }
  }
})

test('the first letter of a code tells its weight', () => {
  const level = (code: string) => lint(spoiltBy(code)).find((finding) => finding.code === code)?.level

  assert.equal(level('E-CTRL-NAME'), 'error')
  assert.equal(level('W-DPO-SILENT'), 'warning')
  assert.equal(level('N-UPDATED-ON'), 'note')
  assert.equal(level('P-DUTIES-MISSING'), 'note')
})

test('what publishing needs is a note in the lint and an error at publishing', () => {
  const statement = spoiltBy('P-DUTIES-MISSING')

  assert.deepEqual(
    lint(statement).map(({ code, level }) => [code, level]),
    [['P-DUTIES-MISSING', 'note']],
  )
  assert.deepEqual(
    publishable(statement).map(({ code, level }) => [code, level]),
    [['P-DUTIES-MISSING', 'error']],
  )
})

test('a finding points to a place that the statement has, or to the part that is missing', () => {
  for (const rule of rules) {
    for (const { path } of findingsOf(rule, spoiltBy(rule.code))) {
      assert.ok(path?.startsWith('/'), rule.code)
      assert.ok(parentExists(spoiltBy(rule.code), path ?? ''), `${rule.code}: ${path}`)
    }
  }
})

test('errors come first, then warnings, then notes', () => {
  const statement = structuredClone(mended)
  for (const code of ['P-DUTIES-MISSING', 'W-DPO-SILENT', 'E-ADM-MISSING', 'E-CTRL-NAME']) faults[code]?.(statement)

  assert.deepEqual(
    lint(statement).map(({ code }) => code),
    ['E-CTRL-NAME', 'E-ADM-MISSING', 'W-DPO-SILENT', 'P-DUTIES-MISSING'],
  )
})

test('a statement that says only what the format demands is linted, not stumbled over', () => {
  const { apiVersion, kind, metadata, register } = mended
  const bare: Statement = {
    apiVersion,
    kind,
    metadata,
    register,
    controller: {},
    purposes: [],
    dataCategories: [],
    sources: [],
  }
  const codes = lint(bare).map(({ code }) => code)

  assert.ok(
    ['E-PURPOSE-NONE', 'E-CATEGORY-NONE', 'E-SOURCE-NONE', 'E-RIGHTS-MISSING'].every((code) => codes.includes(code)),
  )
})

test('whatever part is left out or left open, linting ends in findings, never in a fault', () => {
  const readable = Compile(statementShape)
  let linted = 0
  for (const path of partsOf(mended)) {
    for (const without of [leftOpen(path), leftOut(path)]) {
      if (!readable.Check(without)) continue
      lint(without)
      publishable(without)
      linted++
    }
  }

  assert.ok(linted > 200, `only ${linted} were readable`)
})

test('a processor abroad needs a transfer, also when nobody has listed one', () => {
  const statement = structuredClone(mended)
  statement.processors?.push({ id: 'abroad', provider: 'Abroad Inc.', country: 'US', dpa: statement.hosting?.dpa })

  assert.deepEqual(
    lint(statement).map(({ code }) => code),
    ['E-TRANSFER-SAFEGUARD'],
  )
})

test('an earlier text counts as long as it is published, and no longer', () => {
  const statement = structuredClone(mended)
  const banner = statement.cookies?.banner
  assert.ok(banner)
  banner.asWritten = 'accept-only'
  assert.deepEqual(lint(statement), [])

  statement.clauses = { 'S7.2': { fi: 'Paina Hyväksyn.', sv: 'Tryck på Godkänn.', en: 'Press Accept.' } }
  assert.deepEqual(
    lint(statement).map(({ code, clause }) => [code, clause]),
    [['E-COOKIE-ACCEPT-ONLY', 'S7.2']],
  )
})

function spoiltBy(code: string): Statement {
  const spoilt = structuredClone(mended)
  faults[code]?.(spoilt)
  return spoilt
}

function parentExists(statement: Statement, path: string): boolean {
  const keys = path.slice(1).split('/').slice(0, -1)
  let place: unknown = statement
  for (const key of keys) place = (place as Record<string, unknown> | undefined)?.[key]
  return keys.length === 0 || (typeof place === 'object' && place !== null)
}

/** The paths of all objects, lists and answers of yes or no in the statement. */
function partsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value === 'boolean') return [[...path]]
  if (typeof value !== 'object' || value === null) return []
  return [[...path], ...Object.entries(value).flatMap(([key, inner]) => partsOf(inner, [...path, key]))]
}

function leftOpen(path: readonly string[]): Statement {
  return changed(path, (parent, key) => {
    parent[key] = null
  })
}

function leftOut(path: readonly string[]): Statement {
  return changed(path, (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else delete parent[key]
  })
}

function changed(path: readonly string[], change: (parent: Record<string, unknown>, key: string) => void): Statement {
  const statement = structuredClone(mended)
  // Every path comes from the statement itself, so each step on it is an object.
  const parent = path
    .slice(0, -1)
    .reduce((place, key) => place[key] as Record<string, unknown>, statement as Record<string, unknown>)
  const key = path.at(-1)
  if (key !== undefined) change(parent, key)
  return statement
}

function valo(): Statement {
  const { statement } = readStatement(readFileSync(new URL('../../../examples/valo-group.yaml', import.meta.url)))
  assert.ok(statement)
  return statement
}

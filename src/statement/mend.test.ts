import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Statement } from './format.ts'
import { faults } from './lint/planted.fixture.ts'
import { type Finding, lint, publishable } from './lint.ts'
import { leavings } from './mend/leaving-out.ts'
import { supplies } from './mend/supplying.ts'
import { mendByLeavingOut, mends } from './mend.ts'
import { readStatement } from './read.ts'

const year2022 = example('rekisteriseloste-2022-12-12.yaml')
const valo = example('valo-group.yaml')

for (const finding of lint(year2022)) {
  const place = `${finding.code}@${finding.clause}`

  if (supplies[finding.code]) {
    test(`what the template supplies mends ${place} of 2022 and breaks nothing`, () => mended(year2022, finding, mends))
  }
  if (leavings[finding.code]) {
    test(`publishing without it removes ${place} of 2022 and breaks nothing`, () =>
      mended(year2022, finding, mendByLeavingOut))
  }
}

for (const [code, plant] of Object.entries(faults)) {
  const spoilt = structuredClone(valo)
  plant(spoilt)
  const finding = lint(spoilt).find((one) => one.code === code)
  if (!finding) continue

  if (mends(spoilt, finding)) {
    test(`what the template supplies mends a planted ${code} and breaks nothing`, () => mended(spoilt, finding, mends))
  }
  if (mendByLeavingOut(spoilt, finding)) {
    test(`publishing without it removes a planted ${code} and breaks nothing`, () =>
      mended(spoilt, finding, mendByLeavingOut))
  }
}

test('however many faults a statement has, mending one of them never makes another', () => {
  fc.assert(
    fc.property(fc.subarray(Object.keys(faults), { maxLength: 6 }), (codes) => {
      const spoilt = structuredClone(valo)
      fc.pre(codes.every((code) => planted(spoilt, code)))
      fc.pre(readStatement(JSON.stringify(spoilt)).statement !== null)
      for (const finding of lint(spoilt)) {
        if (mends(spoilt, finding)) mended(spoilt, finding, mends)
        if (mendByLeavingOut(spoilt, finding)) mended(spoilt, finding, mendByLeavingOut)
      }
    }),
    { numRuns: 150 },
  )
})

test('mending changes a copy: the statement itself stays as it was', () => {
  const before = structuredClone(year2022)
  for (const finding of lint(year2022)) {
    mends(year2022, finding)
    mendByLeavingOut(year2022, finding)
  }

  assert.deepEqual(year2022, before)
})

test('only its owner can say who runs the servers: that is neither supplied nor left out', () => {
  const finding = lint(year2022).find(({ code }) => code === 'E-HOST-UNNAMED')
  assert.ok(finding)

  assert.equal(mends(year2022, finding), null)
  assert.equal(mendByLeavingOut(year2022, finding), null)
})

test('the statement of 2022 can be published after what the template supplies, what is left out, and one fact: the host', () => {
  let statement: Statement = {
    ...structuredClone(year2022),
    hosting: { provider: 'Proxion Oy', self: true, country: 'FI' },
  }
  for (let round = 0; round < 10; round++) {
    for (const finding of [...publishable(statement), ...lint(statement)]) {
      statement = mends(statement, finding) ?? mendByLeavingOut(statement, finding) ?? statement
    }
  }

  assert.deepEqual(publishable(statement), [])
  assert.deepEqual(
    lint(statement).filter(({ level }) => level !== 'note'),
    [],
  )
})

test('leaving out a processor takes its transfers along', () => {
  const spoilt = structuredClone(valo)
  const processor = spoilt.processors?.find(({ id }) => id === 'brightpost')
  assert.ok(processor)
  processor.dpa = null
  const finding = lint(spoilt).find(({ code }) => code === 'E-DPA-MISSING')
  assert.ok(finding)
  const without = mendByLeavingOut(spoilt, finding)

  assert.deepEqual(without?.transfers?.list, [])
  assert.equal(
    without?.processors?.some(({ id }) => id === 'brightpost'),
    false,
  )
})

test('leaving out interests without a balancing test keeps the purposes for those who are party to a contract', () => {
  const without = leftOut('E-LIA-MISSING')
  const bases = without.purposes.flatMap(({ basis }) => (basis ?? []).map(({ ref }) => ref))

  assert.deepEqual([...new Set(bases)], ['eu-gdpr:A6-1-b'])
  assert.equal(without.purposes.length, year2022.purposes.length)
})

test('leaving out marketing on an unweighed interest keeps what rests on consent', () => {
  const marketing = leftOut('P-MARKETING-LIA').purposes.find(({ id }) => id === 'direct-marketing')

  assert.deepEqual(marketing?.channels, ['email'])
  assert.deepEqual(
    marketing?.eligibility?.map(({ require }) => require),
    ['consent', 'existing-customer', 'not-refused'],
  )
})

function leftOut(code: string): Statement {
  const finding = lint(year2022).find((one) => one.code === code)
  assert.ok(finding)
  const without = mendByLeavingOut(year2022, finding)
  assert.ok(without)
  return without
}

/** The finding is gone, no new error or warning has come, and the file still reads. */
function mended(
  statement: Statement,
  finding: Finding,
  mend: (statement: Statement, finding: Finding) => Statement | null,
): void {
  const after = mend(statement, finding)
  assert.ok(after)
  const before = lint(statement).map(place)
  const now = lint(after)

  assert.equal(now.map(place).includes(place(finding)), false, 'the finding is still there')
  const fresh = now.filter((one) => one.level !== 'note' && !before.includes(place(one)))
  assert.deepEqual(fresh.map(place), [])
  assert.deepEqual(readStatement(JSON.stringify(after)).problems, [])
}

/** Whether a fault could be planted: after others its part may be gone. */
function planted(statement: Statement, code: string): boolean {
  try {
    faults[code]?.(statement)
    return true
  } catch {
    return false
  }
}

function place({ code, clause }: Finding): string {
  return `${code}@${clause}`
}

function example(name: string): Statement {
  const { statement } = readStatement(readFileSync(new URL(`../../examples/${name}`, import.meta.url)))
  assert.ok(statement)
  return statement
}

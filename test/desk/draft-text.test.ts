import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Text } from '@codemirror/state'
import fc from 'fast-check'
import { tookOf } from '#test/took'
import type { Finding, OpenDraft } from '../../web/src/statement/contract.ts'
import { findingIn } from '../../web/src/statement/finding-in.ts'
import { remembering } from '../../web/src/statement/open-draft.ts'
import { answered, changeOf, linesCarried } from '../../web/src/statement/text-change.ts'

// Few different lines, as in YAML, where "label:" stands everywhere.
const text = fc.array(fc.constantFrom('label:', '  fi: Nimi', '  en: Name', '', 'id: a', 'id: b'), { maxLength: 14 })
const lines = fc.uniqueArray(fc.string({ maxLength: 6, unit: 'grapheme-ascii' }), { minLength: 3, maxLength: 20 })

test('a change of a text makes the other text, whatever the two are', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [before, after] = [a.join('\n'), b.join('\n')]
      assert.equal(
        changeOf(before, after)
          .apply(Text.of(before.split('\n')))
          .toString(),
        after,
      )
    }),
  )
})

test('a line that is in both texts leads to itself', () => {
  fc.assert(
    fc.property(lines, fc.nat(), fc.nat(), (all, at, gone) => {
      const kept = all[at % all.length]
      const after = ['first', ...all.filter((line, nth) => line === kept || nth !== gone % all.length), 'last']
      const carried = linesCarried(all.join('\n'), after.join('\n'))
      assert.equal(after[carried((at % all.length) + 1) - 1], kept)
    }),
  )
})

test('what was typed while an answer was under way stands after the same line of the answer', () => {
  fc.assert(
    fc.property(lines, fc.nat(), fc.nat(), (all, at, where) => {
      const place = at % all.length
      const other = where % all.length
      fc.pre(other !== place && other !== place + 1)
      const sent = all.join('\n')
      const now = all.toSpliced(place + 1, 0, 'typed meanwhile').join('\n')
      for (const come of [[], ['two lines', 'for one'], [all[other] as string, 'and one more']]) {
        const answer = all.toSpliced(other, 1, ...come)
        const wanted = answer.toSpliced(answer.indexOf(all[place] as string) + 1, 0, 'typed meanwhile')
        assert.equal(answered({ sent, answer: answer.join('\n'), now }), wanted.join('\n'))
      }
    }),
  )
})

test('a change at both ends of a long statement leaves the lines between them where they are', () => {
  const long = Array.from({ length: 2500 }, (_, nth) => (nth % 3 ? `line ${nth}` : 'label:'))
  const sent = ['first', ...long, 'last'].join('\n')
  const answer = ['first of two', 'second', ...long, 'very last'].join('\n')
  const now = sent.replace('line 1250', 'line 1250\ntyped')
  assert.equal(answered({ sent, answer, now }), answer.replace('line 1250', 'line 1250\ntyped'))
})

test('a save answers what was sent: what was typed since is neither lost nor written twice', () => {
  assert.equal(answered({ sent: 'a\nb', answer: 'a\nb', now: 'a\nb\nc' }), 'a\nb\nc')
  assert.equal(answered({ sent: 'a\nb', answer: 'a\nb', now: 'a\nb' }), 'a\nb')
  assert.equal(answered({ sent: 'a\n', answer: 'a\nb\n', now: 'a\n# typed' }), 'a\nb\n# typed')
})

test('texts that have hardly a line in common are compared in no time', () => {
  const [before, after] = ['a', 'b'].map((letter) =>
    Array.from({ length: 20_000 }, (_, nth) => letter + nth).join('\n'),
  )
  const took = tookOf(() => assert.equal(changeOf(before as string, after as string).newLength, after?.length))
  assert.ok(took < 2000)
})

test('a finding is found again at its line when the list before it grew', () => {
  const was = 'purposes:\n  - id: a\n  - id: b'
  const wanted = aFinding({ line: 3, path: '/purposes/1' })
  const there = aFinding({ line: 4, path: '/purposes/2' })
  const now = aDraft('purposes:\n  - id: new\n  - id: a\n  - id: b', [
    aFinding({ line: 2, path: '/purposes/1' }),
    there,
  ])
  assert.equal(findingIn(now, wanted, was), there)
  assert.equal(findingIn(aDraft(now.source, []), wanted, was), undefined)
})

test('a draft that cannot be read remembers the last state that could, and forgets it when it reads again', () => {
  const good = aDraft('a', [aFinding({ line: 1 })])
  const bad = { ...aDraft('[', []), findings: { ...good.findings, errors: [], problems: [aProblem] } }
  const once = remembering(good, bad)
  assert.equal(once.lastRead, good)
  assert.equal(remembering(once, bad).lastRead, good)
  assert.equal(remembering(once, good).lastRead, undefined)
  assert.equal(remembering(undefined, bad).lastRead, undefined)
})

const words = { fi: 'Puuttuu', sv: 'Saknas', en: 'Missing' }
const aProblem = { code: 'YAML_BROKEN', line: 1, column: 1, said: words }

function aFinding(said: Partial<Finding>): Finding {
  return { code: 'E-X', clause: 'S4.1', level: 'error', line: null, reason: words, mend: words, ...said }
}

function aDraft(source: string, errors: Finding[]): OpenDraft {
  const findings = { problems: [], errors, warnings: [], notes: [], missing: [] }
  return { id: '1', revision: 1, source, origin: null, changedAt: '', changedBy: '', findings }
}

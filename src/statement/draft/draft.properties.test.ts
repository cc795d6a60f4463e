import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { tookOf } from '#test/took'
import { type Draft, draftStatement, draftToYaml } from './draft.ts'

const folder = new URL('./fixtures/', import.meta.url)
const texts = readdirSync(folder)
  .filter((name) => name.endsWith('.txt') && !name.endsWith('.facts.txt'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '')
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.array(fc.constantFrom(...lines, '', '•', '1.', '\t', '|'), { maxLength: 40 }).map((some) => some.join('\n')),
  fc.array(fc.constantFrom(...lines), { maxLength: 30 }).map((some) => some.join(' ')),
)

/** What the file says about itself and not about the statement's subject, and what is said by silence. */
const ofTheFile = /^\/(?:apiVersion|kind|metadata\/(?:id|version|languages|fidelity))(?:\/|$)/

function valuesWithoutOrigin({ statement, origins }: Draft): string[] {
  const without: string[] = []
  const visit = (value: unknown, pointer: string, covered: boolean) => {
    const known = covered || pointer in origins || ofTheFile.test(pointer)
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) visit(inner, `${pointer}/${key}`, known)
    else if (value !== null && value !== undefined && !known) without.push(pointer)
  }
  visit(statement, '', false)
  return without
}

describe('whatever the text', () => {
  test('every origin is the slice of the text that it names', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { origins, unplaced, sections } = draftStatement(text)
        for (const { sentence, start, end } of [...Object.values(origins), ...unplaced])
          assert.equal(text.slice(start, end), sentence)
        for (const { start, end } of sections) assert.ok(start >= 0 && end >= start && end <= text.length)
      }),
      { numRuns: 300 },
    )
  })

  test('every value carries the sentence it was read from', () => {
    fc.assert(
      fc.property(anyText, (text) => assert.deepEqual(valuesWithoutOrigin(draftStatement(text)), [])),
      { numRuns: 300 },
    )
    for (const text of texts) assert.deepEqual(valuesWithoutOrigin(draftStatement(text)), [])
  })

  test('the same text gives the same draft', () => {
    fc.assert(
      fc.property(anyText, (text) =>
        assert.equal(draftToYaml(draftStatement(text)), draftToYaml(draftStatement(text))),
      ),
      { numRuns: 60 },
    )
  })
})

test('an empty text gives an empty draft', () => {
  for (const text of ['', '   \n\t\r\n ']) {
    const { statement, origins, unplaced, sections } = draftStatement(text)
    assert.deepEqual({ origins, unplaced, sections }, { origins: {}, unplaced: [], sections: [] })
    for (const list of ['purposes', 'dataCategories', 'sources', 'recipients', 'processors'])
      assert.deepEqual(statement[list], [])
    for (const part of ['contact', 'dpo', 'cookies', 'retention', 'rights', 'authority'])
      assert.equal(statement[part], null)
  }
})

for (const [what, text] of [
  [
    'repeated statements',
    Array.from({ length: 400 }, () => texts.join('\n\n'))
      .join('\n\n')
      .slice(0, 1_000_000),
  ],
  ['one letter', 'a'.repeat(1_000_000)],
  ['short lines', 'ab\n'.repeat(333_333)],
  ['spaces and colons', ': ( at '.repeat(142_000)],
  ['capitals', 'Oy Ab '.repeat(166_000)],
  ['digits', '0 1'.repeat(333_333)],
] as const) {
  test(`a megabyte of ${what} is drafted in three seconds`, () => {
    const took = tookOf(() => draftStatement(text))
    assert.ok(took < 3_000, `took ${Math.round(took)} ms`)
  })
}

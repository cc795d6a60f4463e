import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { readStatement } from '#statement'
import { refusalGrounds, requestKinds } from '../request.ts'
import { composeLetter, faultOfLetter, type LetterFacts, needsAuthority } from './letter.ts'

const source = readFileSync(new URL('../../../examples/valo-group.yaml', import.meta.url), 'utf8')
const { statement } = readStatement(source) as unknown as { statement: Parameters<typeof composeLetter>[0] }
const kinds = [
  'receipt',
  'identity-question',
  'clarification',
  'extension',
  'reply',
  'refusal',
  'cannot-identify',
  'package-code',
] as const
const facts = (more: Partial<LetterFacts>): LetterFacts => ({
  ...{
    kind: 'reply',
    language: 'fi',
    request: 'access',
    reference: 'AB12CD34',
    receivedOn: '2. maaliskuuta 2026',
    dueOn: '2. huhtikuuta 2026',
  },
  ...more,
})

for (const language of ['fi', 'sv', 'en'] as const)
  test(`every letter in ${language} is whole: its greeting, its register, its reference, and the authority where it answers`, () => {
    for (const kind of kinds) {
      const letter = composeLetter(statement, facts({ kind, language, reason: 'legal-claims' }))
      assert.ok(letter, kind)
      assert.doesNotMatch(letter.body, /undefined|null|\[object/)
      for (const said of [statement.register.name[language] ?? '', 'AB12CD34', 'tietosuoja@valo.example'])
        assert.ok(letter.body.includes(said), `${kind}: ${said}`)
      assert.equal(letter.body.includes('tietosuoja@om.fi'), needsAuthority(kind), kind)
      assert.equal(faultOfLetter(statement, { kind, language }, letter.body), null)
    }
  })

test('every kind has an answer and every ground a reason, in each language', () => {
  for (const language of ['fi', 'sv', 'en'] as const) {
    const bodies = requestKinds.map((request) => composeLetter(statement, facts({ language, request }))?.body ?? '')
    assert.equal(new Set(bodies).size, requestKinds.length)
    for (const reason of refusalGrounds)
      assert.match(
        composeLetter(statement, facts({ kind: 'refusal', language, reason }))?.body ?? '',
        /(Perustelu|Motivering|Our reasons): \S.{20}/,
      )
  }
})

test('without the authority’s name, or without any way to reach it, no answer can be composed (S13.1)', () => {
  for (const authority of [
    undefined,
    { ...statement.authority, contact: {} },
    { ...statement.authority, name: {} },
  ] as never[]) {
    const without = { ...statement, authority }
    for (const kind of kinds)
      assert.equal(composeLetter(without, facts({ kind, reason: 'legal-claims' })) === null, needsAuthority(kind), kind)
  }
})

test('an answer that grants in part lists what is kept and names the court', () => {
  const { body = '' } =
    composeLetter(
      statement,
      facts({ request: 'erasure', partly: true, kept: ['Laskut – kirjanpitolaki – 31. joulukuuta 2032'] }),
    ) ?? {}
  assert.match(body, /säilyvät toistaiseksi:\n– Laskut/)
  assert.match(body, /käräjäoikeu/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { businessIdCheckDigit } from '#platform/business-id'
import { lint, publishable } from '../lint.ts'
import { readStatement } from '../read.ts'
import type { TemplateFacts } from './facts.ts'
import { fromTemplate } from './template.ts'
import { factsFrom, questions, questionsFor, wrongAnswers } from './wizard.ts'

const esimerkki: TemplateFacts = {
  controllerName: 'Esimerkki Oy',
  businessId: '1234567-1',
  street: 'Esimerkkikatu 1 A',
  postcode: '00520',
  city: 'Helsinki',
  phone: '09 123 4567',
  email: 'tietosuoja@esimerkki.example',
}

const word = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
  .map((s) => s.replace(/\p{C}/gu, '').trim())
  .filter((s) => s.length > 0)
const businessId = fc
  .integer({ min: 0, max: 9_999_999 })
  .map((n) => String(n).padStart(7, '0'))
  .filter((body) => businessIdCheckDigit(body) !== null)
  .map((body) => `${body}-${businessIdCheckDigit(body)}`)
const host = fc.option(fc.record({ hostingProvider: word, hostingAgreement: word }), { nil: undefined })

const facts = fc
  .record({
    controllerName: word,
    businessId,
    street: word,
    postcode: fc.integer({ min: 0, max: 99_999 }).map((n) => String(n).padStart(5, '0')),
    city: word.map((name) => `H${name}`),
    phone: fc.constantFrom('0207 495 400', '040 123 4567', '+358 9 123 456', '010 123 456'),
    email: fc.constantFrom('info@esimerkki.example', 'a.b@c.example'),
    website: fc.option(fc.constant('https://esimerkki.example'), { nil: undefined }),
    hosted: host,
  })
  .map(({ hosted, ...rest }): TemplateFacts => ({ ...rest, ...hosted }))

test('ten facts are enough: whatever valid facts are given, the statement has no error and can be published', () => {
  fc.assert(
    fc.property(facts, (given) => {
      assert.deepEqual(wrongAnswers(given), [])
      const statement = fromTemplate(given, '2026-03-02')
      assert.deepEqual(
        lint(statement).filter(({ level }) => level === 'error'),
        [],
      )
      assert.deepEqual(publishable(statement), [])
    }),
    { numRuns: 200 },
  )
})

test('a statement from the template reads back from its file unchanged', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const statement = fromTemplate(given, '2026-03-02')
      const plain = JSON.parse(JSON.stringify(statement))
      assert.deepEqual(readStatement(JSON.stringify(statement)).problems, [])
      assert.deepEqual(readStatement(stringify(statement, { version: '1.2' })).statement, plain)
    }),
    { numRuns: 50 },
  )
})

test('a statement from the template has neither warnings nor notes', () => {
  assert.deepEqual(lint(fromTemplate(esimerkki, '2026-03-02')), [])
})

test('the wizard asks at most ten questions, and the host agreement only when there is a host', () => {
  assert.equal(questions.length, 10)
  assert.equal(questionsFor(esimerkki).length, 9)
  assert.deepEqual(
    wrongAnswers({ ...esimerkki, hostingProvider: 'Palvelin Oy' }).map(({ id }) => id),
    ['hostingAgreement'],
  )
})

test('a wrong answer is told to the one who typed it, in every language', () => {
  const wrong = wrongAnswers({
    ...esimerkki,
    businessId: '1234567-2',
    postcode: '520',
    phone: 'soita',
    email: 'info',
    website: 'esimerkki',
  })

  assert.deepEqual(
    wrong.map(({ id }) => id),
    ['businessId', 'postcode', 'phone', 'email', 'website'],
  )
  assert.ok(wrong.every(({ said }) => said.fi && said.sv && said.en))
})

test('what may be skipped may be left empty, the rest may not', () => {
  assert.deepEqual(wrongAnswers({ ...esimerkki, website: '', hostingProvider: ' ' }), [])
  assert.deepEqual(
    wrongAnswers({}).map(({ id }) => id),
    ['controllerName', 'businessId', 'street', 'postcode', 'city', 'phone', 'email'],
  )
})

test('answers are tidied before they are used', () => {
  assert.deepEqual(factsFrom({ controllerName: ' Esimerkki Oy ', businessId: 'FI12345671', website: ' ' }), {
    controllerName: 'Esimerkki Oy',
    businessId: '1234567-1',
  })
})

test('the balancing tests of the template are to be reviewed within a year', () => {
  const reviewed = fromTemplate(esimerkki, '2028-02-29').purposes.flatMap(({ basis }) =>
    (basis ?? []).flatMap(({ lia }) => (lia ? [lia.reviewOn] : [])),
  )

  assert.deepEqual([...new Set(reviewed)], ['2029-02-28'])
})

test('two statements from the template share nothing that can change', () => {
  const first = fromTemplate(esimerkki, '2026-03-02')
  const second = fromTemplate(esimerkki, '2026-03-02')
  first.dataCategories.pop()

  assert.notEqual(first.dataCategories.length, second.dataCategories.length)
})

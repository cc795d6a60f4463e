import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ruleInWords } from './periods.ts'
import { capitalised, listed, lowered, pick, plain, say, strong } from './text.ts'
import { basisInWords, countryInWords, dayInWords, periodInWords } from './words.ts'

test('a day is written as each language writes it', () => {
  assert.equal(dayInWords('2026-02-16', 'fi'), '16.2.2026')
  assert.equal(dayInWords('2026-02-16', 'sv'), '16 februari 2026')
  assert.equal(dayInWords('2026-02-16', 'en'), '16 February 2026')
})

test('midnight in Helsinki is that day, though it is still yesterday in Greenwich', () => {
  assert.equal(dayInWords('2026-02-15T22:00:00.000Z', 'fi'), '16.2.2026')
  assert.equal(dayInWords('2026-06-30T21:00:00.000Z', 'fi'), '1.7.2026')
})

test('a period is said in words, in one and in many', () => {
  const said = ['P6M', 'P1Y', 'P3Y', 'P35D', 'P1W', 'P1Y6M', 'about a year'].map((period) =>
    periodInWords(period, 'en'),
  )
  assert.deepEqual(said, ['6 months', '1 year', '3 years', '35 days', '1 week', '1 year 6 months', 'about a year'])
  assert.equal(periodInWords('P3Y', 'fi'), '3 vuotta')
})

test('a retention rule is said as a person would say it', () => {
  const rule = { class: 'contact', start: 'relationship-ended', period: 'P6M', then: 'erase' } as const
  assert.equal(ruleInWords(rule, 'fi'), '6 kk asiakassuhteen päättymisestä')
  assert.equal(ruleInWords({ ...rule, period: null, until: 'objection-withdrawn' }, 'fi'), 'kunnes perut kiellon')
})

test('a country and a basis have names', () => {
  assert.equal(countryInWords('US', 'fi'), 'Yhdysvallat')
  assert.equal(basisInWords('eu-gdpr:A6-1-f', 'fi'), 'oikeutettu etu')
})

test('a list of things that hold an "and" of their own is joined by another word', () => {
  assert.equal(plain(listed(['uutiset', 'tapahtumat'], 'fi')), 'uutiset ja tapahtumat')
  assert.equal(plain(listed(['uutiset', 'tuotteet ja palvelut'], 'fi')), 'uutiset sekä tuotteet ja palvelut')
  assert.equal(plain(listed(['nyheter', 'varor och tjänster'], 'sv')), 'nyheter samt varor och tjänster')
})

test('a label sinks into a sentence, an abbreviation does not', () => {
  assert.equal(plain(lowered('Työtehtävä')), 'työtehtävä')
  assert.equal(plain(lowered('E-post')), 'e-post')
  assert.equal(plain(lowered('Y-tunnus')), 'Y-tunnus')
  assert.equal(plain(lowered('FO-nummer')), 'FO-nummer')
  assert.equal(plain(capitalised('älä')), 'Älä')
})

test('what is missing in a language is said in Finnish and marked as Finnish', () => {
  assert.deepEqual(pick({ fi: 'Nimi' }, 'sv'), { text: 'Nimi', lang: 'fi' })
  assert.deepEqual(say`${pick({ fi: 'Nimi' }, 'sv')}: ${null}${strong('x')}.`, [
    { text: 'Nimi', lang: 'fi' },
    ': ',
    { text: 'x', strong: true },
    '.',
  ])
})

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { lint } from '../lint.ts'
import { readStatement } from '../read.ts'
import { draftStatement, draftToYaml } from './draft.ts'
import { comparison, factsOf } from './fixtures/facts-of.ts'

const folder = new URL('./fixtures/', import.meta.url)
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.facts.txt'))
  .map((name) => name.replace('.facts.txt', ''))
const textOf = (name: string) => readFileSync(new URL(`${name}.txt`, folder), 'utf8')

describe('a statement drafted from prose', () => {
  for (const name of names) {
    const expected = readFileSync(new URL(`${name}.facts.txt`, folder), 'utf8')
      .trim()
      .split('\n')
    const draft = draftStatement(textOf(name))

    test(`${name}: every fact is found, and what the text does not say stays empty`, () => {
      assert.deepEqual(comparison(factsOf(draft), expected), { missed: [], invented: [] })
    })

    test(`${name}: the drafted file can be read and linted`, () => {
      const { statement, problems } = readStatement(draftToYaml(draft))
      assert.deepEqual(problems, [])
      assert.ok(statement && lint(statement).length > 0)
    })
  }

  test('a wrong check digit is left out and its sentence is listed as not placed', () => {
    const { statement, unplaced } = draftStatement('Rekisterinpitäjä\n\nHiisi Oy\nY-tunnus: 9923401-1\n')
    assert.equal((statement.controller as { businessId?: string }).businessId, undefined)
    assert.deepEqual(
      unplaced.map(({ sentence }) => sentence),
      ['Y-tunnus: 9923401-1'],
    )
  })

  test('a postcode stays text in the file, and so does every number', () => {
    assert.match(
      draftToYaml(draftStatement('Rekisterinpitäjä\nHiisi Oy\nHiidenkatu 1, 00520 Helsinki')),
      /postcode: "00520"/,
    )
  })

  test('a pattern such as etunimi.sukunimi is no mail address', () => {
    const { statement } = draftStatement('Rekisterinpitäjä\nHiisi Oy\nSähköposti: etunimi.sukunimi@hiisi.example.fi')
    assert.equal((statement.controller as { email?: unknown }).email, undefined)
  })

  for (const written of [
    'info(at)hiisi.fi',
    'info (a) hiisi.fi',
    'info[at]hiisi.fi',
    'info at hiisi.fi',
    'info(ät)hiisi(piste)fi',
    'info@hiisi.fi',
  ]) {
    test(`a hidden mail address is read back: ${written}`, () => {
      const { statement } = draftStatement(`Rekisterinpitäjä\nHiisi Oy\nSähköposti: ${written}`)
      assert.equal((statement.controller as { email: { address: string } }).email.address, 'info@hiisi.fi')
    })
  }
})

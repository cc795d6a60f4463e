import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { tookOf } from '#test/took'
import type { Statement } from '../format.ts'
import { lint } from '../lint.ts'
import { readStatement } from '../read.ts'
import {
  claimsNobodyIsIdentified,
  openEnding,
  praiseOfCookies,
  repealedBasis,
  repealedLaw,
  staleAuthority,
  vagueInterest,
} from './prose.ts'

interface Reading {
  pattern: RegExp
  hears: readonly string[]
  passes: readonly string[]
}

const readings: Readonly<Record<string, Reading>> = {
  'an old name of an authority': {
    pattern: staleAuthority,
    hears: [
      'ajoneuvotiedot Trafilta',
      'Trafin rekisteri',
      'esim. Trafi',
      'Viestintäviraston sivuilta',
      'Kommunikationsverkets webbplats',
    ],
    passes: [
      'Traficomin luettelo',
      'Liikenne- ja viestintävirasto Traficom',
      'trafiikki',
      'Transport- och kommunikationsverket Traficom',
    ],
  },
  'praise of cookies': {
    pattern: praiseOfCookies,
    hears: [
      'Evästeet tekevät käytöstä helppoa ja nopeaa.',
      'Tarjoamme paremman käyttökokemuksen.',
      'for a better user experience',
    ],
    passes: ['Evästeillä mitataan käyntejä.', 'Kakor används för besöksstatistik.', 'Cookies count visits.'],
  },
  'a claim that cookies identify nobody': {
    pattern: claimsNobodyIsIdentified,
    hears: [
      'Evästeistä ei voi tunnistaa ketään.',
      'Yksittäistä käyttäjää ei pystytä tunnistamaan evästeistä.',
      'Käyttäjää ei tunnisteta evästeiden avulla.',
      'Besökaren kan inte identifieras.',
      'You cannot be personally identified.',
    ],
    passes: [
      'Evästeessä on satunnainen tunniste.',
      'Käyttäjä voidaan tunnistaa.',
      'The visitor is identified by an id.',
    ],
  },
  'an open ending': {
    pattern: openEnding,
    hears: [
      'laskut, perintä ym. eivät estä',
      'mm. maksuehdot',
      'ja muut vastaavat seikat',
      'fakturor m.m.',
      'invoices etc.',
    ],
    passes: ['lasku tai perintä estää', 'kamm.', 'Lämmitys on päällä.', 'symmetria.'],
  },
  'a repealed law': {
    pattern: repealedLaw,
    hears: ['Henkilötietolain 10 § mukainen', 'laki 523/1999', 'personuppgiftslagen'],
    passes: ['Tietosuojalaki 1050/2018', 'henkilötietojen käsittely'],
  },
  'a repealed basis': {
    pattern: repealedBasis,
    hears: ['muu asiallinen yhteys', 'asiallisen yhteyden perusteella', 'saklig anknytning'],
    passes: ['asiakassuhde', 'yhteystiedot', 'asiallinen tieto'],
  },
  'a vague interest': {
    pattern: vagueInterest,
    hears: [
      'liiketoiminnan mahdollistaminen',
      'liiketoiminnan harjoittaminen',
      'to enable the business',
      'för affärsintressen',
    ],
    passes: ['tarve tietää, kuka vastaa tilauksista', 'attending to orders of the customer'],
  },
}

for (const [what, { pattern, hears, passes }] of Object.entries(readings)) {
  test(`the lint hears ${what} however it is worded, and nothing else`, () => {
    assert.deepEqual(
      hears.filter((sentence) => !pattern.test(sentence)),
      [],
    )
    assert.deepEqual(
      passes.filter((sentence) => pattern.test(sentence)),
      [],
    )
  })
}

test('reading prose takes no longer for words made to be slow', () => {
  const slow = `ei ${'a '.repeat(9_000)}tunnis`
  const took = tookOf(() => {
    for (const { pattern } of Object.values(readings)) pattern.test(slow)
  })
  assert.ok(took < 500)
})

test('a file that gives no facts about its bases or its list is judged by its prose', () => {
  const { unmappedBases: _bases, dataCategoryList: _list, ...silent } = valo()
  const statement: Statement = {
    ...silent,
    clauses: { 'S4.6': said('Perusteena on muu asiallinen yhteys.'), 'S5.8': said('Keräämme mm. maksuehdot.') },
  }

  assert.deepEqual(found(statement), ['E-BASIS-LEGACY@S4.6', 'W-OPEN-LIST@S5.8'])
})

test('a file that gives these facts is judged by them', () => {
  const statement: Statement = {
    ...valo(),
    unmappedBases: [],
    clauses: { 'S4.6': said('Perusteena ei ole muu asiallinen yhteys.'), 'S5.8': said('Keräämme mm. maksuehdot.') },
  }

  assert.deepEqual(found(statement), [])
})

test('a list of blockers may be marked open where no prose is kept', () => {
  const statement = valo()
  const erasure = statement.rights?.erasure
  assert.ok(erasure)
  statement.metadata.fidelity = 'as-written'
  erasure.asWritten = { blockers: 'open' }

  assert.ok(found(statement).includes('W-OPEN-BLOCKER@S12.15'))
})

function found(statement: Statement): string[] {
  return lint(statement).map(({ code, clause }) => `${code}@${clause}`)
}

function said(text: string) {
  return { fi: text, sv: text, en: text }
}

function valo(): Statement {
  const { statement } = readStatement(readFileSync(new URL('../../../examples/valo-group.yaml', import.meta.url)))
  assert.ok(statement)
  return statement
}

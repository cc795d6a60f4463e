import { article6, basisWords, legacyBasis, speaksOfBasis } from '../lexicon/bases.ts'
import { purposeWords } from '../lexicon/purposes.ts'
import type { Entry, Notebook } from '../notebook.ts'
import { about, type Page, type Sentence } from '../page/page.ts'
import { purposeAt, startOfPhrase } from './read-purposes.ts'

const withdrawing = /peru(?:a|u)|perutta/

/** Section 4: on which basis each purpose rests. A basis told of no purpose holds for all of them. */
export function readBases(page: Page, book: Notebook): void {
  const told = about(page, 'basis', 'purpose').filter((one) => !one.kinds.has('cookies') && (speaksOfBasis.test(one.low) || page.sections[one.section]?.kind === 'basis'))
  for (const sentence of told) {
    if (withdrawing.test(sentence.low) && !/perustu|perusteena/.test(sentence.low)) continue
    if (sentence.kinds.has('rights') && !/perusteena|oikeusperust|käsittelyperust|perustuu/.test(sentence.low)) continue
    for (const { ref, clause, at } of basesIn(sentence)) writeBasis(book, sentence, ref, clause, at)
    const legacy = legacyBasis.exec(sentence.low)
    if (legacy) {
      const words = sentence.plain.slice(legacy.index, legacy.index + legacy[0].length).replace(/[\s.,;]+$/, '').trim()
      book.add('/unmappedBases', { saidIn: 'S4.8', text: words, status: 'lint-error' }, sentence)
      book.marks.push({ clause: 'S4.8', sentence, at: legacy.index })
    }
  }
}

function basesIn(sentence: Sentence): { ref: string; clause: string; at: number }[] {
  const found = basisWords.flatMap(({ ref, words, clause }) => {
    const hit = words.exec(sentence.low)
    return hit ? [{ ref, clause, at: startOfPhrase(sentence, hit.index) }] : []
  })
  for (const hit of sentence.low.matchAll(article6)) {
    const ref = `eu-gdpr:A6-1-${hit[1]}`
    if (!found.some((one) => one.ref === ref)) found.push({ ref, clause: basisWords.find((one) => one.ref === ref)?.clause ?? 'S4.6', at: hit.index })
  }
  return found.sort((a, b) => a.at - b.at)
}

function writeBasis(book: Notebook, sentence: Sentence, ref: string, clause: string, at: number): void {
  const all = (Array.isArray(book.at('/purposes')) ? book.at('/purposes') : []) as Entry[]
  const named = purposeWords.filter(({ words }) => words.test(sentence.low)).map(({ id }) => id)
  const meant = all.flatMap(({ id }, index) => (meantBy(String(id), ref, named, sentence) ? [index] : []))
  const marketing = purposeAt(book, 'direct-marketing')
  const chosen = meant.length > 0 ? meant : all.map((_, index) => index).filter((index) => general(String(all[index]?.id), ref, marketing !== undefined))
  if (chosen.length === 0) return
  for (const index of chosen) {
    const pointer = `/purposes/${index}`
    const entry = basisEntry(ref, sentence)
    const list = (book.at(`${pointer}/basis`) ?? []) as Entry[]
    if (list.some((one) => one.ref === entry.ref)) continue
    book.add(`${pointer}/basis`, entry, sentence)
    // The clause belongs to the first purpose it is told of; the others only share the basis.
    if (index === chosen[0]) book.said(pointer, clause, sentence, at)
  }
  book.place(sentence)
}

function meantBy(id: string, ref: string, named: readonly string[], sentence: Sentence): boolean {
  if (!named.includes(id) || named.length === 0) return false
  if (id === 'customer-relationship' && !/hoit|hoid|kehit/.test(sentence.low)) return false
  if (id === 'direct-marketing' && ref === 'eu-gdpr:A6-1-b') return false
  return sentence.item || named.length < 4
}

function general(id: string, ref: string, hasMarketing: boolean): boolean {
  if (ref === 'eu-gdpr:A6-1-a' && hasMarketing) return id === 'direct-marketing'
  if (ref === 'eu-gdpr:A6-1-c') return /legal-obligations|invoicing/.test(id) || !hasMarketing
  return id !== 'direct-marketing'
}

function basisEntry(ref: string, sentence: Sentence): Entry {
  if (ref === 'eu-gdpr:A6-1-a') return { when: 'subject-consents', ref }
  if (ref === 'eu-gdpr:A6-1-b') return { when: 'subject-is-party', ref }
  if (ref !== 'eu-gdpr:A6-1-f') return { when: 'any', ref }
  const interest = interestIn(sentence)
  return { when: 'subject-represents-org', ref, ...(interest ? { interest: { fi: interest } } : {}), lia: null }
}

function interestIn({ plain, low }: Sentence): string | undefined {
  const after = /oikeutet\S+ (?:etu\S*|edu\S*|intress\S*)(?:\s*\([^)]*\))?,?\s*(?:eli|joka on|jona on|on|:|–|-|perustuu|kuten|joita ovat|muodostuu)?\s*/u.exec(low)
  if (!after) return undefined
  const tail = plain.slice(after.index + after[0].length).replace(/[.;]+$/, '').trim()
  if (tail.length >= 12 && !/^(?:tai|ja|sekä|suostumus|sopimus|\(|\d)/i.test(tail)) return tail
  const ahead = plain.slice(0, after.index).trim()
  return ahead.length >= 20 && ahead.length <= 200 && /:|käsit/.test(ahead) ? ahead.replace(/[:,]$/, '') : undefined
}

import { article6, basisWords, legacyBasis, speaksOfBasis } from '../lexicon/bases.ts'
import { purposeWords } from '../lexicon/purposes.ts'
import type { Entry, Notebook } from '../notebook.ts'
import { about, type Page, type Sentence } from '../page/page.ts'
import { startOfPhrase } from './read-purposes.ts'

const givenAsBasis = /[–(:|]\s*(?:sopimu|suostumu|oikeutet|laki)/
const pointsBack = /^(?:tältä osin|tämän|tämä|tällöin|näiltä osin|näissä)/
const onlyWhere = /(?:siltä osin|mikäli|jos|kun|silloin kun|milloin)[^.]*suostumu[^.]*peru/
const withdrawing = /peru(?:a|u)|perutta/

/** Section 4: on which basis each purpose rests. A basis told of no purpose holds for all of them. */
export function readBases(page: Page, book: Notebook): void {
  const told = about(page, 'basis', 'purpose').filter(
    (one) =>
      !one.kinds.has('cookies') &&
      (speaksOfBasis.test(`${one.low} ${one.lead?.low ?? ''}`) ||
        (one.item && givenAsBasis.test(one.low)) ||
        page.sections[one.section]?.kinds.includes('basis')),
  )
  const units = Map.groupBy(page.sentences, ({ unit }) => unit)
  for (const sentence of told) {
    if (onlyWhere.test(sentence.low)) continue
    if (withdrawing.test(sentence.low) && !/perustu|perusteena/.test(sentence.low)) continue
    if (
      sentence.kinds.has('rights') &&
      !page.sections[sentence.section]?.kinds.some((kind) => kind === 'basis' || kind === 'purpose') &&
      !/perusteena|oikeusperust|käsittelyperust|perustuu/.test(sentence.low)
    )
      continue
    const found = basesIn(sentence)
    const before =
      found.length > 0 && (sentence.item || pointsBack.test(sentence.low))
        ? (units.get(sentence.unit) ?? []).filter((one) => one.start < sentence.start).slice(sentence.item ? -5 : -1)
        : []
    for (const hit of found) writeBasis(book, sentence, hit, found, before)
    const legacy = legacyBasis.exec(sentence.low)
    if (legacy) {
      const words = sentence.plain
        .slice(legacy.index, legacy.index + legacy[0].length)
        .replace(/[\s.,;]+$/, '')
        .trim()
      book.add('/unmappedBases', { saidIn: 'S4.8', text: words, status: 'lint-error' }, sentence)
      book.marks.push({ clause: 'S4.8', sentence, at: legacy.index })
    }
  }
}

interface Hit {
  ref: string
  clause: string
  /** Where its phrase begins, and where its own word stands. */
  at: number
  hit: number
}

function basesIn(sentence: Sentence): Hit[] {
  const found = basisWords.flatMap(({ ref, words, clause }) => {
    const hit = words.exec(sentence.low)
    return hit ? [{ ref, clause, at: startOfPhrase(sentence, hit.index), hit: hit.index }] : []
  })
  for (const hit of sentence.low.matchAll(article6)) {
    const ref = `eu-gdpr:A6-1-${hit[1]}`
    if (!found.some((one) => one.ref === ref))
      found.push({
        ref,
        clause: basisWords.find((one) => one.ref === ref)?.clause ?? 'S4.6',
        at: hit.index,
        hit: hit.index,
      })
  }
  const interest = /oikeutet\S+ (?:etu|edu)\S*(?:,? (?:joka|jona|eli)|:)/.exec(sentence.low)
  // What explains a legitimate interest is no basis of its own.
  const explained = (at: number) => interest !== null && at > interest.index
  return found.filter(({ ref, hit }) => ref !== 'eu-gdpr:A6-1-b' || !explained(hit)).sort((a, b) => a.at - b.at)
}

function writeBasis(
  book: Notebook,
  sentence: Sentence,
  { ref, clause, at, hit }: Hit,
  found: readonly Hit[],
  before: readonly Sentence[],
): void {
  const all = (Array.isArray(book.at('/purposes')) ? book.at('/purposes') : []) as Entry[]
  const ids = all.map(({ id }) => String(id))
  const phrase = phraseAround(sentence.low, hit)
  const inPhrase = found.length > 1 ? namedIn(phrase) : []
  const inSentence = namedIn(sentence.low)
  const named =
    inPhrase.length > 0 ? inPhrase : inSentence.length > 0 ? inSentence : before.flatMap(({ low }) => namedIn(low))
  const meant = ids.filter((id) => meantBy(id, ref, named, sentence))
  const spoken =
    found.length > 1
      ? ids.filter((id) =>
          found.some((one) => one.hit !== hit && namedIn(phraseAround(sentence.low, one.hit)).includes(id)),
        )
      : []
  const chosen =
    meant.length > 0 && (inPhrase.length > 0 || spoken.length === 0)
      ? meant
      : ids.filter((id) => general(id, ref, ids.includes('direct-marketing')) && !spoken.includes(id))
  for (const [order, id] of chosen.entries()) {
    const pointer = `/purposes/${ids.indexOf(id)}`
    const entry = basisEntry(ref, sentence)
    const list = (book.at(`${pointer}/basis`) ?? []) as Entry[]
    if (list.some((one) => one.ref === entry.ref)) continue
    book.add(`${pointer}/basis`, entry, sentence)
    // The clause belongs to the first purpose it is told of; the others only share the basis.
    if (order === 0) book.said(pointer, clause, sentence, at)
  }
  if (chosen.length > 0) book.place(sentence)
}

function namedIn(low: string): string[] {
  return purposeWords.filter(({ words }) => words.test(low)).map(({ id }) => id)
}

function phraseAround(low: string, at: number): string {
  const start = Math.max(
    low.lastIndexOf(', ', at),
    low.lastIndexOf('; ', at),
    low.lastIndexOf(' ja ', at),
    low.lastIndexOf(' sekä ', at),
    0,
  )
  const end = low.slice(at).search(/[,;]\s|\s(?:ja|sekä)\s/)
  return low.slice(start, end < 0 ? undefined : at + end)
}

function meantBy(id: string, ref: string, named: readonly string[], sentence: Sentence): boolean {
  if (!named.includes(id)) return false
  if (id === 'customer-relationship' && !/hoit|hoid|kehit|hallin/.test(sentence.low)) return false
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
  const after =
    /oikeutet\S+ (?:etu\S*|edu\S*|intress\S*)(?:\s*\([^)]*\))?,?\s*(?:eli|joka on|jona on|on|:|–|-|perustuu|kuten|joita ovat|muodostuu)?\s*/u.exec(
      low,
    )
  if (!after) return undefined
  const tail = plain
    .slice(after.index + after[0].length)
    .replace(/[.;]+$/, '')
    .trim()
  if (tail.length >= 12 && !/^(?:tai|ja|sekä|suostumus|sopimus|\(|\d)/i.test(tail)) return tail
  const ahead = plain.slice(0, after.index).trim()
  return ahead.length >= 20 && ahead.length <= 200 && /:|käsit/.test(ahead) ? ahead.replace(/[:,]$/, '') : undefined
}

import { classWords, groundWords, inactive, keeps, notRetention, startWords } from '../lexicon/retention.ts'
import { slugOf } from '../lexicon/word.ts'
import type { Entry, Notebook } from '../notebook.ts'
import { about, type Page, type Sentence } from '../page/page.ts'
import { periodIn } from '../values/times.ts'

/** Section 11: how long the data are kept. A period is never guessed: without one the clause is only quoted. */
export function readRetention(page: Page, book: Notebook): void {
  for (const sentence of about(page, 'retention')) {
    const headed = page.sections[sentence.section]?.kinds.includes('retention') === true
    const context = `${sentence.low} ${sentence.lead?.low ?? ''}`
    if (sentence.kinds.has('cookies') && !headed) continue
    if (
      !headed &&
      (!keeps.test(sentence.low) ||
        (sentence.kinds.has('purpose') && !/säily|poist|hävit/.test(sentence.low)) ||
        notRetention.test(sentence.low))
    )
      continue
    if (!headed && sentence.kinds.has('rights') && !/säilyt/.test(sentence.low)) continue
    if (
      !headed &&
      sentence.kinds.has('security') &&
      !periodIn(sentence.low) &&
      !/elinkaar|niin kauan|asiakassuhteen aja/.test(sentence.low)
    )
      continue
    if (/eväste/.test(sentence.low)) continue
    readRelationshipEnd(book, sentence)
    const parts = partsOf(sentence.plain)
    const written = parts
      .map((part, at) => addRule(book, sentence, part, parts.length > 1 ? '' : context, at))
      .some(Boolean)
    const telling = /säily|niin kauan|elinkaar|aja[nk]|toistaiseksi|tarpee|päätty|poist|hävit|anonymi/.test(
      sentence.low,
    )
    if (
      telling &&
      (headed || /säilyt|niin kauan|elinkaar/.test(sentence.low)) &&
      (!written || !book.at('/retention/asWritten/fi'))
    )
      quote(book, sentence)
  }
}

/** The parts of a sentence that each give a term: what stands before a term belongs to it. */
function partsOf(plain: string): string[] {
  const parts: string[] = []
  let open = ''
  for (const piece of plain.split(/(?:[,;]\s+|\s+(?=(?:ja|sekä)\s))/u)) {
    const words = open === '' ? piece : `${open}, ${piece}`
    if (periodIn(piece.toLowerCase())) {
      parts.push(words)
      open = ''
    } else open = words
  }
  if (open !== '' && parts.length > 0) parts[parts.length - 1] += `, ${open}`
  return parts
}

function quote(book: Notebook, sentence: Sentence): void {
  if (book.set('/retention/asWritten/fi', sentence.plain, sentence))
    book.set('/retention/asWritten/saidIn', 'S11.1', sentence)
  book.said('/retention', 'S11.1', sentence)
}

function readRelationshipEnd(book: Notebook, sentence: Sentence): void {
  if (
    !/asiakassuh|asiakkuu/.test(sentence.low) ||
    !/katsotaan päät|päättyneeksi|passiivi/.test(sentence.low) ||
    !inactive.test(sentence.low)
  )
    return
  const period = periodIn(sentence.low)
  const ends: (string | Entry)[] = [
    ...(/sopimu\S* (?:\S+ )?(?:on )?päät/.test(sentence.low) ? ['contract-ended'] : []),
    ...(period ? [{ inactive: period.iso }] : []),
  ]
  if (ends.length > 0 && book.set('/retention/relationshipEnd', { anyOf: ends }, sentence))
    book.said('/retention', 'S11.1', sentence)
}

function addRule(book: Notebook, sentence: Sentence, part: string, context: string, order: number): boolean {
  const low = part.toLowerCase()
  const period = periodIn(low)
  if (!period || /katsotaan päät|päättyneeksi|\bvuosittain\b|kerran vuode|vähintään \S+ välein|välein/.test(low))
    return false
  if (/tarkist|arvioi|vastaamme|vastataan|kuluessa pyyn/.test(low) && !/säilyt|poist/.test(low)) return false
  const head = low.slice(0, period.index)
  if (order > 0 && /^\s*(?:ja |mutta )?(?:kuitenkin|enintään|vähintään|viimeistään)/.test(head)) return true
  const labelled = /^(\p{Lu}[\p{L} -]{3,40}):\s/u.exec(part)?.[1]
  const base =
    classOf(head) ??
    classOf(low.slice(period.index)) ??
    (labelled ? slugOf(labelled) : undefined) ??
    classOf(context) ??
    'contact'
  const start =
    startWords.find(([id, words]) => words.test(low) && (id !== 'taken' || base === 'backup'))?.[0] ??
    (base === 'backup' ? 'taken' : 'not-said')
  const used = ((book.at('/retention/rules') ?? []) as Entry[]).map((one) => String(one.class))
  const same = ((book.at('/retention/rules') ?? []) as Entry[]).some(
    (one) => String(one.class).replace(/-\d$/, '') === base && one.period === period.iso && one.start === start,
  )
  if (same) {
    book.place(sentence)
    return true
  }
  const id = used.includes(base)
    ? `${base}-${used.filter((one) => one.replace(/-\d+$/, '') === base).length + 1}`
    : base
  const ground = groundWords.flatMap(([words, fi]) => (words.test(low) ? [fi] : []))[0]
  const then = /anonymi/.test(context) ? 'anonymise' : 'erase'
  const pointer = book.add(
    '/retention/rules',
    { class: id, start, period: period.iso, then, ...(ground ? { ground: { fi: ground } } : {}) },
    sentence,
  )
  if (pointer) book.said('/retention', 'S11.1', sentence)
  return true
}

function classOf(low: string): string | undefined {
  return (
    classWords.find(([id, words]) => words.test(low) && !(id === 'contact'))?.[0] ??
    (/asiakas|yhteystie|henkilötie/.test(low) ? 'contact' : undefined)
  )
}

import { fieldWords } from '../lexicon/fields.ts'
import { fromThePerson, type SourceWord, sourceWords, staleNames } from '../lexicon/sources.ts'
import { label } from '../lexicon/word.ts'
import type { Entry, Notebook } from '../notebook.ts'
import { about, type Page, type Sentence } from '../page/page.ts'
import { chunksOf } from '../values/chunks.ts'
import { startOfPhrase } from './read-purposes.ts'

const obtains =
  /saa(?:daan|mme|tu|dut|ntu)|kerä|hanki|hae(?:taan|mme)|poimi|tule(?:e|vat)|tietoläh|päivit|lomak|luovut|ilmoit|tallenn|antam|tarkist|perä|muodostu/
const denies = /\b(?:ei|emme)\s+(?:\S+ ){0,3}(?:kerä|hanki|hae|osteta|käytetä|saada)/

/** Section 6: where the data come from. */
export function readSources(page: Page, book: Notebook): void {
  for (const sentence of about(page, 'source')) {
    const headed = page.sections[sentence.section]?.kinds.includes('source') === true
    if (
      denies.test(sentence.low) ||
      (!headed && (sentence.kinds.has('cookies') || sentence.kinds.has('rights') || sentence.kinds.has('security')))
    )
      continue
    if (!headed && !obtains.test(sentence.low) && !sentence.item) continue
    const direct = fromThePerson.exec(sentence.low)
    if (direct && book.set('/sourceDefault/kind', 'data-subject', sentence))
      book.said('/sourceDefault', 'S6.6', sentence, startOfPhrase(sentence, direct.index))
    const hits = sourceWords.flatMap((word) => hitsOf(word, sentence)).sort((a, b) => a.at - b.at)
    const register = hits.some(({ word }) => word.kind === 'public-register' && word.id !== 'public-sources')
    for (const { word, at } of hits)
      if (!(register && word.id === 'public-sources' && !/verkkosivu/.test(sentence.low)))
        addSource(book, sentence, word, at)
  }
  for (const sentence of page.sentences)
    if (/lomak/.test(sentence.low) && /pyyd|kysy|kerä|ilmoit/.test(sentence.low)) readForm(book, sentence)
}

function hitsOf(word: SourceWord, sentence: Sentence): { word: SourceWord; at: number }[] {
  const hit = word.words.exec(sentence.low)
  return hit ? [{ word, at: hit.index }] : []
}

function addSource(book: Notebook, sentence: Sentence, word: SourceWord, at: number): void {
  if (word.id === 'contact' && /^muu/.test(sentence.low.slice(Math.max(0, at - 4), at).trim())) return
  if (
    word.id === 'contact' &&
    /muu\S* \S*yhteydeno/.test(sentence.low) &&
    !/(?<!muun |muiden |muista )yhteydeno/.test(sentence.low)
  )
    return
  if (word.id === 'social-media' && /linkedin|facebook-seur/.test(sentence.low) && !/sosiaalis/.test(sentence.low))
    return
  if (
    word.id === 'contact' &&
    /lomak/.test(sentence.low) &&
    !/puhelimitse|sähköpostitse|yhteydenot(?!tolomak)\S*/.test(sentence.low.replace(/yhteydenottolomak\S*/g, ''))
  )
    return
  if (
    word.id === 'order' &&
    /uutiskirj\S+ tila|tilau\S+ uutis/.test(sentence.low) &&
    !/(?:tilausten|tilauksen|tilauksista|tilausta)(?!\S* uutis)/.test(
      sentence.low.replace(/uutiskirj\S* \S*tila\S*/g, ''),
    )
  )
    return
  if (word.id === 'event' && /lomak/.test(sentence.low) && !/tapahtum|messu|webinaar|seminaar/.test(sentence.low))
    return
  if (word.id === 'organisation' && /yrityksen verkkosivu|yritysten verkkosivu/.test(sentence.low)) return
  const stale = staleNames
    .map((name) => name.exec(sentence.plain)?.[0])
    .find((name) => name !== undefined && word.words.test(name.toLowerCase()))
  const authority = word.kind === 'public-register' && word.id !== 'public-sources'
  const entry: Entry = {
    id: word.id,
    label: label(word.fi, word.sv, word.en),
    kind: word.kind,
    notice: word.kind === 'data-subject' ? 'art13' : 'art14',
    saidIn: word.clause,
    ...(word.sale ? { saleContext: true } : {}),
    ...(stale ? { asWritten: stale } : {}),
    ...(authority ? { datasets: [], marketing: false } : {}),
  }
  const before = (book.at('/sources') as unknown[] | undefined)?.length ?? 0
  const pointer = book.add('/sources', entry, sentence)
  if (pointer.endsWith(`/${before}`))
    book.marks.push({ clause: word.clause, sentence, at: startOfPhrase(sentence, at) })
}

function readForm(book: Notebook, sentence: Sentence): void {
  const declared = new Set(((book.at('/dataCategories') ?? []) as Entry[]).map(({ id }) => String(id)))
  const begin = /(?:kuten|pyydämme|pyydetään|kysymme|kysytään|kerätään|keräämme|ilmoitetaan)\s+/.exec(sentence.low)
  if (!begin) return
  const fields = chunksOf(sentence.plain, begin.index + begin[0].length).flatMap(({ words }) => {
    const id = fieldWords.find(([, pattern]) => pattern.test(words.toLowerCase()))?.[0]
    return id && declared.has(id) && words.split(' ').length < 6 ? [id] : []
  })
  if (fields.length === 0) return
  const pointer = book.add(
    '/sources',
    {
      id: 'web-form',
      label: label('Verkkolomake', 'Webbformulär', 'Web form'),
      kind: 'data-subject',
      notice: 'art13',
      saidIn: 'S6.9',
    },
    sentence,
  )
  if (book.set(`${pointer}/fields`, [...new Set(fields)], sentence))
    book.marks.push({ clause: 'S6.9', sentence, at: 0 })
}

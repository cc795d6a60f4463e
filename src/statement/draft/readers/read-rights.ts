import type { RightWord } from '../lexicon/rights.ts'
import {
  blockerWords,
  blocks,
  freeForm,
  identityProof,
  mustSpecify,
  openBlockers,
  ownInitiative,
  personally,
  rightWords,
  routed,
  signed,
  vagueDeadline,
  withoutDelay,
} from '../lexicon/rights.ts'
import type { Notebook } from '../notebook.ts'
import { about, type Page, type Sentence } from '../page/page.ts'
import { periodIn } from '../values/times.ts'
import { readErasureTerms } from './read-erasure-terms.ts'

const clausesOf = {
  access: { route: 'S12.4', identity: 'S12.5' },
  rectification: { route: 'S12.8', identity: 'S12.8' },
  erasure: { route: 'S12.12', identity: 'S12.12' },
} as const

/** Section 12: which rights the text tells of, and what it asks of those who use them. */
export function readRights(page: Page, book: Notebook): void {
  let current: RightWord['id'] | undefined
  const told = about(page, 'rights', 'authority')
  const headings = new Set(page.headings.filter(({ kinds }) => kinds.has('rights')))
  for (const sentence of [...headings, ...told]) {
    const isHeading = headings.has(sentence)
    const headed =
      page.sections[sentence.section]?.kinds.some((kind) => kind === 'rights' || kind === 'authority') === true
    if (
      !headed &&
      (sentence.kinds.has('security') || sentence.kinds.has('retention') || sentence.kinds.has('data')) &&
      !/oikeus\b|oikeut|pyytää|nähdä|kieltää/.test(sentence.low)
    )
      continue
    if (!headed && !/oike|voi|pyynt|pyyd|pyytä|nähdä|kiel|peru|valitu|saattaa/.test(sentence.low)) continue
    if (isHeading && /tarkastus-|kielto- ja|oikeudet$/.test(sentence.low)) continue
    for (const id of rightsIn(sentence)) {
      current = id.id
      const clause = id.clause
      if (book.set(`/rights/${id.id}/articles`, [...id.articles], sentence))
        book.said(`/rights/${id.id}`, clause, sentence, isHeading ? 0 : placeOf(id, sentence))
    }
    if (!isHeading) readTerms(book, sentence, current)
  }
  readDeadlines(book, told)
  readPublication(page, book)
}

// Art. 12(3) GDPR: one month holds where the text gives no term of its own.
function readDeadlines(book: Notebook, told: readonly Sentence[]): void {
  const said = told.find(
    ({ low }) =>
      periodIn(low) &&
      /vastaa|vastat|toteut|käsit|kuluessa/.test(low) &&
      /pyyn|vaatimu|vastaa/.test(low) &&
      !/maksu|kerran/.test(low),
  )
  for (const id of ['access', 'rectification', 'erasure'] as const) {
    const from = told.find((one) => book.origins[`/rights/${id}/articles`]?.start === one.start)
    if (!book.at(`/rights/${id}`)) continue
    if (said) book.set(`/rights/${id}/due`, oneMonth(periodIn(said.low)?.iso ?? 'P1M'), said)
    else if (from) book.set(`/rights/${id}/due`, 'P1M', from)
  }
}

function oneMonth(iso: string): string {
  return iso === 'P30D' ? 'P1M' : iso
}

function placeOf(word: RightWord, sentence: Sentence): number {
  if (word.id !== 'rectification' || !ownInitiative.test(sentence.low)) return 0
  return /\s(?:tai|sekä) (?=rekisteröi|pyyn)/.exec(sentence.low)?.index ?? 0
}

function rightsIn(sentence: Sentence): RightWord[] {
  const { low } = sentence
  const found = rightWords.filter(({ words }) => words.test(low))
  const ids = new Set(found.map(({ id }) => id))
  const marketing = ids.has('objectionToMarketing')
  const otherObjection =
    /vastust\S* (?:(?:\S*tietoje\S*|muuta|oikeutettuun|etuun|perustuvaa) ){0,4}käsittely\S*(?! (?:\S+ )?(?:suora)?markkinoin)|käsittelyn vastust|oikeutettuun etuun|vastustamisoik/.test(
      low,
    )
  return found.filter(({ id }) => {
    if (id === 'objection') return !marketing || otherObjection
    if (id === 'erasure')
      return (
        !(
          ids.has('objectionToMarketing') &&
          /jakelulist|postituslist/.test(low) &&
          !/poistaa|poistami(?:sta|seen)/.test(low)
        ) && !/eväste/.test(low)
      )
    if (id === 'rectification') return !/korjauspyyn/.test(low) || /oikeus/.test(low)
    if (id === 'access') return !/tarkastuspyyn|tarkistuspyyn/.test(low) || /oikeus|saada/.test(low)
    if (id === 'restriction') return !/käyttöoikeu|rajoitettu siihen|oikeuksiasi voidaan|rajoituksetta/.test(low)
    if (id === 'portability') return !/ulkopuol|siirretään (?:eu|kolman)/.test(low)
    return true
  })
}

function readTerms(book: Notebook, sentence: Sentence, current: RightWord['id'] | undefined): void {
  const { low } = sentence
  const said = (
    [
      ['access', /(?:tarkastus|tarkistus)\S*pyyn/],
      ['rectification', /korja|oikai/],
      ['erasure', /poist/],
    ] as const
  ).flatMap(([id, words]) => (words.test(low) ? [id] : []))
  for (const about of said.length > 0 ? said : [current]) {
    if (about === 'access' || about === 'rectification' || about === 'erasure') readTermsOf(book, sentence, about)
  }
  if (/markkinoin|jakelulist|postituslist|uutiskirj/.test(low) && book.at('/rights/objectionToMarketing')) {
    const leave = /(?:jakelulist|postituslist|uutiskirj|peruutuslink|linki|viestien|viesteissä|viestissä)/.exec(low)
    if (/yhteyshenkilö|kohdassa|ilmoittamalla|osoittee|yhteyttä|milloin tahansa|koska tahansa/.test(low))
      book.said('/rights/objectionToMarketing', 'S12.17', sentence)
    if (leave && /poist|peru|lopett|ohje|linki/.test(low))
      book.said(
        '/rights/objectionToMarketing',
        'S12.18',
        sentence,
        /\stai (?=\S*(?:jakelu|postitus|uutis))/.exec(low)?.index ?? 0,
      )
  }
}

function readTermsOf(book: Notebook, sentence: Sentence, about: 'access' | 'rectification' | 'erasure'): void {
  const { low } = sentence
  const clauses = clausesOf[about]
  const pointer = `/rights/${about}`
  if (freeForm.test(low)) book.set(`${pointer}/form`, 'free', sentence)
  if (/pyyn|pyytä|vaatimu/.test(low) && routed.test(low)) book.said(pointer, clauses.route, sentence)
  const proof = signed.exec(low) ?? (about !== 'rectification' ? identityProof.exec(low) : null)
  if (proof && !/salassapito/.test(low)) {
    book.set(`${pointer}/asWritten/identity`, signed.test(low) ? 'signed-or-verified' : 'proof-of-identity', sentence)
    book.said(pointer, clauses.identity, sentence, clauses.identity === clauses.route ? 0 : proof.index)
  }
  if (about === 'rectification') {
    if (ownInitiative.test(low)) {
      book.set(`${pointer}/ownInitiative`, true, sentence)
      book.said(pointer, 'S12.6', sentence)
    }
    if (mustSpecify.test(low)) {
      book.set(`${pointer}/mustSpecify`, ['what', ...(/perust|miksi/.test(low) ? ['why'] : [])], sentence)
      book.said(pointer, 'S12.9', sentence)
    }
    if (withoutDelay.test(low)) {
      book.set(`${pointer}/sla`, 'without-delay', sentence)
      book.said(pointer, 'S12.10', sentence)
    }
    const reasons = (
      [
        ['incorrect', /virheelli|väär/],
        ['unnecessary', /tarpeetto|tarpeetton/],
        ['incomplete', /puutteelli|epätäydel/],
        ['outdated', /vanhentu/],
      ] as const
    )
      .filter(([, words]) => words.test(low))
      .map(([id]) => id)
    if (reasons.length > 0) book.set(`${pointer}/reasons`, [...reasons], sentence)
  }
  if (about === 'erasure')
    readErasureTerms(book, sentence, { blockerWords, blocks, openBlockers, personally, vagueDeadline })
}

function readPublication(page: Page, book: Notebook): void {
  for (const sentence of page.sentences) {
    if (!/seloste/.test(sentence.low)) continue
    const shown = /nähtävi|saatavil|julkais|luettavi/.exec(sentence.low)
    const delivered = /toimitetaan|toimittaa|lähetetään|lähettää|antaa|pyynnöstä/.exec(sentence.low)
    if (shown && /verkkosivu|kotisivu|internet|www|toimipist|sivui/.test(sentence.low))
      book.said('/rights/publication', 'S12.1', sentence)
    if (
      delivered &&
      /pyyn|erikseen|tarvittaessa/.test(sentence.low) &&
      book.set('/rights/publication/separateDelivery', 'on-request', sentence)
    ) {
      book.said('/rights/publication', 'S12.2', sentence, /\sja (?=se )/.exec(sentence.low)?.index ?? 0)
    }
  }
}

import { channelWords, purposeWords, topicNames } from '../lexicon/purposes.ts'
import { label } from '../lexicon/word.ts'
import type { Entry, Notebook } from '../notebook.ts'
import { about, type Page, type Sentence } from '../page/page.ts'

const limits = /rajoit|tarpeelli/
const says =
  /tarkoitu|käyte|käytä|käsitel|käsittel|tarvit|lähet|markkinoi|voidaan|saatamme|voimme|kerätään|keräämme|rekisteriä/
const denies = /\b(?:ei|emme|eivät)\s+(?:\S+ ){0,3}(?:käyte|käytä|lähetä|markkinoi)/

/** Section 4: why the data are used, in which channels and about what they are marketed with. */
export function readPurposes(page: Page, book: Notebook): void {
  for (const sentence of about(page, 'purpose')) {
    const headed = page.sections[sentence.section]?.kinds.includes('purpose') === true
    if (!headed && !says.test(sentence.low) && !sentence.item) continue
    if (denies.test(sentence.low)) continue
    if (!headed && (sentence.kinds.has('cookies') || sentence.kinds.has('rights') || sentence.kinds.has('source')))
      continue
    if (sentence.kinds.has('rights') && !headed) continue
    const basisOnly =
      /perusteena|oikeusperust|oikeutettu etu|perustuu/.test(sentence.low) &&
      !/tarkoitu|käytetään|markkinoi/.test(sentence.low)
    if (basisOnly && !sentence.item) continue
    const underBasis =
      /perusteena|oikeusperust|käsittelyperust/.test(sentence.lead?.low ?? '') &&
      !/tarkoitu/.test(sentence.lead?.low ?? '')
    if (underBasis && !/markkinoin/.test(sentence.low)) continue
    for (const word of purposeWords) addPurpose(book, sentence, word, headed)
  }
  readMarketing(page, book)
  for (const sentence of about(page, 'purpose')) {
    if (limits.test(sentence.low) && /tarpeelli/.test(sentence.low) && purposeAt(book, 'customer-relationship'))
      book.said(purposeAt(book, 'customer-relationship') ?? '', 'S4.5', sentence)
    const cycle = /(?:koko )?asiakassuhteen elinkaar|koko asiakassuhteen aja/.exec(sentence.low)
    const general = purposeAt(book, 'customer-relationship')
    if (cycle && general) book.said(general, 'S4.4', sentence, cycle.index)
  }
}

function addPurpose(book: Notebook, sentence: Sentence, word: (typeof purposeWords)[number], headed: boolean): void {
  const hit = word.words.exec(sentence.low)
  if (!hit) return
  if (word.id === 'customer-communication' && !/viestin|tiedot|yhteydenpi/.test(hit[0])) return
  if (word.id === 'customer-relationship' && limits.test(sentence.low)) return
  if (
    word.id === 'customer-relationship' &&
    !/hoit|hoid|ylläpi|kehit|hallin|luomi|perusta|seuran/.test(sentence.low) &&
    !(headed && sentence.item && sentence.plain.split(' ').length <= 4)
  )
    return
  if (
    word.id === 'service-delivery' &&
    limits.test(sentence.low) &&
    purposeAt(book, 'service-delivery') === undefined &&
    purposeAt(book, 'customer-relationship') !== undefined
  )
    return
  const known = purposeAt(book, word.id)
  const pointer =
    known ??
    book.add(
      '/purposes',
      {
        id: word.id,
        label: label(word.fi, word.sv, word.en),
        ...(word.dpv ? { dpv: [word.dpv] } : {}),
        ...(word.messageClass ? { messageClass: word.messageClass } : {}),
        basis: [],
      },
      sentence,
    )
  if (!known) book.said(pointer, word.clause, sentence, startOfPhrase(sentence, hit.index))
  else book.place(sentence)
}

function readMarketing(page: Page, book: Notebook): void {
  const marketing = purposeAt(book, 'direct-marketing')
  if (!marketing) return
  const told = about(page, 'purpose', 'basis').filter(({ low, lead }) =>
    /markkinoi|lähet|uutiskirj|kerto|viesti(?:mme|ntä)|tietoa (?:\S+ ){0,4}(?:uuti|tapah|palvel|tuot)|tiedot(?:taa|amme)/.test(
      `${low} ${lead?.low ?? ''}`,
    ),
  )
  for (const sentence of told) {
    if (denies.test(sentence.low) || (/laskutu/.test(sentence.low) && !/markkinoi/.test(sentence.low))) continue
    if (/asiakasviestin|asiakaspalvel/.test(sentence.low) && !/markkinoin|lähet/.test(sentence.low)) continue
    const topics = topicNames.flatMap((topic) =>
      /lähet|kerto|tiedot|tietoa|(?:koulutu|tuot|palvelu|tapahtum)\S* markkinoin|markkinoi\S* (?:\S+ ){0,3}(?:tuot|palvel)|uutiskirj|kutsu/.test(
        sentence.low,
      )
        ? hitOf(topic, sentence)
        : [],
    )
    for (const { word, at } of topics) {
      const pointer = book.add(
        `${marketing}/topics`,
        { id: word[0], label: label(word[2], word[3], word[4]) },
        sentence,
      )
      if (pointer) book.said(marketing, 'S4.11', sentence, at === topics[0]?.at ? 0 : at)
    }
    const found = channelWords.flatMap(([id, words]) => {
      const hit = words.exec(sentence.low)
      return hit ? [{ id, at: hit.index }] : []
    })
    const list = (book.at(`${marketing}/channels`) as string[] | undefined) ?? []
    const fresh = found.filter(({ id }) => !list.includes(id))
    if (fresh.length === 0) continue
    if (list.length === 0)
      book.set(
        `${marketing}/channels`,
        fresh.map(({ id }) => id),
        sentence,
      )
    else list.push(...fresh.map(({ id }) => id))
    book.said(marketing, 'S4.12', sentence, Math.min(...fresh.map(({ at }) => at)))
  }
  const channels = book.at(`${marketing}/channels`) as string[] | undefined
  const from = told.find((one) => book.isPlaced(one))
  if (channels && from) book.set(`${marketing}/eligibility`, channels.flatMap(eligibilityOf), from)
}

function hitOf(word: (typeof topicNames)[number], sentence: Sentence) {
  const hit = word[1].exec(sentence.low)
  return hit ? [{ word, at: hit.index }] : []
}

// 917/2014 § 200–202: what each channel asks, whatever the statement says.
function eligibilityOf(channel: string): Entry[] {
  if (channel === 'post' || channel === 'phone')
    return [{ channel, recipient: 'any', require: 'not-objected-and-not-on-ban-list', basis: 'eu-gdpr:A6-1-f' }]
  return [
    { channel, recipient: 'natural-person', require: 'consent', law: '917/2014 § 200(1)', basis: 'eu-gdpr:A6-1-a' },
    { channel, recipient: 'natural-person', require: 'existing-customer', law: '917/2014 § 200(3)' },
    { channel, recipient: 'work-address', require: 'role-relevance', law: '917/2014 § 202', basis: 'eu-gdpr:A6-1-f' },
    { channel, recipient: 'legal-person', require: 'not-refused', law: '917/2014 § 202' },
  ]
}

export function purposeAt(book: Notebook, id: string): string | undefined {
  const purposes = book.at('/purposes')
  const at = Array.isArray(purposes) ? purposes.findIndex((one) => (one as Entry).id === id) : -1
  return at >= 0 ? `/purposes/${at}` : undefined
}

/** The beginning of the phrase that holds this place: after the comma or the conjunction before it. */
export function startOfPhrase(sentence: Sentence, at: number): number {
  const before = sentence.plain.slice(0, at)
  const cut = /(?:[,;:]\s+|\s(?=(?:ja|tai|sekä|taikka|eikä)\s+(?:\S+\s+){0,7}$))/gu
  let start = 0
  for (const hit of before.matchAll(cut)) start = hit.index + hit[0].length
  return start
}

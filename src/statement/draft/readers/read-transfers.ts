import { providerWords } from '../lexicon/providers.ts'
import {
  adequacy,
  countryWords,
  mayGoOutside,
  neverOutside,
  outside,
  staleTool,
  toolWords,
  vagueSafeguard,
} from '../lexicon/transfers.ts'
import type { Entry, Notebook } from '../notebook.ts'
import type { Page, Sentence } from '../page/page.ts'

/** Section 9: what leaves the EEA, to which country, with which tool. */
export function readTransfers(page: Page, book: Notebook): void {
  const told = page.sentences.filter(
    (one) =>
      one.kinds.has('transfers') &&
      (page.sections[one.section]?.kinds.includes('transfers') ||
        outside.test(one.low) ||
        toolWords.some(([, words]) => words.test(one.low)) ||
        staleTool.test(one.low)),
  )
  const sending: Sentence[] = []
  for (const sentence of told) {
    const headed = page.sections[sentence.section]?.kinds.includes('transfers') === true
    const flatly =
      headed &&
      sentence.plain.length < 60 &&
      /^(?:(?:pääsääntöisesti|lähtökohtaisesti) )?ei(?:\.|,| |$)|\bei siirretä/.test(sentence.low)
    if (flatly || (neverOutside.test(sentence.low) && (outside.test(sentence.low) || /ulkopuol/.test(sentence.low)))) {
      if (book.set('/transfers/default', 'deny-outside-EEA', sentence)) book.said('/transfers', 'S9.3', sentence)
      const exception = /(?:ellei|paitsi|lukuun ottamatta|muutoin kuin|muuten kuin)/.exec(sentence.low)
      if (exception && countryWords.some(([, words]) => words.test(sentence.low))) sending.push(sentence)
    } else if (isSending(sentence) || (headed && countryWords.some(([, words]) => words.test(sentence.low))))
      sending.push(sentence)
    else if (/varmuuskopi/.test(sentence.low)) sending.push(sentence)
  }
  if (sending.length === 0) return
  const tool = toolIn(told)
  const country = countryIn(told)
  const processors = processorsOf(book, told, sending)
  for (const { id, from } of processors)
    writeTransfer(book, {
      id,
      from,
      country: countryIn([from]) ?? country,
      tool: toolIn([from]) ?? tool,
      told,
      sending,
    })
}

function isSending({ low }: Sentence): boolean {
  return (
    (outside.test(low) || /ulkopuol/.test(low)) &&
    mayGoOutside.test(low) &&
    !/\bei(?:vät|kä)? (?:\S+ ){0,3}(?:siir|luov)/.test(low)
  )
}

function toolIn(told: readonly Sentence[]) {
  for (const sentence of told) {
    const hit = toolWords
      .filter(([, words]) => words.test(sentence.low))
      .sort(([, a], [, b]) => sentence.low.search(a) - sentence.low.search(b))[0]
    if (
      hit &&
      !(
        hit[0] === 'derogation-49' && told.some((one) => toolWords.slice(0, 3).some(([, words]) => words.test(one.low)))
      )
    )
      return { tool: hit[0], from: sentence }
  }
  const american = told.find(({ low }) => adequacy.test(low) && /yhdysval/.test(low))
  return american ? { tool: 'adequacy-2023-1795', from: american } : undefined
}

function countryIn(told: readonly Sentence[]) {
  for (const sentence of told) {
    const hit = countryWords.find(([, words]) => words.test(sentence.low))
    if (hit && !/\bei (?:\S+ ){0,3}siirr/.test(sentence.low)) return { code: hit[0], from: sentence }
  }
  return undefined
}

function processorsOf(
  book: Notebook,
  told: readonly Sentence[],
  sending: readonly Sentence[],
): { id: string; from: Sentence }[] {
  const all = ((book.at('/processors') ?? []) as Entry[]).map(({ id, provider }) => ({
    id: String(id),
    provider: String(provider),
  }))
  const named = all.flatMap(({ id, provider }) => {
    const words = providerWords.find(([known]) => known === id)?.[1]
    const from = told.find(
      (one) =>
        words?.test(one.low) ||
        new RegExp(`(?<!\\p{L})${provider.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').test(one.plain),
    )
    return from ? [{ id, from }] : []
  })
  if (named.length > 0) return named
  const first = sending[0]
  if (!first) return []
  const hosting = book.at('/hosting/provider')
  if (all.length === 1 && all[0]) return [{ id: all[0].id, from: first }]
  if (typeof hosting === 'string' && all.length === 0) return [{ id: 'hosting', from: first }]
  const word = /palvelu(?:n)?tarjoaj\S*|pilvipalvelu\S*|palvelin\S*|alihankki\S*|kumppan\S*|järjestelm\S*/.exec(
    told.map(({ low }) => low).join(' '),
  )?.[0]
  book.add(
    '/processors',
    {
      id: 'unnamed',
      provider: word ? `[${word.replace(/[.,;:]$/, '')}]` : '[vastaanottajaa ei ole nimetty]',
      dpa: null,
      privacyUrl: null,
    },
    first,
  )
  return [{ id: 'unnamed', from: first }]
}

interface Writing {
  id: string
  from: Sentence
  country: { code: string; from: Sentence } | undefined
  tool: { tool: string; from: Sentence } | undefined
  told: readonly Sentence[]
  sending: readonly Sentence[]
}

function writeTransfer(book: Notebook, { id, from, country, tool, told, sending }: Writing): void {
  const backup = told.find(
    ({ low }) =>
      /varmuuskopi/.test(low) && (/ulkopuol|yhdysval/.test(low) || told.some((one) => outside.test(one.low))),
  )
  // ZZ is the code for a country that nobody said.
  const pointer = book.add(
    '/transfers/list',
    {
      id,
      processor: id,
      country: country?.code ?? 'ZZ',
      purpose: backup ? 'backup' : null,
      tool: null,
      evidence: null,
      checkedOn: null,
    },
    from,
  )
  const entry = book.at(pointer) as Entry
  delete entry.id
  if (country && country.from !== from) book.origins[`${pointer}/country`] = spanOf(country.from)
  if (tool) book.set(`${pointer}/tool`, tool.tool, tool.from)
  const stale = told.find(({ low }) => staleTool.test(low))
  if (!tool && stale)
    book.set(
      `${pointer}/evidence`,
      staleTool.exec(stale.low)?.[0] === 'privacy shield' ? 'Privacy Shield' : 'Safe Harbor',
      stale,
    )
  const copy = told.find(
    ({ low }) => /jäljennö|kopio(?!i)|saatavilla|nähtävillä/.test(low) && /lausek|suojatoim|sopimu/.test(low),
  )
  if (copy) book.set(`${pointer}/copyFrom`, { fi: copy.plain }, copy)
  if (backup) book.said(pointer, 'S9.1', backup)
  const why =
    told.find((one) => one !== backup && /varmuuskopi|turvassa/.test(one.low) && !sending.includes(one)) ??
    told.find((one) => one !== backup && /varmuuskopi/.test(one.low))
  if (why) book.said(pointer, 'S9.2', why)
  const vague = told.find(({ low }) => vagueSafeguard.test(low)) ?? sending.find((one) => one !== backup) ?? from
  book.said(pointer, 'S9.4', vague)
  for (const one of [...sending, tool?.from, stale]) if (one) book.place(one)
  for (const one of sending.slice(0, 200))
    if (told.includes(one) && one !== vague && one !== backup && one !== why)
      book.marks.push({ clause: 'S9.5', sentence: one, at: 0 })
}

function spanOf({ sentence, start, end }: Sentence) {
  return { sentence, start, end }
}

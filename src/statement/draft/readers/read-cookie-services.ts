import { categoryWords, cookieName, cookieServiceWords, cookieUses } from '../lexicon/cookie-services.ts'
import { label } from '../lexicon/word.ts'
import type { Entry, Notebook } from '../notebook.ts'
import { about, type Page, type Sentence } from '../page/page.ts'
import { periodIn } from '../values/times.ts'

const uses = /eväste|käytä|käyttä|käytössä|seuran|analyt|mainon|markkinoin|kävijä|palvelu|video|upot|pikseli|tunniste/

/** The services that set cookies, with what the text says of each: use, cookies' names, how long they last. */
export function readServices(page: Page, book: Notebook): void {
  let last: string | undefined
  for (const sentence of about(page, 'cookies')) {
    const headed = page.sections[sentence.section]?.kinds.includes('cookies') === true
    if (!headed && !uses.test(sentence.low)) continue
    const found = cookieServiceWords.filter(([, words]) => words.test(sentence.low))
    const isLink = /https?:/.test(sentence.low) && !/:\s|käyt/.test(sentence.low.replace(/https?:\S+/g, ''))
    const isEmbedOnly = /jako- ja|tykkäys/.test(sentence.low)
    if (found.length > 0 && !isLink && !isEmbedOnly)
      for (const [id, , provider] of found) last = addService(book, sentence, id, provider, found.length === 1)
    const row = last && (sentence.item || found.length > 0) ? last : undefined
    if (row) addCookies(book, sentence, row, found.length === 1)
  }
}

function addService(book: Notebook, sentence: Sentence, id: string, provider: string, alone: boolean): string {
  const told = sentence.low.replace(/google(?:n)? (?:universal )?analytics|google ads|insight tag/g, '')
  const purposes = cookieUses.filter(([, words]) => words.test(told)).map(([purpose]) => purpose)
  const use = alone ? useIn(sentence) : undefined
  const purposeList = purposes.filter((purpose) =>
    ['analytics', 'marketing', 'communication', 'functional'].includes(purpose),
  )
  const category = categoryFor(book, purposes, sentence)
  const count = (book.at('/cookies/services') as unknown[] | undefined)?.length ?? 0
  const clause = `S7.${18 + count}`
  const entry: Entry = {
    id,
    provider,
    saidIn: clause,
    category,
    ...(purposeList.length > 0 ? { purposes: purposeList } : {}),
    ...(use ? { use: { fi: use } } : {}),
    cookies: [],
    durations: null,
  }
  const pointer = book.add('/cookies/services', entry, sentence)
  if (pointer.endsWith(`/${count}`)) {
    book.marks.push({ clause, sentence, at: 0 })
    addPurposes(book, purposeList, sentence)
  }
  return pointer
}

// Every purpose a service names must be among the page's purposes: the reader of the file checks it.
function addPurposes(book: Notebook, purposes: readonly string[], sentence: Sentence): void {
  const list = (book.at('/cookies/purposes') ?? []) as string[]
  const fresh = purposes.filter((one) => !list.includes(one))
  if (fresh.length === 0) return
  if (list.length === 0) book.set('/cookies/purposes', fresh, sentence)
  else list.push(...fresh)
}

function useIn({ plain }: Sentence): string | undefined {
  const after = /^[^:|\t–]{3,60}(?::\s+|\s[–-]\s|\s*\|\s*|\t+)([^|\t]{4,160})/u.exec(plain)?.[1]
  return after?.replace(/[.;,]+$/, '').trim()
}

function categoryFor(book: Notebook, purposes: readonly string[], sentence: Sentence): string {
  const listed = ((book.at('/cookies/categories') ?? []) as Entry[]).map(({ id }) => String(id))
  const wish = purposes.includes('marketing')
    ? ['ad-targeting', 'marketing', 'ad-reporting']
    : purposes.includes('analytics')
      ? ['analytics', 'product-development-and-reporting']
      : purposes.includes('necessary')
        ? ['necessary']
        : purposes.includes('functional') || purposes.includes('communication')
          ? ['functional']
          : purposes.includes('embedded-content')
            ? ['embedded-content', 'functional']
            : []
  const among = purposes.includes('marketing') && purposes.includes('communication') ? wish : wish
  const there = among.find((id) => listed.includes(id))
  if (there) return there
  const id =
    among.find((one) => categoryWords.some(([known]) => known === one) && !/^ad-|product/.test(one)) ?? 'unsorted'
  const known = categoryWords.find(([one]) => one === id)
  book.add(
    '/cookies/categories',
    {
      id,
      label: known
        ? label(known[2], known[3], known[4])
        : label('Ryhmää ei ole kerrottu', 'Gruppen anges inte', 'Group not said'),
      exempt: id === 'necessary',
      ...(id === 'necessary' ? {} : { default: false }),
    },
    sentence,
  )
  return id
}

function addCookies(book: Notebook, sentence: Sentence, pointer: string, alone: boolean): void {
  const names = [...sentence.plain.matchAll(cookieName)].map((hit) => ({ name: hit[1] ?? '', at: hit.index }))
  for (const [index, { name, at }] of names.entries()) {
    const until = names[index + 1]?.at ?? sentence.plain.length
    const duration = lastsIn(sentence.low.slice(at, until)) ?? lastsIn(sentence.low)
    const cookies = (book.at(`${pointer}/cookies`) ?? []) as Entry[]
    if (!cookies.some((one) => one.name === name))
      book.add(`${pointer}/cookies`, { name, ...(duration ? { duration } : {}) }, sentence)
  }
  const whole = names.length === 0 && alone ? lastsIn(sentence.low) : undefined
  if (whole) book.set(`${pointer}/durations`, whole, sentence)
}

function lastsIn(low: string): string | undefined {
  if (/istun(?:to|non)/.test(low)) return 'session'
  const period = periodIn(low)
  if (period) return period.iso
  return /(?<![\p{L}\d])\d{1,3}\s?(?:h|tuntia|tunti|min|minuuttia|s|sekuntia)(?![\p{L}])/u.exec(low)?.[0]
}

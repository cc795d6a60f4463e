import { headingWords } from '../lexicon/headings.ts'
import { slugOf } from '../lexicon/word.ts'
import type { Notebook } from '../notebook.ts'
import type { Kind, Page, Sentence } from '../page/page.ts'
import { dayIn } from '../values/times.ts'

const numberOfKind: Partial<Record<Kind, string>> = {
  name: '1',
  controller: '2',
  contact: '3',
  purpose: '4',
  basis: '4',
  data: '5',
  source: '6',
  cookies: '7',
  recipients: '8',
  transfers: '9',
  security: '10',
  retention: '11',
  rights: '12',
  authority: '13',
}
const titleWords = headingWords.find(([kind]) => kind === 'title')?.[1] ?? /seloste/

/** Section 0 and 1: title, date, headings, the register's name. */
export function readHeading(page: Page, book: Notebook): void {
  const titles = [
    ...page.headings.filter(({ kinds }) => kinds.has('title')),
    ...page.sentences.filter((one) => one.section < 0 && isTitle(one)),
  ]
    .sort((a, b) => a.start - b.start)
    .slice(0, 4)
  const title = titles.find(({ low }) => low.startsWith('tietosuoja') || low.startsWith('rekisteri- ja')) ?? titles[0]
  if (title) {
    book.set('/metadata/title/fi', title.plain.replace(/\.$/, ''), title)
    book.said('/metadata', 'S0.1', title)
    const other = titles.find((one) => one !== title && one.low !== title.low)
    if (other) {
      book.set('/metadata/subtitle/fi', other.plain.replace(/\.$/, ''), other)
      book.said('/metadata', 'S0.1', other)
    }
    for (const one of titles) book.place(one)
    for (const one of page.sentences.slice(0, 8))
      if (/henkilötietola|tietosuoja-asetu/.test(one.low) && one.plain.length < 120) book.said('/metadata', 'S0.1', one)
  }
  readDates(page, book)
  readName(page, book, titles)
  for (const heading of page.headings) {
    const number = [...heading.kinds]
      .map((kind) => numberOfKind[kind])
      .find((one) => one !== undefined && book.at(`/sections/${one}`) === undefined)
    if (number) book.set(`/sections/${number}`, { fi: heading.plain }, heading)
    book.place(heading)
  }
}

function isTitle({ low, plain }: Sentence): boolean {
  return plain.length < 110 && !/[.!]$/.test(plain.replace(/\b(?:oy|ry)\.$/i, '')) && titleWords.test(low)
}

function readDates(page: Page, book: Notebook): void {
  const all = [...page.headings, ...page.sentences]
  const dated = all
    .flatMap((one) => (one.plain.length < 240 && /\d/.test(one.plain) ? [{ one, day: dayIn(one.low) }] : []))
    .filter(({ day }) => day !== undefined)
  const near = (words: RegExp) =>
    dated.find(({ one }) => words.test(one.low) || words.test(page.sections[one.section]?.heading.toLowerCase() ?? ''))
  const updated =
    near(/päivit(?:et|tä)|muokat|muutettu|tarkistettu|viimeisin|muutospäiv/) ??
    near(/laadi|laatimi|julkais|päiväy|päivämäär|versio/) ??
    dated.find(({ one }) => /^[^\p{L}]*$/u.test(one.plain))
  const latest =
    updated &&
    (dayIn(updated.one.low.slice(Math.max(0, updated.one.low.search(/päivit|muokat|viimeisin/)))) ?? updated.day)
  if (updated && book.set('/metadata/updatedOn', latest, updated.one)) book.said('/metadata', 'S0.2', updated.one)
  for (const { one } of dated) if (/laadi|laatimi|päivit|viimeisin/.test(one.low)) book.place(one)
  const effective = near(/voimaan|voimassa|alkaen/)
  if (effective && /voima|alkaen/.test(effective.one.low))
    book.set('/metadata/effectiveFrom', effective.day, effective.one)
}

function readName(page: Page, book: Notebook, titles: readonly Sentence[]): void {
  const stated = page.sentences.filter(({ kinds }) => kinds.has('name'))
  const named = stated.find(({ plain }) => /rekisteri/i.test(plain)) ?? stated[0]
  const said = page.sentences.find(({ low }) => /rekisterin nimi on|nimi: .*rekisteri/.test(low))
  const inTitle = titles.find(
    ({ plain }) =>
      /^[\p{L}\d&.:,' -]+(?:rekisterin?|markkinointirekisteri)(?=[\s,:]|$)/iu.test(plain) &&
      !/^(?:tietosuoja|rekisteri)/i.test(plain),
  )
  const from = named ?? said ?? inTitle
  if (!from) return
  const quoted = /["“”](.{4,90}?rekisteri.{0,20}?)["“”]/iu.exec(from.plain)?.[1]
  const stripped =
    quoted ??
    from.plain
      .replace(/^.*rekisterin nimi on\s+/i, '')
      .replace(/^(?:rekisterin )?nimi:\s*/i, '')
      .replace(/[.:]+$/, '')
  const name = from === inTitle && from !== named ? nameInTitle(from.plain) : stripped
  if (!name || /^\[/.test(name)) return
  book.set('/register/name/fi', name, from)
  book.said('/register', 'S1.1', from)
  book.set('/metadata/id', slugOf(name), from)
}

function nameInTitle(plain: string): string | undefined {
  const hit = /^(.*?\S*rekisteri)(n)?(?=[\s,:]|$)/iu.exec(plain)
  return hit?.[1]
}

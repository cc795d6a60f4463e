import ICAL from 'ical.js'
import { type RowRead, rowRead } from './row-read.ts'
import { plainCard } from './vcard-plain.ts'

/** The columns that cards are laid out in: as many addresses and numbers as a card seldom has more of. */
export const cardHeader = [
  ...['N.given', 'N.family', 'FN', 'ORG', 'TITLE', 'EMAIL', 'EMAIL 2', 'EMAIL 3', 'TEL', 'TEL 2', 'TEL 3'],
  ...['ADR.street', 'ADR.postcode', 'ADR.city', 'REV', 'PHOTO'],
]

const longest = 1_000_000

/** Reads vCards of versions 2.1, 3 and 4, one after another, as rows of the same columns. */
export async function* vcardRows(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<RowRead> {
  yield { line: 1, cells: cardHeader }
  const decoder = new TextDecoder(encoding)
  let rest = ''
  let line = 1
  for await (const piece of bytes) {
    rest += decoder.decode(piece, { stream: true })
    for (let end = endOf(rest); end > 0; end = endOf(rest)) {
      yield cardRow(++line, rest.slice(0, end))
      rest = rest.slice(end)
    }
    if (rest.length > longest) {
      yield { line: ++line, cells: [], wrong: 'LINE_TOO_LONG' }
      rest = ''
    }
  }
  if (rest.trim()) yield cardRow(++line, rest)
}

function endOf(text: string): number {
  const found = /^END:VCARD[ \t]*(\r\n|\n|\r)/im.exec(text)
  return found ? found.index + found[0].length : -1
}

function cardRow(line: number, text: string): RowRead {
  const { text: plain, hasPicture } = plainCard(text.trim())
  const card = cardIn(plain)
  if (!card) return { line, cells: [] }
  const all = (name: string) =>
    card
      .getAllProperties(name)
      .map((one, at) => ({ value: one.getFirstValue(), types: typesOf(one.getParameter('type')), at }))
      .filter(({ types }) => !types.some((type) => /^(FAX|PAGER|BBS|MODEM|X-?FAX)$/.test(type)))
      .sort((one, other) => weight(name, one.types) - weight(name, other.types) || one.at - other.at)
      .map(({ value }) => value)
  const name = partsOf(all('n')[0])
  const place = partsOf(all('adr')[0])
  const said = all('fn').map(textOf)[0] ?? ''
  const [given = '', family = ''] = [name[1], name[0]]
  return rowRead(line, [
    ...[given, family, given || family ? '' : said],
    ...[partsOf(all('org')[0])[0] ?? '', textOf(all('title')[0] ?? all('role')[0])],
    ...three(all('email').map(textOf)),
    ...three(all('tel').map((one) => textOf(one).replace(/^tel:/i, ''))),
    ...[place[2] ?? '', place[5] ?? '', place[3] ?? ''],
    textOf(all('rev')[0]).slice(0, 10),
    hasPicture ? '✓' : '', // pictures are left where they are, and the mapping shows that there were some
  ])
}

function typesOf(said: unknown): string[] {
  return [said].flat().flatMap((one) => (one === undefined ? [] : String(one).toUpperCase().split(',')))
}

/** Which of several comes first: the preferred one, then a mobile phone, then what is of work. */
function weight(name: string, types: readonly string[]): number {
  const order = ['PREF', ...(name === 'tel' ? ['CELL', 'MOBILE'] : []), 'WORK']
  const at = order.findIndex((type) => types.includes(type))
  return at < 0 ? order.length : at
}

function cardIn(text: string) {
  try {
    const [first] = [ICAL.parse(text)].flat(1) as unknown as [string, unknown[], unknown[]][]
    const parsed = Array.isArray(first) ? first : ICAL.parse(text)
    return new ICAL.Component(parsed as never)
  } catch {
    return null
  }
}

function three(values: string[]): string[] {
  return [0, 1, 2].map((at) => values[at] ?? '')
}

function partsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map((part) => (Array.isArray(part) ? part.join(' ') : textOf(part)))
  return [textOf(value)]
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

import { headingWords, loneHeadings } from '../lexicon/headings.ts'
import type { Kind } from './page.ts'

export interface Heading {
  heading: string
  number?: string
  kinds: Kind[]
  /** Characters of the line that the heading takes; the rest is already the section's text. */
  length: number
  /** It stood between signs, as in "* Tietoturva *". */
  framed?: boolean
}

const numbered =
  /^(?:#+\s*)?(?:kohta\s+)?(\d{1,2}|[IVX]{1,4}(?=[.)]))\s*([a-dA-D](?=[.):\s]))?\s*(?:[.):]\s*|[-–—]\s+|\s+)(?=\p{L})/u
const sentenceLike =
  /\s(?:on|ovat|voidaan|voi|käytetään|käytämme|kerätään|keräämme|säilytetään|luovutetaan|siirretään|saadaan|toimii|toimivat|tehneet|jaamme|luovutamme|saamme|siirrämme|säilytämme|tallennamme|käsitellään|käsittelemme|käyttää|koskee|löytyy|eivät|ei)(?:\s|$)/
const lawLine = /tietosuoja-asetu|henkilötietola|2016\/679|523\/1999|tietosuojalaki \(/i
const mailInLine = /@|[([](?:at|a|ät)[)\]]/i
const inFieldLists: ReadonlySet<Kind> = new Set(['data', 'cookies', 'rights', 'purpose'])
const asks =
  /^(?:mihin|mitä|miksi|kuka|ketkä|kenelle|keneen|kehen|miten|kuinka|mistä|mitkä|missä|milloin|millä|kauanko|onko|tehdäänkö|siirretäänkö|luovutetaanko)\s/i
const notHeading =
  /^(?:puh|tel\b|gsm|e-?mail|sähköposti|s-posti|y-tunnus|ly-tunnus|osoite|www|https?:|pl\s?\d|\[|\d{5}\s)/i
const companyForm = /\s(?:oyj?|ab|ky|ay|ry|r\.y\.|osk|tmi|ltd)\.?$/i

export function kindsOfHeading(words: string, alone: boolean): Kind[] {
  const low = words.toLowerCase().replace(/[*_#]/g, '').trim()
  const kinds = headingWords.filter(([, pattern]) => pattern.test(low)).map(([kind]) => kind)
  if (alone) kinds.push(...loneHeadings.filter(([, pattern]) => pattern.test(low)).map(([kind]) => kind))
  return settle(low, kinds)
}

function settle(low: string, kinds: Kind[]): Kind[] {
  const without = (...out: Kind[]) => kinds.filter((kind) => !out.includes(kind))
  if (kinds.includes('title'))
    return /selos|ilmoitus|lauseke|käytän|politiik|asiakirja|tietosuoja$/.test(low) ? ['title'] : without('title')
  if (kinds.includes('dpo')) kinds = without('processors')
  if (
    kinds.includes('rights') &&
    /oikeus .*(?:siirt|poist|tarkast)|oikeus vastust|oikeus rajoit|oikeus valit|oikeus tehdä/.test(low)
  )
    return kinds.includes('authority') ? ['rights', 'authority'] : ['rights']
  if (kinds.includes('rights') && kinds.includes('basis')) return without('rights')
  if (kinds.includes('contact') && kinds.includes('rights')) return without('rights')
  if (kinds.includes('cookies')) return ['cookies']
  if (/atk:lla|sähköisesti (?:käsit|talle)|manuaali|paperiaineisto/.test(low)) return ['security']
  if (kinds.includes('security') && kinds.includes('purpose')) return ['security']
  return kinds
}

/** The heading that a line is or begins with, if any. `expected` is the next number of numbered headings. */
export function headingOf(
  line: string,
  around: { blankBefore: boolean; listAfter: boolean; expected: number; inList: boolean; inData: boolean },
): Heading | undefined {
  if (notHeading.test(line)) return undefined
  if ((/\t|\s\|\s/.test(line) || lawLine.test(line) || mailInLine.test(line)) && !/^[^:]{3,60}:\s/.test(line))
    return undefined
  const framed = /^([*=_~-]{1,5})\s*(\p{Lu}.*?)(?<!\s)\s*\1$/u.exec(line)?.[2]
  if (framed && framed.length <= 110) {
    const kinds = kindsOfHeading(framed.replace(/[:?]$/, ''), true)
    return { heading: framed, kinds: kinds.length > 0 ? kinds : ['other'], length: line.length, framed: true }
  }
  const count = numbered.exec(line)
  const number = count ? `${count[1]}${count[2] ?? ''}` : undefined
  const skipped = count?.[0].length ?? /^#+\s*/.exec(line)?.[0].length ?? 0
  const rest = line.slice(skipped)
  const inline = inlineHeading(rest, around.inData)
  if (inline) return { ...inline, number, length: skipped + inline.length }
  const words = rest
    .replace(/(?<!\s)\s*:$/, '')
    .replace(/\*+/g, '')
    .trim()
  const size = words.split(/\s+/).length
  if (number !== undefined && /^\p{Ll}/u.test(words)) return undefined
  if (words.length > 110 || size > 14 || (!/^["“]?[\p{Lu}]/u.test(words) && number === undefined)) return undefined
  if (number === undefined && companyForm.test(words)) return undefined
  if (/[,;]$/.test(words) || (/[.!]$/.test(words) && number === undefined)) return undefined
  const low = words.toLowerCase()
  const question = /\?$/.test(words) || (asks.test(words) && size <= 9 && !/[.,:]$/.test(words))
  if (!question && sentenceLike.test(` ${low} `) && number === undefined) return undefined
  const beforeColon = /^(.*?):\s+\S/.exec(words)?.[1]
  const kinds = kindsOfHeading((beforeColon ?? words).replace(/[.?!]$/, ''), !around.inData)
  if (beforeColon && (kinds.length === 0 || (number === undefined && !kinds.includes('title')))) return undefined
  const heading: Heading = { heading: words, number, kinds, length: line.length }
  if (
    kinds.length > 0 &&
    (number !== undefined
      ? !/[.]$/.test(words) || size <= 8
      : question || size <= 8 || (size <= 11 && around.blankBefore))
  )
    return heading
  return isUnknownHeading(words, number, line, around) ? { ...heading, kinds: ['other'] } : undefined
}

function inlineHeading(rest: string, inData: boolean): Omit<Heading, 'number'> | undefined {
  const hit = /^(\*{0,2}["“]?\p{Lu}[^:.!?\n]{2,70}?)(\*{0,2}\s*:\*{0,2}|\s[–—-])\s+(?=\S)/u.exec(rest)
  if (!hit?.[1]) return undefined
  const words = hit[1].replace(/\*/g, '').trim()
  if (words.split(/\s+/).length > 8 || sentenceLike.test(` ${words.toLowerCase()} `)) return undefined
  const kinds = kindsOfHeading(words, false)
  if (kinds.length === 0 || kinds.includes('title') || (inData && !hit[2]?.includes(':'))) return undefined
  if (
    hit[2] &&
    !hit[2].includes(':') &&
    !['controller', 'name', 'contact', 'dpo', 'retention'].includes(kinds[0] ?? '')
  )
    return undefined
  const list = !/[\d@]/.test(rest.slice(hit[0].length)) && /,/.test(rest)
  if (
    inData &&
    kinds.every((kind) => inFieldLists.has(kind) || (list && (kind === 'contact' || kind === 'controller')))
  )
    return undefined
  return { heading: words, kinds, length: hit[0].length }
}

function isUnknownHeading(
  words: string,
  number: string | undefined,
  line: string,
  around: { blankBefore: boolean; listAfter: boolean; expected: number; inList: boolean },
): boolean {
  if (number !== undefined) {
    return (
      !around.inList &&
      around.blankBefore &&
      !around.listAfter &&
      Number.parseInt(number, 10) === around.expected &&
      !/[.]$/.test(line) &&
      words.length <= 70 &&
      /^\p{Lu}/u.test(words)
    )
  }
  const letters = words.replace(/[^\p{L}]/gu, '')
  const capitals = letters.length >= 8 && letters === letters.toUpperCase()
  return capitals && around.blankBefore && !companyForm.test(words) && !/\d/.test(words)
}

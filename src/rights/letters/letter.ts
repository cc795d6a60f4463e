import type { Language } from '#platform/language'
import type { Statement } from '#statement'
import type { RequestKind } from '../request.ts'
import type { LetterKind } from '../tables.ts'
import { letterTexts } from './letter.texts.ts'
import { replyTexts } from './reply.texts.ts'

/** What a letter is made from. Everything in it is said by the register itself; the desk may edit the text before it goes. */
export interface LetterFacts {
  kind: LetterKind
  language: Language
  request: RequestKind
  reference: string
  /** Days as text in the letter's language. */
  receivedOn: string
  dueOn: string
  /** Codes of closed lists. */
  reason?: string | null
  partly?: boolean
  /** Whether the package goes by link, or lies in the envelope. */
  byLink?: boolean
  /** What was done, what stays and why, who was told: one line each. */
  done?: readonly string[]
  kept?: readonly string[]
  told?: readonly string[]
}

export interface Composed {
  subject: string
  body: string
}

/** Stands in a letter for a link or a code that is made only when the letter goes. */
export const linkMark = '{{link}}'
export const codeMark = '{{code}}'

/** Letters that must tell where to complain: everything but receipts, questions and codes. */
export function needsAuthority(kind: LetterKind): boolean {
  return kind === 'reply' || kind === 'refusal' || kind === 'cannot-identify' || kind === 'extension'
}

// Art. 12(4), 15(1)(f), S13.1: no answer goes out without the authority's name and how to reach it.
/** The letter, or null where the statement names no authority that one could turn to. */
export function composeLetter(statement: Statement, facts: LetterFacts): Composed | null {
  const { language, kind } = facts
  const block = authorityBlock(statement, language)
  if (needsAuthority(kind) && block === null) return null
  const words = letterTexts[language]
  const house = {
    controller: statement.controller.legalName ?? '',
    register: statement.register.name[language] ?? statement.register.name.fi ?? '',
    contact: statement.contact?.email?.address ?? statement.controller.email?.address ?? '',
    phone: statement.contact?.phone?.display ?? statement.controller.phone?.display ?? '',
  }
  const own = kind === 'reply' ? replyTexts[language](facts) : words.parts[kind](facts)
  return {
    subject: `${words.subjects[kind]} – ${house.controller} (${facts.reference})`,
    body: [
      words.greeting,
      ...own,
      ...(needsAuthority(kind) && block ? [words.complain(block)] : []),
      ...(needsCourt(facts) ? [words.court] : []),
      words.foot({ ...house, reference: facts.reference }),
    ].join('\n\n'),
  }
}

export type LetterFault = 'LETTER_WITHOUT_AUTHORITY' | 'LETTER_WITHOUT_COURT' | 'LETTER_WITHOUT_LINK'

/** What an edited letter lacks. */
export function faultOfLetter(
  statement: Statement,
  facts: Pick<LetterFacts, 'kind' | 'language' | 'partly'>,
  body: string,
): LetterFault | null {
  const { kind, language } = facts
  if (needsAuthority(kind) && !holdsAuthority(statement, language, body)) return 'LETTER_WITHOUT_AUTHORITY'
  if (needsCourt(facts) && !body.includes(letterTexts[language].courtName)) return 'LETTER_WITHOUT_COURT'
  if (kind === 'identity-question' && !body.includes(linkMark)) return 'LETTER_WITHOUT_LINK'
  return null
}

/** Name and contacts of the authority in one line; null where the statement has no name, or nothing to reach it by. */
export function authorityBlock(statement: Statement, language: Language): string | null {
  const { authority } = statement
  const name = authority?.name?.[language] ?? authority?.name?.fi
  const { address, phone, email, url } = authority?.contact ?? {}
  const ways = [address, phone, email, url].filter(Boolean)
  return name && ways.length > 0 ? [name, ...ways].join(', ') : null
}

function holdsAuthority(statement: Statement, language: Language, body: string): boolean {
  const { authority } = statement
  const name = authority?.name?.[language] ?? authority?.name?.fi
  const { phone, email, url, address } = authority?.contact ?? {}
  return Boolean(name && body.includes(name) && [email, url, phone, address].some((way) => way && body.includes(way)))
}

// Art. 12(4): who is refused, in whole or in part, is told of the judicial remedy too.
function needsCourt({ kind, partly }: Pick<LetterFacts, 'kind' | 'partly'>): boolean {
  return kind === 'refusal' || kind === 'cannot-identify' || (kind === 'reply' && partly === true)
}

/** A day as people write it. */
export function dayIn(language: Language, day: string): string {
  const locale = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }[language]
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${day}T00:00:00Z`))
}

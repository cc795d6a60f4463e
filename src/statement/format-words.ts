import { type Static, type TProperties, type TSchema, Type } from 'typebox'
import { fieldBeginnings } from './subject.ts'

/** An object of exactly these keys: what the format does not know, the file may not say. */
export function shape<T extends TProperties>(properties: T, description?: string) {
  return Type.Object(properties, { additionalProperties: false, ...(description ? { description } : {}) })
}

/** A key that may be left out, or left open with null where the text is silent. */
export function maybe<T extends TSchema>(type: T) {
  return Type.Optional(Type.Union([type, Type.Null()]))
}

/** One of these words. */
export function oneOf<const T extends readonly string[]>(words: T, description?: string) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: words, ...(description ? { description } : {}) })
}

export const text = Type.String({ minLength: 1, maxLength: 20_000 })

export const words = shape(
  { fi: text, sv: Type.Optional(text), en: Type.Optional(text) },
  'One text in the languages of the statement. Finnish is authoritative.',
)
export type Words = Static<typeof words>

export const textOrWords = Type.Union([text, words])

export const clauseId = Type.String({
  pattern: '^S[0-9]{1,2}(\\.[0-9]{1,3})?$',
  description: 'A clause of the statement: S<section>.<number>, or a whole section.',
})
export const saidIn = Type.Optional(
  Type.Union([clauseId, Type.Array(clauseId)], { description: 'Where the text says it.' }),
)
export type SaidIn = string | readonly string[] | undefined

export const slug = Type.String({
  pattern: '^[a-z][a-z0-9-]{0,62}$',
  description: 'An id in small letters, digits and hyphens.',
})

// S5.1: what a field is about is how its id begins.
const declared = `(${fieldBeginnings.join('|')})\\.[a-z][A-Za-z0-9]{0,50}`

export const fieldId = Type.String({
  pattern: `^${declared}$`,
  description: `A field: org. about an organisation, person. about a person, com. about the commercial relationship, and ${fieldBeginnings
    .slice(3)
    .map((beginning) => `${beginning}.`)
    .join(', ')} about one of these.`,
})

export const dutyField = Type.String({
  pattern: `^(${declared}|sys\\.(consent|suppression|messages|cases|audit))$`,
  description:
    'A field that a duty reads or writes: of the data categories, or sys. of the data the register itself keeps.',
})

export const day = Type.String({ format: 'date', description: 'A day, YYYY-MM-DD.' })

export const period = Type.String({
  pattern: '^P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$',
  description: 'A length of time (ISO 8601), for instance P6M.',
})

export const country = Type.String({ pattern: '^[A-Z]{2}$', description: 'A country, ISO 3166-1 alpha-2.' })

export const webAddress = Type.String({ pattern: '^https?://[^\\s]+$', description: 'A web address.' })

export const mailAddress = Type.String({ pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$', description: 'A mail address.' })

export const phone = shape({
  display: text,
  e164: Type.Optional(Type.String({ pattern: '^\\+[1-9][0-9]{4,14}$', description: 'The number in E.164 form.' })),
})

export const email = shape({ address: mailAddress, display: Type.Optional(text) })

export const postalAddress = shape({
  street: maybe(text),
  number: maybe(text),
  flat: maybe(text),
  box: maybe(text),
  postcode: Type.String({ pattern: '^[0-9A-Z][0-9A-Z -]{2,9}$', description: 'A postcode; five digits in Finland.' }),
  city: textOrWords,
  country,
})

/** The clauses a `saidIn` names, as a list. */
export function clausesOf(said: SaidIn | null): readonly string[] {
  if (said === undefined || said === null) return []
  return typeof said === 'string' ? [said] : said
}

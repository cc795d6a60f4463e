import { Type } from 'typebox'
import type { Occasion } from '#ledger'
import { type Language, preferredLanguage } from '#platform/language'

/** Any duty that the statement gives a purpose; what it may do is then decided field by field. */
export const desks = { may: { purposes: 'any' } } as const
export const Id = Type.String({ format: 'uuid' })
export const One = Type.Object({ id: Id })
export const text = (maxLength: number) => Type.String({ maxLength })
export const closed = { additionalProperties: false } as const
export const orNull = (maxLength: number) => Type.Optional(Type.Union([text(maxLength), Type.Null()]))
export const Subject = Type.Object({ kind: Type.String({ pattern: '^[a-z-]{1,40}$' }), id: Id }, closed)
export const party = {
  company: Type.Optional(Id),
  person: Type.Optional(Id),
  subject: Type.Optional(Subject),
  groupCompany: Type.Optional(text(100)),
}

/** Set by access before the handler runs. */
export function occasionIn(request: object): Occasion {
  return (request as { occasion: Occasion }).occasion
}

export function languageIn({ headers }: { headers: Record<string, unknown> }): Language {
  return preferredLanguage(String(headers['accept-language'] ?? ''))
}

/** `company` and `person` of a body as a deed names them. */
export function withParty<B extends { company?: string; person?: string }>({ company, person, ...rest }: B) {
  return { ...rest, ...(company ? { organisationId: company } : {}), ...(person ? { personId: person } : {}) }
}

/** The revision that the caller read, where they say it: `If-Match: "3"`. */
export function revisionIn(headers: Record<string, unknown>): number | undefined {
  const said = headers['if-match']
  const revision = Number(
    String(said ?? '')
      .replace(/^W\//, '')
      .replaceAll('"', ''),
  )
  return said === undefined || !Number.isInteger(revision) ? undefined : revision
}

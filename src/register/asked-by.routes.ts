import { type TSchema, Type } from 'typebox'
import type { LedgerTables, Look, Occasion } from '#ledger'
import type { HttpServer } from '#platform/http'
import { type Language, preferredLanguage } from '#platform/language'
import { Refusal } from '#platform/refusal'
import type { Published, Running } from '#statement'
import type { GiveNextStep } from './capture/capture-contact.ts'
import type { Holding } from './holding.ts'
import type { InForce } from './in-force.ts'
import type { MailOut } from './mail-out.ts'
import { plainId } from './source.ts'
import type { RegisterTables } from './tables.ts'

/** What the register's routes stand on. */
export interface Desk {
  server: HttpServer
  running: Running<RegisterTables & LedgerTables>
  ports: RegisterPorts
}

/** What an enquiry became, as far as the duty sees it. */
export interface LedTo {
  quoteRequest: string | null
  opportunity: string | null
}

/** What the register asks of others. */
export interface RegisterPorts {
  publicUrl: string
  mail?: MailOut
  /** Every place where something about a person is kept, so that two records become one everywhere. */
  holdings?: () => readonly Holding<never>[]
  /** The statement on paper, to be handed over. */
  statementPdf?: (published: Published, language: Language) => Promise<Uint8Array>
  /** Gives somebody the next step with whom was taken in; tasks are another module's. */
  nextStep?: GiveNextStep
  /** What an enquiry became; dealings are another module's. */
  ledTo?: (look: Look<RegisterTables>, inForce: InForce, enquiry: string) => Promise<LedTo>
}

/** Any duty that the statement gives a purpose; what it may do is then decided field by field. */
export const desks = { may: { purposes: 'any' } } as const

export interface Asked {
  occasion: Occasion
  language: Language
}

export function asked(request: { headers: Record<string, string | string[] | undefined> }): Asked {
  const { occasion } = request as unknown as { occasion: Occasion } // set by access before the handler runs
  return { occasion, language: preferredLanguage(String(request.headers['accept-language'] ?? '')) }
}

export const Id = Type.String({ format: 'uuid' })
export const One = Type.Object({ id: Id })
export const Text = (maxLength: number) => Type.String({ maxLength })
export const Languages = Type.Union([Type.Literal('fi'), Type.Literal('sv'), Type.Literal('en')])
export const Values = Type.Record(Type.String(), Type.Unknown(), { description: 'Field id of the statement → value.' })
export const Flag = Type.Union([Type.Literal('true'), Type.Literal('false')])

export const SaidSource = {
  source: Type.Optional(Text(100)),
  sourceNote: Type.Optional(Text(2000)),
  asOf: Type.Optional(Text(10)),
  obtainedAt: Type.Optional(Text(40)),
  verified: Type.Optional(Type.Boolean()),
}
export const Page = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  after: Type.Optional(Text(40)),
  sort: Type.Optional(Text(40)),
}

/** A body of these parts. Others are let through the schema, so that `refuseOtherParts` can name the field that is not declared. */
export function Body<P extends Record<string, TSchema>>(parts: P) {
  return Type.Object(parts, { additionalProperties: true })
}

// S4.5: what is not in the statement is refused by its name, wherever in the body it stands; its value is never repeated.
export function refuseOtherParts(body: object, parts: Record<string, TSchema>) {
  const other = Object.keys(body).find((key) => !Object.hasOwn(parts, key))
  if (other !== undefined) throw new Refusal('FIELD_NOT_DECLARED', 422, { clause: 'S5.1', field: plainId(other) })
}

/** The revision that the caller read: `If-Match: "3"`. */
export function revisionOf(headers: Record<string, unknown>): number {
  const said = headers['if-match']
  if (said === undefined) throw new Refusal('REVISION_MISSING', 428, { field: 'headers/if-match' })
  const revision = Number(String(said).replace(/^W\//, '').replaceAll('"', ''))
  if (!Number.isInteger(revision)) throw new Refusal('INVALID_REQUEST', 422, { field: 'headers/if-match' })
  return revision
}

export function found<R>(record: R | null): R {
  if (record === null) throw new Refusal('NOT_FOUND', 404)
  return record
}

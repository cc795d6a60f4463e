import { Type } from 'typebox'
import type { LedgerTables, Occasion } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import type { Running } from '#statement'
import type { DealingsReach } from './reach.ts'

export type ChainRunning = Running<DealingsReach & LedgerTables>

/** What the routes of the chain ask of others. */
export interface ChainPorts {
  /** The address that people type; links to customers begin with it. */
  publicUrl: string
  /** Told when what blocked a person's erasure has ended. */
  released?: (occasion: Occasion, personId: string) => Promise<unknown>
  /** The paper of a version, where papers are made. */
  quotePdf?: (wish: { quoteId: string; version: number }) => Promise<Buffer | null>
}

export interface ChainDesk {
  server: HttpServer
  running: ChainRunning
  ports: ChainPorts
}

export const desks = { may: { purposes: 'any' } } as const
export const Id = Type.String({ format: 'uuid' })
export const One = Type.Object({ id: Id })
export const text = (maxLength: number) => Type.String({ maxLength })
export const maybe = (maxLength: number) => Type.Optional(text(maxLength))
export const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(one: T) =>
  Type.Optional(Type.Union([one, Type.Null()]))
export const Day = maybe(10)
export const Lines = Type.Optional(Type.Array(Type.Unknown(), { maxItems: 500 }))
export const open = { additionalProperties: true } as const // what is not declared is refused by its name, see refuseOtherParts
export const closed = { additionalProperties: false } as const
export const languages = Type.Optional(Type.Enum(['fi', 'sv', 'en']))
export const party = { company: Type.Optional(Id), person: Type.Optional(Id), groupCompany: maybe(100) }
export const said = { source: maybe(100), sourceNote: maybe(2000) }
/** S5.1: of the statement's own fields, by field id. The statement says which; the deed refuses the rest by name. */
export const values = Type.Record(Type.String(), Type.Unknown())
export const added = { values: Type.Optional(values) }
const part = maybe(500)
const place = { ...{ careOf: part, street: part, houseNumber: part, stair: part, flat: part, poBox: part }, kind: part }
/** What the customer gave with a document, for their card (S6.2–S6.4). */
export const given = Type.Optional(
  Type.Object(
    {
      ...{ email: part, phone: part },
      address: orNull(Type.Object({ ...place, postcode: part, city: part, country: part }, closed)),
    },
    closed,
  ),
)
export const priced = { lines: Lines, paymentDays: Type.Optional(Type.Integer()) }

/** Who looks after it; null: nobody. */
export const owned = Type.Object({ owner: Type.Union([text(100), Type.Null()]) }, closed)

export const occasionOf = (request: object) => (request as { occasion: Occasion }).occasion

export function partyOf({ company, person }: { company?: string; person?: string }) {
  return { ...(company ? { organisationId: company } : {}), ...(person ? { personId: person } : {}) }
}

export function found<R>(record: R | null): R {
  if (record === null) throw new Refusal('NOT_FOUND', 404)
  return record
}

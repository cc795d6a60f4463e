import { Type } from 'typebox'
import { byName, type Occasion } from '#ledger'
import type { HttpServer } from '#platform/http'
import { type Language, preferredLanguage } from '#platform/language'
import type { Recipient } from './address-letter.ts'
import { sharings, tlsKinds, waysToSignIn } from './mailbox.ts'
import type { MailRunning, MailSettings } from './reach.ts'

/** What mail's routes stand on. */
export interface MailDesk {
  server: HttpServer
  running: MailRunning
  settings: MailSettings
}

export const desks = { may: { purposes: 'any' } } as const
export const keepers = { may: { duties: ['admin'] } } as const

export const Id = Type.String({ format: 'uuid' })
export const One = Type.Object({ id: Id })
export const Text = (maxLength: number) => Type.String({ maxLength })
export const closed = { additionalProperties: false } as const
export const Languages = Type.Enum(['fi', 'sv', 'en'])
export const Secret = Type.String({ minLength: 1, maxLength: 1000 })

const Server = Type.Object(
  { host: Text(253), port: Type.Integer({ minimum: 1, maximum: 65_535 }), tls: Type.Enum([...tlsKinds]) },
  closed,
)
export const mailboxParts = {
  ...{ name: Text(120), address: Text(254), sharing: Type.Enum([...sharings]), signsIn: Type.Enum([...waysToSignIn]) },
  ...{ login: Type.Optional(Text(254)), imap: Server, smtp: Server, opensEnquiries: Type.Optional(Type.Boolean()) },
  groupCompany: Type.Optional(Type.Union([Text(100), Type.Null()])),
  readFrom: Type.Optional(Text(10)),
}

/** Who asks, told to the database by name: whose own a mailbox is, its row policies ask. */
export function asked(request: { headers: Record<string, string | string[] | undefined> }): {
  occasion: Occasion
  language: Language
} {
  const { occasion } = request as unknown as { occasion: Occasion } // set by access before the handler runs
  return {
    occasion: byName(occasion),
    language: preferredLanguage(String(request.headers['accept-language'] ?? '')),
  }
}

type Said = { person: string; email?: string } | { company: string }

/** Somebody of the register, as a body names them. */
export function recipientIn(one: Said): Recipient {
  return 'person' in one ? { personId: one.person, emailId: one.email } : { organisationId: one.company }
}

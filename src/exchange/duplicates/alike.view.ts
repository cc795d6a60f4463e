import { sql } from 'kysely'
import { type Look, look, type Occasion } from '#ledger'
import { normaliseBusinessId } from '#platform/business-id'
import { normaliseEmail, normalisePhone } from '#register'
import { type ExchangeReach, isNarrow, matching, type Place } from '../reach.ts'

export type Subject = 'person' | 'organisation'

/** What somebody is typing into a new record. */
export interface Typed {
  subject: Subject
  name?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  businessId?: string | undefined
}

export interface Alike {
  id: string
  name: string
  reasons: string[]
  score: number
}

/**
 * Whom a new record may already be. The keys' own duty finds them; the asking duty is shown those it sees, and of the
 * others only that there are some.
 */
export async function alikeFound(
  running: Place,
  occasion: Occasion,
  typed: Typed,
): Promise<{ seen: Alike[]; unseen: number }> {
  const keys = {
    email: typed.email ? normaliseEmail(typed.email) : null,
    phone: typed.phone ? (normalisePhone(typed.phone)?.number ?? null) : null,
    number: typed.businessId ? normaliseBusinessId(typed.businessId) : null,
    name: typed.name?.normalize('NFC').trim() || null,
  }
  const found = await look(running.db, matching(occasion), async ({ db, saw }) => {
    const { rows } = await sql<{ id: string; score: number; reasons: string[] }>`
      select id, score, reasons from seloste.alike(${typed.subject}, ${keys.name}, ${keys.email}, ${keys.phone}, ${keys.number})`.execute(
      db as never,
    )
    saw(typed.subject === 'person' ? rows.map(({ id }) => id) : [], rows.length > 0 ? keysAsked(keys) : [])
    return rows
  })
  const names = await look(running.db, occasion, (view) =>
    namesOf(
      view,
      typed.subject,
      found.map(({ id }) => id),
    ),
  )
  const seen = found.flatMap(({ id, score, reasons }) => {
    const name = names.get(id)
    return name === undefined ? [] : [{ id, name, reasons, score }]
  })
  // A narrower reach is not told that somebody is there at all: who it is could be guessed by typing.
  return { seen, unseen: isNarrow(occasion) ? 0 : found.length - seen.length }
}

function keysAsked({ email, phone }: { email: string | null; phone: string | null }) {
  return ['person.name', ...(email ? ['person.email'] : []), ...(phone ? ['person.phone'] : [])]
}

/** The names of records, of those that this duty sees. */
export async function namesOf(
  { db, saw }: Look<ExchangeReach>,
  subject: Subject,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) {
    saw([], [])
    return new Map()
  }
  const { rows } = await sql<{ id: string; name: string }>`
    select id, ${subject === 'person' ? sql`concat_ws(' ', nullif(given_name, ''), nullif(family_name, ''))` : sql`name`} as name
    from ${sql.table(`register.${subject}`)} where id = any(${[...ids]}::uuid[])`.execute(db as never)
  saw(
    subject === 'person' ? rows.map(({ id }) => id) : [],
    subject === 'person' && rows.length > 0 ? ['person.name'] : [],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

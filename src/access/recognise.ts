import { sql } from 'kysely'
import { askedTogether } from '#platform/asked-together'
import type { Pools } from '#platform/pools'
import { rememberedSessions } from './remembered-sessions.ts'
import { digestOf } from './secret.ts'
import { isInForce, isWorthNoting, type SessionTimes } from './session.ts'
import { needsOf, type Staff } from './staff.ts'
import type { Proof } from './tables.ts'

/** Who a session belongs to, if it is in force and its account open. */
export async function staffOfSession<T>(db: Pools<T>, secret: string, at: Date): Promise<Staff | null> {
  const digest = digestOf(secret)
  const row = await sessionOf(db, digest, at)
  if (!row || !isInForce(row, at)) return null

  if (isWorthNoting(row.seenAt, at)) {
    await sql`update auth.session set seen_at = ${at} where id = ${row.session}`.execute(db.as('auth'))
    rememberedSessions(db)?.forget(digest.toString('base64'))
  }
  return staffOf(row, row.proof)
}

type SessionRow = Row & SessionTimes & { proof: Proof; digest: Buffer }
interface AskedSession {
  digest: Buffer
  at: Date
}

async function sessionOf<T>(db: Pools<T>, digest: Buffer, at: Date): Promise<SessionRow | undefined> {
  const remembered = rememberedSessions<SessionRow>(db)
  const key = remembered ? digest.toString('base64') : ''
  const known = remembered?.of(key)
  if (known) return known

  const turn = remembered?.turn ?? 0
  const row = await sessionsAsked(db)({ digest, at })
  if (row) remembered?.keep(key, row, turn)
  return row
}

const asking = new WeakMap<object, (asked: AskedSession) => Promise<SessionRow | undefined>>()

// Requests of one moment ask the database together.
function sessionsAsked<T>(db: Pools<T>) {
  const known = asking.get(db)
  if (known) return known
  const ask = askedTogether((asked: readonly AskedSession[]) => sessionsOf(db, asked))
  asking.set(db, ask)
  return ask
}

async function sessionsOf<T>(db: Pools<T>, asked: readonly AskedSession[]) {
  const digests = [...new Map(asked.map(({ digest }) => [digest.toString('hex'), digest])).values()]
  const at = new Date(Math.max(...asked.map((one) => one.at.getTime())))
  const { rows } = await sql<SessionRow>`
    select session.digest, session.id as session, session.proof, session.opened_at as "openedAt", session.seen_at as "seenAt",
      session.ended_at as "endedAt", ${standing(at)}
    from auth.session session
    join register.staff staff on staff.id = session.staff_id
    where session.digest = any(${digests}::bytea[]) and staff.state = 'open'
  `.execute(db.as('auth'))
  return asked.map(({ digest }) => rows.find((row) => row.digest.equals(digest)))
}

/** Who a bearer token acts for. It holds one duty, and ends with the account or with the duty. */
export async function staffOfToken<T>(db: Pools<T>, secret: string, at: Date): Promise<Staff | null> {
  const { rows } = await sql<Row & { token: string; duty: string; usedAt: Date | null }>`
    select token.id as token, token.duty, token.used_at as "usedAt", null as session, ${standing(at)}
    from auth.token token
    join register.staff staff on staff.id = token.staff_id
    where token.digest = ${digestOf(secret)} and staff.state = 'open' and token.ended_at is null and token.expires_at > ${at}
  `.execute(db.as('auth'))
  const row = rows[0]
  if (!row) return null

  if (!row.usedAt || isWorthNoting(row.usedAt, at)) {
    await sql`update auth.token set used_at = ${at} where id = ${row.token}`.execute(db.as('auth'))
  }
  const staff = staffOf(row, 'token')
  return { ...staff, granted: staff.granted.filter((duty) => duty === row.duty) }
}

/** Who a member of staff is now, for work that they asked for and that goes on without them; null where the account is not open. */
export async function staffNow<T>(db: Pools<T>, id: string, at: Date): Promise<Staff | null> {
  const { rows } = await sql<Row>`
    select null as session, ${standing(at)} from register.staff staff where staff.id::text = ${id} and staff.state = 'open'
  `.execute(db.as('auth'))
  return rows[0] ? staffOf(rows[0], 'token') : null
}

/** Whose account this work address is, for a command at the register's own machine; null where there is no open one. */
export async function staffByEmail<T>(db: Pools<T>, email: string, at: Date): Promise<Staff | null> {
  const { rows } = await sql<Row>`
    select null as session, ${standing(at)} from register.staff staff where lower(staff.email) = ${email.toLowerCase()} and staff.state = 'open'
  `.execute(db.as('auth'))
  return rows[0] ? staffOf(rows[0], 'token') : null
}

interface Row {
  session: string | null
  openedAt?: Date
  id: string
  name: string
  email: string
  language: Staff['language']
  granted: string[]
  hasUndertaking: boolean
  needsInstruction: boolean
}

function standing(at: Date) {
  return sql`
    staff.id, staff.name, staff.email, staff.language,
    array(
      select held.duty from register.staff_duty held
      where held.staff_id = staff.id and held.withdrawn_at is null
        and (held.until_on is null or held.until_on >= (${at}::timestamptz at time zone 'Europe/Helsinki')::date)
      order by held.granted_at, held.id
    ) as granted,
    exists (select from register.undertaking signed where signed.staff_id = staff.id) as "hasUndertaking",
    seloste.instruction_needed(staff.id, ${at}) as "needsInstruction"`
}

function staffOf(row: Row, proof: Staff['proof']): Staff {
  const { id, name, email, language, granted, session, openedAt } = row
  return {
    id,
    name,
    email,
    language,
    granted,
    session,
    signedInAt: openedAt ?? null,
    proof,
    needs: needsOf({ ...row, proof }),
  }
}

import { type RawBuilder, sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { isDay } from './source.ts'
import type { RegisterTables } from './tables.ts'

export interface ContactOfRegister {
  /** Ids of members of staff. */
  handler: string
  deputy: string | null
  cover: { staff: string; from: string; until: string } | null
}

/** S3.1: names who answers for the register, who stands in, and who covers a holiday. */
export async function nameContact(act: Act<RegisterTables>, { handler, deputy, cover }: ContactOfRegister) {
  if (cover && !(isDay(cover.from) && isDay(cover.until) && cover.from <= cover.until))
    throw new Refusal('VALUE_NOT_VALID', 422, { field: 'cover' })
  if (deputy === handler) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'deputy', clause: 'S3.1' })
  for (const staff of [handler, deputy, cover?.staff]) if (staff) await refuseUnlessOpen(act, staff)

  const row = {
    handler,
    deputy,
    cover: cover?.staff ?? null,
    cover_from: cover?.from ?? null,
    cover_until: cover?.until ?? null,
    changed_at: act.at,
  }
  const { numUpdatedRows } = await act.db
    .updateTable('register.contact_of_register')
    .set((eb) => ({ ...row, revision: eb('revision', '+', 1) }))
    .executeTakeFirst()
  if (numUpdatedRows === 0n)
    await act.db
      .insertInto('register.contact_of_register')
      .values({ id: true, ...row })
      .execute()
  await act.record({
    what: 'contact-of-register.named',
    about: handler,
    detail: { deputy, cover: cover?.staff ?? null },
  })
}

/** S3.1: a register without a contact does not exist: the handler's account closes only when a successor is named. */
export async function guardLastHandler(act: Act<RegisterTables>, staffId: string, successor: string | null) {
  const held = await act.db
    .selectFrom('register.contact_of_register')
    .select(['handler', 'deputy', 'cover', 'cover_from', 'cover_until'])
    .executeTakeFirst()
  if (!held || ![held.handler, held.deputy, held.cover].includes(staffId)) return
  const isHandler = held.handler === staffId
  if (isHandler && (!successor || successor === staffId))
    throw new Refusal('LAST_HANDLER', 409, { clause: 'S3.1', field: 'successor' })

  const handler = isHandler && successor ? successor : held.handler
  const deputy = held.deputy === staffId || held.deputy === handler ? null : held.deputy
  const cover =
    held.cover && held.cover_from && held.cover_until && held.cover !== staffId
      ? { staff: held.cover, from: held.cover_from, until: held.cover_until }
      : null
  await nameContact(act, { handler, deputy, cover })
}

/** Who answers today. */
export function answersOn({ handler, cover }: ContactOfRegister, day: string): string {
  return cover && cover.from <= day && day <= cover.until ? cover.staff : handler
}

/** The contact of the register with the names of the staff, and who answers today; null before one is named. */
export async function contactOfRegister(look: Look<RegisterTables>) {
  look.saw([], [])
  const { rows } = await sql<{
    handler: string
    deputy: string | null
    cover: string | null
    cover_from: string
    cover_until: string
    revision: number
    names: Record<string, string>
  }>`
    select contact.handler, contact.deputy, contact.cover, contact.cover_from, contact.cover_until, contact.revision,
      (select coalesce(json_object_agg(staff.id, staff.name), '{}') from register.staff
        where staff.id::text in (contact.handler, contact.deputy, contact.cover)) as names
    from register.contact_of_register contact
  `.execute(look.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0])
  const [row] = rows
  if (!row) return null
  const named = (id: string | null) => (id ? { id, name: row.names[id] ?? null } : null)
  const cover = row.cover ? { staff: row.cover, from: row.cover_from, until: row.cover_until } : null
  const today = answersOn({ handler: row.handler, deputy: row.deputy, cover }, dayInHelsinki(look.at))
  return {
    handler: named(row.handler),
    deputy: named(row.deputy),
    cover: cover && { ...cover, staff: named(cover.staff) },
    answersToday: named(today),
    revision: row.revision,
  }
}

async function refuseUnlessOpen(act: Act<RegisterTables>, staffId: string) {
  const { rows } = await sql`select from register.staff where id::text = ${staffId} and state = 'open'`.execute(
    act.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0],
  )
  if (rows.length === 0) throw new Refusal('NOT_STAFF', 422, { clause: 'S3.1' })
}

import { sql } from 'kysely'
import type { Look } from '#ledger'
import { fewReached } from '#lists'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { keptQuery } from '#platform/kept-query'
import { Refusal } from '#platform/refusal'
import { addedJson } from './added-values.ts'
import { fieldsAbout, type InForce, knownFields, refuseUnlessSees, seesOf } from './in-force.ts'
import { afterRow, idOfCursor, orderBy, orderKey, orderOf, type Paging, pageOf } from './paging.ts'
import { displayPhone } from './phone-number.ts'
import { alsoSelect, firstEmailOf, firstPhoneOf, type Piece, rowsOf, whereAll } from './pieces.ts'
import type { PersonKind, RegisterTables } from './tables.ts'

export interface PeopleWish extends Paging {
  company?: string
  kind?: PersonKind
  noticeState?: 'overdue' | 'frozen' | 'queued' | 'delivered' | 'not-needed'
  updatedSince?: string
  count?: boolean
}

interface Row {
  id: string
  kind: PersonKind
  revision: number
  changedAt: Date
  given?: string
  family?: string
  emails?: { address: string; primary: boolean }[]
  phones?: { number: string; primary: boolean }[]
  companies?: { id: string; name: string; jobRole?: string }[]
  added: Record<string, unknown> | null
  notice: string
}

const askPage = keptQuery<[after: string, rows: number, today: string]>()

/** One page of people: only columns that the duty reads are ever asked of the database. */
export async function peopleListed(look: Look<RegisterTables>, inForce: InForce, wish: PeopleWish) {
  refuseUnlessSees(inForce, look, knownFields.person)
  const sees = seesOf(inForce, look)
  const limit = wish.limit ?? 50
  const today = dayInHelsinki(look.at)
  const orders = { ...(sees('person.name') ? { name: ['family_name', 'given_name'] } : {}), changedAt: ['changed_at'] }
  const order = orderOf(wish.sort, orders, sees('person.name') ? 'name' : 'changedAt')
  const asked = conditionsOf(wish, today)
  const reached = await fewReached(look, 'register.person')
  const conditions = reached ? [reached, ...asked] : asked
  const id = sql`person.id`

  const rows = await askPage(look.db, {
    under: inForce,
    key:
      asked.length === 0
        ? `${look.duty} ${look.purpose} ${reached && look.reach} ${orderKey(order)} ${Boolean(wish.after)}`
        : null,
    values: [wish.after ? idOfCursor(wish.after) : '', limit + 1, today],
    write: ([after, most, day]) => sql<Row>`
      select person.id, person.kind, person.revision, person.changed_at as "changedAt",
        ${addedJson(inForce, sees, 'person', id)} as added, ${noticeStateOf(id, day)} as notice
        ${alsoSelect(
          sees('person.name') && sql`person.given_name as given, person.family_name as family`,
          sees('person.email') && sql`${firstEmailOf(id)} as emails`,
          sees('person.phone') && sql`${firstPhoneOf(id)} as phones`,
          sees('org.name') && sql`${companiesOf(id, sees('person.jobRole'))} as companies`,
        )}
      from register.person
      ${whereAll([...conditions, wish.after ? afterRow('register.person', order, after) : undefined])}
      ${orderBy('register.person', order)} limit ${most}`,
  })
  const page = pageOf(rows, limit)
  look.saw(
    page.rows.map((row) => row.id),
    fieldsAbout(inForce, 'person')
      .map((field) => field.id)
      .filter(sees),
  )
  return {
    items: page.rows.map(itemOf),
    next: page.next,
    ...(wish.count ? { count: await countOf(look, conditions) } : {}),
  }
}

function itemOf({ id, kind, revision, changedAt, given, family, emails, phones, companies, added, notice }: Row) {
  return {
    ...{ id, kind, revision, changedAt, noticeState: notice, companies: companies ?? [] },
    values: {
      ...(family === undefined ? {} : { 'person.name': { given: given ?? '', family } }),
      ...(emails ? { 'person.email': emails } : {}),
      ...(phones ? { 'person.phone': phones.map((phone) => ({ ...phone, display: displayPhone(phone.number) })) } : {}),
      ...(companies?.[0]?.jobRole ? { 'person.jobRole': companies[0].jobRole } : {}),
      ...added,
    },
  }
}

function conditionsOf({ company, kind, noticeState, updatedSince }: PeopleWish, today: string): Piece[] {
  const since = updatedSince ? instantOf(updatedSince) : null
  return [
    ...(company
      ? [
          sql`register.person.id in (select link.person_id from register.affiliation link where link.organisation_id = ${company} and link.left_on is null)`,
        ]
      : []),
    ...(kind ? [sql`register.person.kind = ${kind}`] : []),
    ...(since ? [sql`register.person.changed_at >= ${since}`] : []),
    ...(noticeState
      ? [
          sql`register.person.id in (select note.person_id from register.notice note where ${noticeIs(noticeState, today)})`,
        ]
      : []),
  ]
}

function noticeIs(state: NonNullable<PeopleWish['noticeState']>, today: string): Piece {
  if (state === 'overdue') return sql`note.state in ('queued', 'failed') and note.due_on < ${today}`
  if (state === 'frozen') return sql`note.state in ('queued', 'failed') and note.target_on < ${today}`
  if (state === 'queued') return sql`note.state in ('queued', 'failed')`
  return state === 'delivered' ? sql`note.state in ('sent', 'delivered')` : sql`note.state in ('not-needed', 'exempt')`
}

// The most pressing of a person's notices.
function noticeStateOf(person: Piece, today: string): Piece {
  return sql`(
    select case when note.state in ('queued', 'failed') and note.due_on < ${today} then 'overdue' else note.state end
    from register.notice note where note.person_id = ${person}
    order by note.state in ('queued', 'failed') desc, note.due_on nulls last limit 1)`
}

function companiesOf(person: Piece, seesRole: boolean): Piece {
  const role = seesRole ? sql`, 'jobRole', link.job_role` : sql``
  return sql`(
    select coalesce(json_agg(json_build_object('id', firm.id, 'name', firm.name ${role}) order by link.since desc, link.id), '[]')
    from register.affiliation link join register.organisation firm on firm.id = link.organisation_id
    where link.person_id = ${person} and link.left_on is null)`
}

async function countOf(look: Look<RegisterTables>, conditions: Piece[]) {
  const [row] = await rowsOf<{ count: number }>(
    look.db,
    sql<{ count: number }>`select count(*) as count from register.person ${whereAll(conditions)}`,
  )
  return row?.count ?? 0
}

export function instantOf(typed: string): Date {
  const at = new Date(typed)
  if (Number.isNaN(at.getTime())) throw new Refusal('INVALID_REQUEST', 422, { field: 'querystring/updatedSince' })
  return at
}

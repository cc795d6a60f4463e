import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { Language } from '#platform/language'
import { subjectOf } from '#platform/subject'
import { eventsOfEnquiry } from './enquiries.ts'
import { type InForce, refuseUnlessSees, type Sees, seesOf } from './in-force.ts'
import { afterRow, idOfCursor, orderBy, orderOf, type Paging, pageOf } from './paging.ts'
import { displayPhone } from './phone-number.ts'
import { alsoSelect, emailsOf, type Piece, phonesOf, rowsOf, staffNamed, whereAll } from './pieces.ts'
import type { Channel, EnquiryState, RegisterTables } from './tables.ts'
import { mayWrite, type VerdictSaid } from './verdict-said.ts'

export interface EnquiriesWish extends Paging {
  language: Language
  state?: EnquiryState | 'open'
  /** An id of staff, `me`, or `none`. */
  assignedTo?: string
  company?: string
  person?: string
}

interface Row {
  id: string
  state: EnquiryState
  channel: Channel
  personId: string | null
  message?: string | null
  saidPhone?: string | null
  phones?: { number: string }[]
}

const opening = ['com.enquiries', 'person.name', 'person.phone']

/** The inbox: one page of enquiries, the newest first. */
export async function enquiriesListed(look: Look<RegisterTables>, inForce: InForce, wish: EnquiriesWish) {
  const edit = mayWrite(inForce, look, 'com.enquiries', wish.language)
  refuseUnlessSees(inForce, look, opening)
  const sees = seesOf(inForce, look)
  const limit = wish.limit ?? 50
  const order = orderOf(wish.sort, { receivedAt: ['received_at'] }, '-receivedAt')
  const rows = await rowsOf<Row>(
    look.db,
    sql<Row>`
      select ${columnsOf(sees)} ${alsoSelect(sees('com.enquiries') && sql`left(enquiry.message, 300) as message`)}
      from register.enquiry
      ${whereAll([...conditionsOf(wish, look.by), wish.after ? afterRow('register.enquiry', order, idOfCursor(wish.after)) : undefined])}
      ${orderBy('register.enquiry', order)} limit ${limit + 1}`,
  )
  const page = pageOf(rows, limit)
  saw(look, sees, page.rows, ['person.name', 'com.enquiries'])
  return { items: page.rows.map((row) => shown(row, edit)), next: page.next }
}

/** One enquiry whole, with how its sender can be reached; null where this duty sees none such. */
export async function enquiryOf(
  look: Look<RegisterTables>,
  inForce: InForce,
  { id, language }: { id: string; language: Language },
) {
  refuseUnlessSees(inForce, look, opening)
  const sees = seesOf(inForce, look)
  const who = sql`enquiry.person_id`
  const [row] = await rowsOf<Row>(
    look.db,
    sql<Row>`
      select ${columnsOf(sees)}, enquiry.source, enquiry.statement_version as version,
        enquiry.entered_by as "enteredBy", ${staffNamed(sql`enquiry.entered_by`)} as "enteredByName"
        ${alsoSelect(
          sees('com.enquiries') && sql`enquiry.message, enquiry.source_note as "sourceNote"`,
          sees('person.name') && sql`enquiry.said_name as "saidName"`,
          sees('person.phone') && sql`enquiry.said_phone as "saidPhone", ${phonesOf(who)} as phones`,
          sees('person.email') && sql`${emailsOf(who)} as emails`,
        )}
      from register.enquiry where enquiry.id = ${id}`,
  )
  saw(look, sees, row ? [row] : [], ['person.name', 'person.email', 'person.phone', 'com.enquiries'])
  if (!row) return null
  const edit = mayWrite(inForce, look, 'com.enquiries', language)
  const subject = subjectOf(row.message ?? null)
  return { ...shown(row, edit), subject, mayDelete: edit.allowed && (await keepsNothing(look, row)) }
}

// What `binEnquiry` asks before it puts one into the bin.
async function keepsNothing(look: Look<RegisterTables>, { id, personId }: Row): Promise<boolean> {
  const [asked] = await rowsOf<{ free: boolean }>(
    look.db,
    sql<{ free: boolean }>`select seloste.enquiry_led_to(${id}::uuid) is null
      and not (${personId}::uuid is not null and seloste.is_restricted(${personId}::uuid)) as free`,
  )
  return asked?.free ?? false
}

function shown(row: Row, edit: VerdictSaid) {
  const phones = row.phones?.map((phone) => ({ ...phone, display: displayPhone(phone.number) }))
  return {
    ...row,
    ...(phones ? { phones } : {}),
    events: edit.allowed ? eventsOfEnquiry(row.state) : [],
    may: { edit },
  }
}

function saw(look: Look<RegisterTables>, sees: Sees, rows: readonly Row[], fields: readonly string[]) {
  look.saw(
    rows.flatMap(({ personId }) => personId ?? []),
    fields.filter(sees),
  )
}

function columnsOf(sees: Sees): Piece {
  const person = sql`(select json_build_object('id', who.id, 'name', btrim(who.given_name || ' ' || who.family_name)) from register.person who where who.id = enquiry.person_id)`
  const company = sql`(select json_build_object('id', firm.id, 'name', firm.name) from register.organisation firm where firm.id = enquiry.organisation_id)`
  return sql`
    enquiry.id, enquiry.state, enquiry.channel, enquiry.received_at as "receivedAt", enquiry.answered_at as "answeredAt",
    enquiry.closed_at as "closedAt", enquiry.group_company as "groupCompany", enquiry.language, enquiry.revision,
    enquiry.person_id as "personId", enquiry.organisation_id as "companyId", enquiry.assigned_to as "assignedTo",
    ${staffNamed(sql`enquiry.assigned_to`)} as "assignedToName"
    ${alsoSelect(sees('person.name') && sql`${person} as person`, sees('org.name') && sql`${company} as company`)}`
}

function conditionsOf({ state, assignedTo, company, person }: EnquiriesWish, me: string): Piece[] {
  return [
    ...(state === 'open' ? [sql`enquiry.state <> 'closed'`] : state ? [sql`enquiry.state = ${state}`] : []),
    ...(assignedTo === 'none' ? [sql`enquiry.assigned_to is null`] : []),
    ...(assignedTo && assignedTo !== 'none'
      ? [sql`enquiry.assigned_to = ${assignedTo === 'me' ? me : assignedTo}`]
      : []),
    ...(company ? [sql`enquiry.organisation_id = ${company}`] : []),
    ...(person ? [sql`enquiry.person_id = ${person}`] : []),
  ]
}

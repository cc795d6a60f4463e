import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { referenceOf } from '#website'
import type { RequestRow } from './move-request.ts'
import { alarmOf, nextStepOf, rankOf } from './next-step.ts'
import { eventsOfRequest } from './request.ts'
import { rowsOf } from './rows.ts'
import type { RightsReach } from './tables.ts'

export type Shown = 'open' | 'answered' | 'closed' | 'all'

const conditions: Record<Shown, RawBuilder<unknown>> = {
  open: sql`request.state not in ('closed', 'withdrawn-by-requester', 'replied', 'propagating')`,
  answered: sql`request.state in ('replied', 'propagating')`,
  closed: sql`request.state in ('closed', 'withdrawn-by-requester')`,
  all: sql`true`,
}

type Row = RequestRow & { personName: string | null }

const nameOfPerson = sql`(select btrim(who.given_name || ' ' || who.family_name) from register.person who where who.id = request.person_id)`
const nameOfStaff = (id: RawBuilder<unknown>) =>
  sql`(select staff.name from register.staff where staff.id::text = ${id})`

/** The desk's list, the most pressing first. What is overdue stands first in every list of open requests: it cannot be filtered away. */
export async function requestsListed(
  look: Look<RightsReach>,
  { shown = 'open', limit = 200 }: { shown?: Shown; limit?: number },
) {
  const rows = await rowsOf<Row>(
    look,
    sql`select request.*, ${nameOfPerson} as "personName" from register.rights_request request
      where ${conditions[shown]} order by ${shown === 'closed' ? sql`request.closed_at desc nulls last` : sql`request.due_on`}, request.id limit ${limit}`,
  )
  look.saw(
    rows.flatMap(({ person_id }) => person_id ?? []),
    rows.length > 0 ? ['person.name', 'sys.cases'] : [],
  )
  const today = dayInHelsinki(look.at)
  const items = rows.map((row) => inShort(row, today))
  return {
    items: items.sort((one, other) => rankOf(other.alarm) - rankOf(one.alarm) || one.dueOn.localeCompare(other.dueOn)),
  }
}

/** How many open requests there are, and how pressing they are: for the start page and the evidence. */
export async function requestsPressing(
  look: Look<RightsReach>,
): Promise<{ open: number; overdue: number; soon: number }> {
  const { items } = await requestsListed(look, { shown: 'open', limit: 1000 })
  const soon = items.filter(({ alarm }) => alarm === 'three-days' || alarm === 'due').length
  return { open: items.length, overdue: items.filter(({ alarm }) => alarm === 'overdue').length, soon }
}

/** One request whole: its timeline, its letters, its items, and the one next step. Null where there is none. */
export async function requestOf(look: Look<RightsReach>, id: string) {
  const [row] = await rowsOf<Row>(
    look,
    sql`select request.*, ${nameOfPerson} as "personName" from register.rights_request request where request.id = ${id}::uuid`,
  )
  const holders = row?.reply_to?.includes('@') ? await holdersOf(look, row.reply_to) : []
  look.saw(
    [...new Set([...(row?.person_id ? [row.person_id] : []), ...holders.map((one) => one.id)])],
    ['person.name', 'person.email', 'sys.cases'],
  )
  if (!row) return null
  const letters = await lettersOf(look, id)
  return {
    ...inShort(row, dayInHelsinki(look.at)),
    ...{ text: row.said, replyWay: row.reply_way, replyTo: row.reply_to, mandate: row.mandate, capacity: row.capacity },
    ...{
      identityMethod: row.identity_method,
      doubt: row.doubt_reason,
      pausedDays: row.paused_days,
      profile: row.profile,
    },
    ...{
      outcome: row.outcome,
      refusalGround: row.refusal_ground,
      extensionReason: row.extension_reason,
      extendedAt: row.extended_at,
    },
    ...{ decidedAt: row.decided_at, executedAt: row.executed_at, repliedAt: row.replied_at, closedAt: row.closed_at },
    ...{
      redactionReviewedAt: row.redaction_reviewed_at,
      paperSearchedAt: row.paper_searched_at,
      minimised: row.minimised_at !== null,
    },
    ...{ enquiry: row.enquiry_id, partOf: row.part_of, revision: row.revision },
    holders: row.person_id ? [] : holders,
    items: await itemsOf(look, id),
    letters,
    timeline: await timelineOf(look, id),
    ...(await aroundOf(look, row)),
    events: eventsOfRequest(row.state),
    next: nextStepOf(row, { letters }),
  }
}

/** The requests of one person, for their own page: what was asked, when it is due, how it ended. */
export async function requestsOfPerson(look: Look<RightsReach>, personId: string) {
  const rows = await rowsOf<Row>(
    look,
    sql`select request.*, null as "personName" from register.rights_request request where request.person_id = ${personId}::uuid order by request.received_at desc`,
  )
  look.saw([personId], ['sys.cases'])
  return rows.map((row) => ({
    ...{ id: row.id, reference: referenceOf(row.id), kind: row.kind, state: row.state, receivedAt: row.received_at },
    ...{ dueOn: row.due_on, outcome: row.outcome, repliedAt: row.replied_at },
  }))
}

function inShort(row: Row, today: string) {
  return {
    ...{ id: row.id, reference: referenceOf(row.id), kind: row.kind, state: row.state, language: row.language },
    person: row.person_id ? { id: row.person_id, name: row.personName } : null,
    ...{ requesterName: row.requester_name, receivedAt: row.received_at, receivedVia: row.received_via },
    ...{ dueOn: row.due_on, internalDueOn: row.internal_due_on, clockStoppedOn: row.asked_on, identity: row.identity },
    alarm: alarmOf({ ...row, received_on: dayInHelsinki(row.received_at) }, today),
    isLate: row.internal_due_on < today,
  }
}

async function holdersOf(look: Look<RightsReach>, address: string) {
  return rowsOf<{ id: string; name: string }>(
    look,
    sql`select distinct who.id, btrim(who.given_name || ' ' || who.family_name) as name
      from register.person_email mail join register.person who on who.id = mail.person_id
      where seloste.folded(mail.address) = seloste.folded(${address}) and mail.is_proven limit 10`,
  )
}

async function lettersOf(look: Look<RightsReach>, id: string) {
  return rowsOf<{ id: string; kind: string; state: string }>(
    look,
    sql`select letter.id, letter.kind, letter.subject, letter.body, letter.way, letter.state, letter.language,
      letter.made_at as "madeAt", letter.sent_at as "sentAt", ${nameOfStaff(sql`letter.by`)} as "byName"
      from register.rights_letter letter where letter.request_id = ${id}::uuid order by letter.made_at, letter.id`,
  )
}

async function itemsOf(look: Look<RightsReach>, id: string) {
  return rowsOf(
    look,
    sql`select id, field, claim, reason, state, settled_at as "settledAt" from register.rights_item
      where request_id = ${id}::uuid order by id`,
  )
}

async function timelineOf(look: Look<RightsReach>, id: string) {
  return rowsOf(
    look,
    sql`select event.id, event.what, event.code, event.at, ${nameOfStaff(sql`event.by`)} as "byName"
      from register.rights_event event where event.request_id = ${id}::uuid order by event.seq`,
  )
}

/** Whom the case still waits for: recipients that were told, and papers. */
async function aroundOf(look: Look<RightsReach>, { person_id }: Row) {
  if (!person_id) return { receipts: [], papers: [] }
  const receipts = await rowsOf(
    look,
    sql`select id, kind, receiver, receiver_name as "receiverName", state, sent_at as "sentAt" from register.recipient_notice
      where person_id = ${person_id}::uuid and state in ('waiting', 'sent') order by made_at`,
  )
  const papers = await rowsOf(
    look,
    sql`select id, what, location, destroy_by as "destroyBy" from register.paper_item
      where people @> array[${person_id}]::uuid[] and destroyed_at is null order by destroy_by`,
  )
  return { receipts, papers }
}

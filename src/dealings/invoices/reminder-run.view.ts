import { sql } from 'kysely'
import type { Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, refuseUnlessSees } from '#register'
import { may } from '#statement'
import { staffName } from '../deal-seen.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { type SendingState, sendingOf, type Way } from './reminder-sending.ts'

interface Row {
  id: string
  invoice: string
  number: string
  name: string
  personId: string | null
  round: 1 | 2
  cents: number
  way: Way
  printedAt: Date | null
  mail: string | null
  fault: string | null
}

const page = 20

/** One run: each reminder with where it is, what went wrong first. */
export async function reminderRun(look: Look<DealingsReach>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  const [run] = await rowsOf<{ groupCompany: string; leftOut: number; begunAt: Date; byName: string | null }>(
    look,
    sql`select group_company as "groupCompany", left_out as "leftOut", begun_at as "begunAt", ${staffName(sql`begun_by`)} as "byName"
      from register.reminder_run where id = ${id}::uuid`,
  )
  if (!run) throw new Refusal('NOT_FOUND', 404)
  const rows = await rowsOf<Row>(
    look,
    sql<Row>`select reminder.id, invoice.id as invoice, invoice.number, invoice.debtor_name as name, reminder.person_id as "personId",
        reminder.round, reminder.open_cents + reminder.fees_asked_cents + reminder.interest_cents as cents, reminder.way,
        reminder.printed_at as "printedAt", last.state as mail, last.fault
      from register.reminder join register.invoice on invoice.id = reminder.invoice_id
        left join lateral (select sent.state, sent.fault from register.paper_sent sent where sent.document_id = reminder.id
          order by sent.entered_at desc limit 1) last on true
      where reminder.run_id = ${id}::uuid order by length(invoice.number), invoice.number, reminder.id`,
  )
  const items = rows.map(({ printedAt, mail, personId: _, ...row }) => ({
    ...row,
    state: sendingOf(row.way, { mail, fault: row.fault, printed: printedAt !== null }),
  }))
  look.saw([...new Set(rows.flatMap(({ personId }) => personId ?? []))], rows.length > 0 ? ['com.invoicing'] : [])
  const mayWrite = may(inForce.policy, look.duty, look.purpose, 'com.invoicing', 'write').allowed
  return { id, ...run, mayWrite, items: items.sort((a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state)) }
}

const urgency: readonly SendingState[] = [
  'failed',
  'unsure',
  'held',
  'to-print',
  'sending',
  'queued',
  'printed',
  'sent',
]

/** The runs of a group company, the newest first, a page at a time. */
export async function reminderRuns(
  look: Look<DealingsReach>,
  inForce: InForce,
  { groupCompany, after }: { groupCompany?: string; after?: string },
) {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  look.saw([], [])
  const from = after ? sql`and id < ${after}::uuid` : sql``
  const rows = await rowsOf<{ id: string; begunAt: Date; byName: string | null; reminders: number; toPrint: number }>(
    look,
    sql`select id, begun_at as "begunAt", ${staffName(sql`begun_by`)} as "byName",
        (select count(*) from register.reminder where run_id = reminder_run.id) as reminders,
        (select count(*) from register.reminder where run_id = reminder_run.id and way = 'letter' and printed_at is null) as "toPrint",
        (select count(*) from register.reminder where run_id = reminder_run.id and way = 'email' and (select sent.state
          from register.paper_sent sent where sent.document_id = reminder.id order by sent.entered_at desc limit 1) in ('failed', 'unsure')) as "notSent"
      from register.reminder_run
      where group_company = ${groupCompanyOf(inForce.policy, groupCompany)} ${from} order by id desc limit ${page + 1}`,
  )
  return { items: rows.slice(0, page), next: rows.length > page ? rows[page - 1]?.id : null }
}

import { sql } from 'kysely'
import type { Act } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, refuseUnlessWriter } from '#register'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { invoicingOf } from './invoicing.ts'
import { nameOfHalf, type ReferenceRate, unknownHalf } from './late-interest.ts'
import { type Owing, owingOf, reminderFor } from './owing.ts'
import { ratesOf } from './reference-rates.view.ts'
import type { Way } from './reminder-sending.ts'
import { mayCollect } from './reminding.ts'

export interface Reminding {
  groupCompany?: string
  invoices: readonly string[]
  /** The run that they belong to, and how each goes out. */
  run?: { id: string; wayOf(invoice: string): Way }
}

/**
 * Writes down that these invoices are reminded of today. Each is weighed anew under a lock: what was paid meanwhile or may not be reminded
 * of yet (14 days, laki 513/1999 § 10 a) is left out and counted. Refuses where interest hangs on a reference rate that nobody has entered
 * (`REFERENCE_RATE_MISSING`). Answers the ids of the reminders, whose papers are sent elsewhere.
 */
export async function remind(act: Act<DealingsReach>, inForce: InForce, wish: Reminding) {
  const written = await writeReminders(act, inForce, wish)
  return { reminders: written.map(({ id }) => id), leftOut: wish.invoices.length - written.length }
}

/** The same, with the invoice of each reminder. */
export async function writeReminders(
  act: Act<DealingsReach>,
  inForce: InForce,
  { groupCompany: asked, invoices, run }: Reminding,
  { mayBeNone = false }: { mayBeNone?: boolean } = {},
) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const groupCompany = groupCompanyOf(inForce.policy, asked)
  const today = dayInHelsinki(act.at)
  const terms = { ...(await invoicingOf(act, groupCompany)), rates: await ratesOf(act) }
  await rowsOf(
    act,
    sql`select id from register.invoice where id = any(${[...invoices]}::uuid[]) order by id for update`,
  )
  const written: { id: string; invoice: string }[] = []
  for (const owing of await owingOf(act, { groupCompany, today, ids: invoices })) {
    const asks = reminderFor(today, owing, terms)
    if (!asks) continue
    if (asks.interest === null) throw rateMissing(terms.rates, owing, today)
    const id = newId(act.at.getTime())
    await act.db
      .insertInto('register.reminder')
      .values({
        ...{ id, group_company: groupCompany, organisation_id: owing.organisationId, person_id: owing.personId },
        ...{ invoice_id: owing.id, round: asks.round, reminded_on: today, due_on: asks.dueOn, open_cents: asks.late },
        ...{ fee_cents: asks.fee, fees_asked_cents: owing.fees + asks.fee, interest_cents: asks.interest },
        ...{ entered_by: act.by, entered_at: act.at, held_at: null },
        ...(run ? { run_id: run.id, way: run.wayOf(owing.id) } : {}),
      })
      .execute()
    await act.record({
      what: 'invoice.reminded',
      about: owing.id,
      detail: { round: asks.round, toPerson: owing.personId },
    })
    written.push({ id, invoice: owing.id })
  }
  if (written.length === 0 && !mayBeNone) throw new Refusal('NOTHING_TO_REMIND', 409, { clause: 'S5.11' })
  return written
}

function rateMissing(rates: readonly ReferenceRate[], { instalments, dueOn }: Owing, today: Day) {
  const half = unknownHalf(rates, instalments[0]?.dueOn ?? dueOn, today) ?? today
  return new Refusal('REFERENCE_RATE_MISSING', 409, { clause: 'S5.11', half: nameOfHalf(half) })
}

/** Refuses to hand an invoice of our own to a collector before it was reminded of and that time is over. */
export async function refuseUnlessCollectable(
  act: Act<DealingsReach>,
  id: string,
  invoice: { status: string; open_cents: number },
) {
  const [last] = await rowsOf<{ due: Day | null }>(
    act,
    sql<{ due: Day | null }>`select max(due_on) as due from register.reminder where invoice_id = ${id}::uuid`,
  )
  const said = { status: invoice.status, open: invoice.open_cents, lastDueOn: last?.due ?? null }
  if (!mayCollect(dayInHelsinki(act.at), said)) throw new Refusal('COLLECTION_TOO_SOON', 409, { clause: 'S5.11' })
}

import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, refuseUnlessWriter } from '#register'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { invoicingOf } from './invoicing.ts'
import { owingOf, reminderFor } from './owing.ts'
import { mayCollect } from './reminding.ts'

/** The reminders that may be sent today, with their fees and interest, and how many are late but not yet to be reminded of. */
export async function remindersDue(
  look: Look<DealingsReach>,
  inForce: InForce,
  { groupCompany: asked }: { groupCompany?: string },
) {
  refuseUnlessWriter(inForce, look, 'com.invoicing')
  const groupCompany = groupCompanyOf(inForce.policy, asked)
  const [today, terms] = [dayInHelsinki(look.at), await invoicingOf(look, groupCompany)]
  const owing = await owingOf(look, { groupCompany, today })
  const items = owing.flatMap((one) => {
    const reminder = reminderFor(today, one, terms)
    const { id, number, name, dueOn, open, revision } = one
    return reminder ? [{ id, number, name, invoiceDueOn: dueOn, open, revision, ...reminder }] : []
  })
  look.saw([...new Set(owing.flatMap(({ personId }) => personId ?? []))], owing.length > 0 ? ['com.invoicing'] : [])
  return { today, items, waiting: owing.length - items.length }
}

/**
 * Writes down that these invoices are reminded of today. Each is weighed anew under a lock: what was paid meanwhile or may not be reminded
 * of yet (14 days, laki 513/1999 § 10 a) is left out and counted. Answers the ids of the reminders, whose papers are sent elsewhere.
 */
export async function remind(
  act: Act<DealingsReach>,
  inForce: InForce,
  { groupCompany: asked, invoices }: { groupCompany?: string; invoices: readonly string[] },
) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const groupCompany = groupCompanyOf(inForce.policy, asked)
  const [today, terms] = [dayInHelsinki(act.at), await invoicingOf(act, groupCompany)]
  await rowsOf(
    act,
    sql`select id from register.invoice where id = any(${[...invoices]}::uuid[]) order by id for update`,
  )
  const reminders: string[] = []
  for (const owing of await owingOf(act, { groupCompany, today, ids: invoices })) {
    const asks = reminderFor(today, owing, terms)
    if (!asks) continue
    const id = newId(act.at.getTime())
    await act.db
      .insertInto('register.reminder')
      .values({
        ...{
          id,
          group_company: groupCompany,
          organisation_id: owing.organisationId,
          person_id: owing.personId,
          invoice_id: owing.id,
        },
        ...{ round: asks.round, reminded_on: today, due_on: asks.dueOn, open_cents: asks.late, fee_cents: asks.fee },
        ...{ interest_cents: asks.interest, entered_by: act.by, entered_at: act.at, held_at: null },
      })
      .execute()
    await act.record({
      what: 'invoice.reminded',
      about: owing.id,
      detail: { round: asks.round, toPerson: owing.personId },
    })
    reminders.push(id)
  }
  if (reminders.length === 0) throw new Refusal('NOTHING_TO_REMIND', 409, { clause: 'S5.11' })
  return { reminders, leftOut: invoices.length - reminders.length }
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

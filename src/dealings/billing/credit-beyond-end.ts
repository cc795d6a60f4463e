import { sql } from 'kysely'
import type { Act } from '#ledger'
import { addDays, type Day } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessSees, refuseUnlessWriter, textOfDeal } from '#register'
import { creditInvoice } from '../invoices/credit-invoice.ts'
import { figuresIn } from '../papers/figures.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import type { LeftUnbilled } from './left-unbilled.ts'
import { contractsToCredit } from './to-credit.view.ts'

/** A contract, and what somebody saw to be credited of it, in cents with VAT. */
export interface SeenToCredit {
  id: string
  totalCents: number
}

/**
 * S5.11: credits the days beyond the end of a contract that were billed ahead: a credit note of each invoice, which says why in the
 * customer's language. Were the end put off, these days would be billed again. Refuses where it is another sum than was seen
 * (`CREDITS_OTHERWISE`). Answers the notes.
 */
export async function creditBeyondEnd(act: Act<DealingsReach>, inForce: InForce, seen: SeenToCredit) {
  const row = await lockedToCredit(act, inForce, seen)
  const notes: { id: string; number: string }[] = []
  for (const { id, language, revision, ...days } of row.invoices) {
    const reason = words[language](row.number ?? '', figuresIn(language).day(row.endsOn))
    const note = await creditInvoice(act, inForce, { id, reason, revision, days })
    notes.push({ id: note.id, number: note.number })
  }
  return { notes }
}

/** S5.11: leaves them uncredited, with a reason, until that is taken back as what is left unbilled is. */
export async function leaveUncredited(
  act: Act<DealingsReach>,
  inForce: InForce,
  { reason: typed, ...seen }: SeenToCredit & { reason: string },
) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const reason = textOfDeal('com.invoicing', typed, 1000)
  if (!reason) throw new Refusal('VALUE_REQUIRED', 422, { field: 'reason', clause: 'S5.11' })
  const { id, invoices } = await lockedToCredit(act, inForce, seen)
  for (const { since, until } of joined(invoices)) {
    const entry: LeftUnbilled = { id: newId(act.at.getTime()), at: act.at.toISOString(), reason, since, until }
    const [left] = await rowsOf<{ done: boolean }>(
      act,
      sql`select seloste.leave_unbilled(${id}::uuid, ${JSON.stringify(entry)}::jsonb) as done`,
    )
    if (!left?.done) throw new Refusal('NOT_FOUND', 404)
    await act.record({ what: 'contract.left-uncredited', about: id, detail: { entry: entry.id } })
  }
}

// Days between two rows are left by nobody: they were credited, and wait again were the end put off.
function joined(rows: readonly { since: Day; until: Day }[]) {
  const spans: { since: Day; until: Day }[] = []
  for (const { since, until } of rows.toSorted((a, b) => a.since.localeCompare(b.since))) {
    const last = spans.at(-1)
    if (last && since <= addDays(last.until, 1)) last.until = until > last.until ? until : last.until
    else spans.push({ since, until })
  }
  return spans
}

// The lock of `billContract`: of two who press at once the second is told.
async function lockedToCredit(act: Act<DealingsReach>, inForce: InForce, { id, totalCents }: SeenToCredit) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  refuseUnlessSees(inForce, act, ['com.contracts'])
  await rowsOf(act, sql`select pg_advisory_xact_lock(hashtextextended(${id}, 106))`)
  const [row] = await contractsToCredit(act, [id], () => false)
  if (row?.totalCents !== totalCents) throw new Refusal('CREDITS_OTHERWISE', 409, { clause: 'S5.11' })
  return row
}

const words: Record<Language, (contract: string, day: Day) => string> = {
  fi: (contract, day) => `Sopimuksen ${contract} viimeinen päivä on ${day}.`,
  sv: (contract, day) => `Avtal ${contract} upphör den ${day}.`,
  en: (contract, day) => `The last day of contract ${contract} is ${day}.`,
}

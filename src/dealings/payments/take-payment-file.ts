import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, refuseUnlessWriter } from '#register'
import { fiscalYearEnd } from '../invoices/invoice.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { allocate, lockedPayables, releasedBy } from './allocating.ts'
import { type PlannedEntry, planOfFile } from './plan-of-file.ts'
import { readPaymentFile } from './read-payment-file.ts'

export interface SaidFile {
  bytes: Buffer
  groupCompany?: string
  /** The turns of rows that are like a payment taken before, of which a person says that they are payments of their own. */
  another?: readonly number[]
}

/** What a payment file would do; nothing is written. */
export async function tryPaymentFile(
  look: Look<DealingsReach>,
  inForce: InForce,
  { bytes, groupCompany, another }: SaidFile,
) {
  refuseUnlessWriter(inForce, look, 'com.invoicing')
  const file = readPaymentFile(bytes)
  const plan = await planOfFile(look, groupCompanyOf(inForce.policy, groupCompany), file, another)
  look.saw([...new Set(plan.flatMap(({ invoice }) => invoice?.personId ?? []))], ['com.invoicing'])
  return { format: file.format, ...countsOf(plan), entries: inOrderOfSight(plan).slice(0, 500).map(shown) }
}

/**
 * Takes a bank's payment file: each entry becomes a payment, goes to the invoice of its reference number, or waits for a person. The same
 * file is refused (`PAYMENT_FILE_KNOWN`), and an entry that another file brought before is left out, unless somebody says that it is
 * another payment.
 */
export async function takePaymentFile(
  act: Act<DealingsReach>,
  inForce: InForce,
  { bytes, groupCompany, another }: SaidFile,
) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const file = readPaymentFile(bytes)
  const group_company = groupCompanyOf(inForce.policy, groupCompany)
  await oneFileAtATime(act, group_company)
  const fileId = newId(act.at.getTime())
  const cents = file.entries.reduce((all, { amountCents }) => all + amountCents, 0)
  const digest = createHash('sha256').update(bytes).digest('hex')
  const [taken] = await act.db
    .insertInto('register.payment_file')
    .values({
      ...{ id: fileId, group_company, format: file.format, digest, entries: file.entries.length, cents },
      ...{ taken_by: act.by, taken_at: act.at },
    })
    .onConflict((known) => known.doNothing())
    .returning('id')
    .execute()
  if (!taken) throw new Refusal('PAYMENT_FILE_KNOWN', 409, { field: 'file' })

  const before = await planOfFile(act, group_company, file, another)
  await lockedPayables(act, [...new Set(before.flatMap(({ invoice }) => invoice?.id ?? []))])
  const plan = await planOfFile(act, group_company, file, another) // once more under the locks: somebody may have paid by hand meanwhile
  for (const entry of plan)
    if (entry.before) await toldAgain(act, entry, fileId)
    else await enter(act, another?.includes(entry.n) ? asAnother(entry, fileId) : entry, { group_company, fileId })
  await act.record({ what: 'payments.taken', about: fileId, detail: { entries: plan.length } })
  const invoices = plan.flatMap(({ invoice }) => invoice?.id ?? [])
  return { id: fileId, ...countsOf(plan), released: await releasedBy(act, invoices) }
}

async function enter(
  act: Act<DealingsReach>,
  { invoice, parts, ...entry }: PlannedEntry,
  { group_company, fileId }: { group_company: string; fileId: string },
) {
  if (entry.amountCents === 0) return
  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.payment')
    .values({
      ...{
        id,
        group_company,
        organisation_id: invoice?.organisationId ?? null,
        person_id: invoice?.personId ?? null,
        way: 'bank',
      },
      ...{
        amount_cents: entry.amountCents,
        paid_on: entry.paidOn,
        booked_on: entry.bookedOn,
        fiscal_year_end: fiscalYearEnd(entry.paidOn),
      },
      ...{ reference: entry.reference?.slice(0, 40) ?? null, payer_name: entry.payerName?.slice(0, 400) ?? null },
      ...{ message: entry.message?.slice(0, 1000) ?? null, account: entry.account.slice(0, 34) || null },
      ...{ archive_code: entry.archiveCode?.slice(0, 100) ?? null, digest: entry.digest, file_id: fileId },
      ...{ entered_by: act.by, entered_at: act.at, held_at: null },
    })
    .execute()
  if (invoice) await allocate(act, id, invoice.id, parts)
}

// Two files at once would each hold the same payments to be new.
function oneFileAtATime(act: Act<DealingsReach>, groupCompany: string) {
  return rowsOf(act, sql`select pg_advisory_xact_lock(hashtext(${`payment files of ${groupCompany}`}))`)
}

async function toldAgain(act: Act<DealingsReach>, { before, digest }: PlannedEntry, file_id: string) {
  if (before)
    await act.db.insertInto('register.payment_again').values({ payment_id: before.id, file_id, digest }).execute()
}

function asAnother(entry: PlannedEntry, fileId: string): PlannedEntry {
  return { ...entry, digest: createHash('sha256').update(`${entry.digest} ${fileId}`).digest('hex') }
}

// Of a long file, what may need a word of a person is shown before the rest.
function inOrderOfSight(plan: readonly PlannedEntry[]) {
  return plan.length > 500 ? plan.toSorted((a, b) => Number(b.before !== null) - Number(a.before !== null)) : plan
}

function countsOf(plan: readonly PlannedEntry[]) {
  const counts = { full: 0, part: 0, over: 0, unmatched: 0, known: 0 }
  for (const { outcome } of plan) counts[outcome] += 1
  const cents = plan.filter(({ outcome }) => outcome !== 'known').reduce((all, { amountCents }) => all + amountCents, 0)
  return { counts, cents }
}

function shown({ n, paidOn, amountCents, reference, payerName, message, outcome, invoice, before }: PlannedEntry) {
  return {
    ...{ n, paidOn, amountCents, reference, payerName, message, outcome },
    before: before ? { id: before.id, format: before.format, takenAt: before.takenAt } : null,
    invoice: invoice ? { id: invoice.id, number: invoice.number, name: invoice.name } : null,
  }
}

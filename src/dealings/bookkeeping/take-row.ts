import type { Act } from '#ledger'
import { normaliseBusinessId } from '#platform/business-id'
import { Refusal } from '#platform/refusal'
import { addedCell, type InForce, normaliseEmail, partyBehind, type RegisterTables, writableOfDeal } from '#register'
import { sayOfNew } from '../added/say-of-new.ts'
import { enterInvoice } from '../invoices/enter-invoice.ts'
import { lockedPayables, releasedBy } from '../payments/allocating.ts'
import type { DealingsReach } from '../reach.ts'
import type { BookkeepingRow } from './intake.ts'
import { alreadyKnown } from './known.ts'
import { takeBalance } from './take-balance.ts'
import { takePayment } from './take-payment.ts'

interface Taking {
  groupCompany: string
  row: BookkeepingRow
}

/** Takes one row of bookkeeping: an invoice made there, a payment that came, or how much is open. Answers whose erasure may go on. */
export async function takeRow(act: Act<DealingsReach>, inForce: InForce, taking: Taking): Promise<string[]> {
  const { row } = taking
  const held = await heldInvoice(act, taking)
  if (row.kind === 'invoice') {
    if (!held) return takeInvoice(act, inForce, taking)
    if (held.amount_cents !== row.cents) throw new Refusal('INVOICE_DIFFERS', 409, { field: 'amount' })
    throw alreadyKnown
  }
  const [invoice] = held ? await lockedPayables(act, [held.id]) : []
  if (!held || !invoice) throw new Refusal('INVOICE_UNKNOWN', 422, { field: 'number' })
  if (row.kind === 'payment') await takePayment(act, invoice, row)
  else await takeBalance(act, { ...invoice, amount: held.amount_cents }, row)
  return releasedBy(act, [invoice.id])
}

async function heldInvoice(act: Act<DealingsReach>, { groupCompany, row }: Taking) {
  return act.db
    .selectFrom('register.invoice')
    .select(['id', 'amount_cents'])
    .where('group_company', '=', groupCompany)
    .where('number', '=', row.number)
    .executeTakeFirst()
}

async function takeInvoice(
  act: Act<DealingsReach>,
  inForce: InForce,
  { groupCompany, row }: Taking,
): Promise<string[]> {
  if (row.kind !== 'invoice') throw new Error('not an invoice')
  const party = await partyOf(act, row)
  const { number, issuedOn, dueOn, cents, net, text } = row
  const made = await enterInvoice(act, inForce, {
    ...{ number, issuedOn, dueOn, amountCents: cents, groupCompany, ...party },
    ...(text ? { text } : {}),
    ...(net === null ? {} : { netCents: net }),
  })
  await sayOfNew(act, inForce, { subject: 'invoice', values: addedIn(act, inForce, row.said), made })
  return []
}

// S5.1: a column that bears the name of one of the statement's own fields of invoices.
function addedIn(act: Act<DealingsReach>, inForce: InForce, said: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    writableOfDeal(inForce, act, 'invoice').flatMap((field) => {
      const titles = [field.id, ...Object.values(field.label)].map((title) => title.toLowerCase())
      const cell = titles.map((title) => said[title]).find(Boolean)
      return cell ? [[field.id, addedCell(field, cell)]] : []
    }),
  )
}

async function partyOf(act: Act<DealingsReach>, { businessId, email }: { businessId: string; email: string }) {
  const id = businessId ? normaliseBusinessId(businessId) : null
  if (businessId && !id) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'businessId' })
  const firm = id
    ? await act.db.selectFrom('register.organisation').select('id').where('business_id', '=', id).executeTakeFirst()
    : undefined
  if (firm) return { organisationId: firm.id }
  const address = email ? normaliseEmail(email) : null
  const found = address
    ? await act.db
        .selectFrom('register.person_email')
        .select('person_id')
        .where('address', '=', address)
        .where('is_proven', '=', true)
        .limit(2)
        .execute()
    : []
  const [person] = found
  if (found.length !== 1 || !person)
    throw new Refusal('CUSTOMER_UNKNOWN', 422, { field: businessId ? 'businessId' : 'email' })
  const { contact: _, ...party } = await partyBehind(act as unknown as Act<RegisterTables>, person.person_id)
  return party
}

import type { Act } from '#ledger'
import { normaliseBusinessId } from '#platform/business-id'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { addedCell, type InForce, normaliseEmail, partyBehind, type RegisterTables, writableOfDeal } from '#register'
import { sayOfNew } from '../added/say-of-new.ts'
import { enterInvoice } from '../invoices/enter-invoice.ts'
import { enterPayment } from '../payments/enter-payment.ts'
import type { DealingsReach } from '../reach.ts'
import type { BookkeepingRow } from './intake.ts'

interface Taking {
  groupCompany: string
  row: BookkeepingRow
}

/** Thrown for a row that is here already, so that a file taken twice changes nothing and records nothing. */
export const alreadyKnown = new Error('already known')

/** Takes one row of bookkeeping: an invoice made there, a payment that came, or how much is open. Answers whose erasure may go on. */
export async function takeRow(act: Act<DealingsReach>, inForce: InForce, taking: Taking): Promise<string[]> {
  const { row } = taking
  const held = await heldInvoice(act, taking)
  if (row.kind === 'invoice') {
    if (!held) return takeInvoice(act, inForce, taking)
    if (held.amount_cents !== row.cents) throw new Refusal('INVOICE_DIFFERS', 409, { field: 'amount' })
    throw alreadyKnown
  }
  if (!held) throw new Refusal('INVOICE_UNKNOWN', 422, { field: 'number' })
  if (row.kind === 'payment') {
    const message = `Tosite ${row.voucher}`
    if (await isHeld(act, held.id, message)) throw alreadyKnown
    const wish = { invoice: held.id, amountCents: row.cents, paidOn: row.paidOn, message }
    return [...(await enterPayment(act, inForce, wish)).released]
  }
  const paid = held.open_cents - row.cents
  if (paid === 0) throw alreadyKnown
  if (Math.sign(paid) !== Math.sign(held.amount_cents)) throw new Refusal('BALANCE_HIGHER', 422, { field: 'open' })
  const wish = { invoice: held.id, amountCents: paid, paidOn: row.paidOn ?? dayInHelsinki(act.at) }
  return [...(await enterPayment(act, inForce, wish)).released]
}

interface Held {
  id: string
  amount_cents: number
  open_cents: number
}

async function heldInvoice(act: Act<DealingsReach>, { groupCompany, row }: Taking): Promise<Held | undefined> {
  return act.db
    .selectFrom('register.invoice')
    .select(['id', 'amount_cents', 'open_cents'])
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
  const { number, issuedOn, dueOn, cents, text } = row
  const made = await enterInvoice(act, inForce, {
    ...{ number, issuedOn, dueOn, amountCents: cents, groupCompany, ...party },
    ...(text ? { text } : {}),
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

async function isHeld(act: Act<DealingsReach>, invoiceId: string, message: string): Promise<boolean> {
  const held = await act.db
    .selectFrom('register.payment as payment')
    .innerJoin('register.payment_allocation as part', 'part.payment_id', 'payment.id')
    .select('payment.id')
    .where('part.invoice_id', '=', invoiceId)
    .where('payment.message', '=', message)
    .limit(1)
    .executeTakeFirst()
  return held !== undefined
}

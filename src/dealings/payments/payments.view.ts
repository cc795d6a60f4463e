import { sql } from 'kysely'
import type { Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, refuseUnlessSees } from '#register'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { chargesLeft } from './allocating.ts'
import type { Likely } from './likeliest.ts'
import { suggestionsFor } from './suggestions.view.ts'

interface PaymentRow {
  id: string
  organisationId: string | null
  personId: string | null
  groupCompany: string
  way: string
  paidOn: string
  amountCents: number
  leftCents: number
  reference: string | null
  payerName: string | null
  message: string | null
  revision: number
}

const columns = sql`id, organisation_id as "organisationId", person_id as "personId", group_company as "groupCompany", way, paid_on as "paidOn",
  amount_cents as "amountCents", left_cents as "leftCents", reference, payer_name as "payerName", message, revision`
const page = 50

/** Payments of which something is not allocated, the oldest first, a page at a time, each with its likeliest invoice and why. */
export async function unallocatedPayments(
  look: Look<DealingsReach>,
  inForce: InForce,
  { groupCompany, after }: { groupCompany?: string; after?: string },
) {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  const from = after
    ? sql`and (paid_on, id) > (select seen.paid_on, seen.id from register.payment seen where seen.id = ${after}::uuid)`
    : sql``
  const rows = await rowsOf<PaymentRow>(
    look,
    sql<PaymentRow>`select ${columns} from register.payment
      where left_cents <> 0 and group_company = ${groupCompanyOf(inForce.policy, groupCompany)} ${from}
      order by paid_on, id limit ${page + 1}`,
  )
  const payments = rows.slice(0, page)
  const likely = await suggestionsFor(look, { groupCompany: groupCompanyOf(inForce.policy, groupCompany), payments })
  const shown = [...payments, ...[...likely.values()].map(({ invoice }) => invoice)]
  look.saw([...new Set(shown.flatMap(({ personId }) => personId ?? []))], payments.length > 0 ? ['com.invoicing'] : [])
  const items = payments.map((one) => ({ ...one, likely: suggested(likely.get(one.id)) }))
  return { items, next: rows.length > page ? payments.at(-1)?.id : null }
}

function suggested(likely: Likely | undefined) {
  if (!likely) return null
  const { invoice, because, sure, parts, left } = likely
  const open = invoice.open - parts.reduce((sum, { bears, cents }) => sum + (bears === 'payment' ? cents : 0), 0)
  return { id: invoice.id, number: invoice.number, name: invoice.name, because, sure, parts, left, open }
}

/** One payment, and where it went. */
export async function paymentCard(look: Look<DealingsReach>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  const payment = await paymentOf(look, id)
  const parts = await rowsOf(
    look,
    sql`select part.bears, part.cents, invoice.id, invoice.number, invoice.debtor_name as name
      from register.payment_allocation part join register.invoice on invoice.id = part.invoice_id
      where part.payment_id = ${id}::uuid order by part.id`,
  )
  look.saw(payment.personId ? [payment.personId] : [], ['com.invoicing'])
  return { ...payment, parts }
}

/** Open invoices that a payment may be for: of its payer, of its exact sum, or with the words in number or name. */
export async function invoicesToPay(
  look: Look<DealingsReach>,
  inForce: InForce,
  { id, words }: { id: string; words?: string },
) {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  const { groupCompany, leftCents, organisationId, personId } = await paymentOf(look, id)
  const some = words?.trim()
    ? sql`and (number like ${`${words.trim().replace(/[%_\\]/g, '')}%`} or debtor_name ilike ${`%${words.trim().replace(/[%_\\]/g, '')}%`})`
    : sql``
  const rows = await rowsOf<{ personId: string | null }>(
    look,
    sql<{
      personId: string | null
    }>`select id, number, debtor_name as name, person_id as "personId", issued_on as "issuedOn", due_on as "dueOn",
        amount_cents as "amountCents", open_cents as "openCents", ${chargesLeft} as "chargesCents"
      from register.invoice where group_company = ${groupCompany} and kind = 'invoice' and status in ('open', 'collection') ${some}
      order by (organisation_id = ${organisationId}::uuid or person_id = ${personId}::uuid) desc nulls last, open_cents = ${leftCents} desc,
        due_on, id limit 20`,
  )
  look.saw([...new Set(rows.flatMap((row) => row.personId ?? []))], rows.length > 0 ? ['com.invoicing'] : [])
  return { items: rows }
}

async function paymentOf(look: Look<DealingsReach>, id: string): Promise<PaymentRow> {
  const [row] = await rowsOf<PaymentRow>(
    look,
    sql<PaymentRow>`select ${columns} from register.payment where id = ${id}::uuid`,
  )
  if (!row) throw new Refusal('NOT_FOUND', 404)
  return row
}

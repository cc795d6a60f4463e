import { sql } from 'kysely'
import type { Act } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { newId } from '#platform/new-id'
import { pricedColumns } from '../deal-parts.ts'
import type { DeliveryAddress } from '../deliveries/delivery-address.ts'
import type { Line } from '../lines.ts'
import { nextNumber } from '../next-number.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { becomeCustomer } from './become-customer.ts'
import type { BilledFrom } from './order.ts'

/** What is ordered, checked already. */
export interface Ordered {
  groupCompany: string
  organisationId: string | null
  personId: string | null
  contact?: string | null
  opportunityId?: string | null
  quoteId?: string | null
  quoteVersion?: number | null
  owner?: string | null
  buyerName: string
  buyerReference?: string | null
  title: string | null
  language: Language
  wantedOn?: Day | null
  deliveryAddress?: DeliveryAddress | null
  lines: readonly Line[]
  paymentDays: number
  terms: string | null
  billedFrom?: BilledFrom
  from: { source: string; source_note: string | null }
}

/** S6.3: an order comes in, takes its number, and makes its buyer a customer (C1). Answers its id. */
export async function placeOrder(act: Act<DealingsReach>, ordered: Ordered): Promise<string> {
  const { groupCompany, organisationId, personId, from } = ordered
  const id = newId(act.at.getTime())
  const number = await nextNumber(act, groupCompany, 'order')
  await becomeCustomer(act, { organisationId, personId, groupCompany, source: from.source })
  await act.db
    .insertInto('register.sales_order')
    .values({
      ...{
        id,
        group_company: groupCompany,
        organisation_id: organisationId,
        person_id: personId,
        number,
        state: 'open',
      },
      ...{ contact_person_id: ordered.contact ?? null, opportunity_id: ordered.opportunityId ?? null },
      ...{
        quote_id: ordered.quoteId ?? null,
        quote_version: ordered.quoteVersion ?? null,
        owner: ordered.owner ?? null,
      },
      ...{ title: ordered.title, language: ordered.language, ordered_on: dayInHelsinki(act.at) },
      ...{ wanted_on: ordered.wantedOn ?? null, settled_on: null, reason: null, buyer_name: ordered.buyerName },
      ...{ buyer_reference: ordered.buyerReference ?? null, payment_days: ordered.paymentDays, terms: ordered.terms },
      delivery_address: ordered.deliveryAddress ? JSON.stringify(ordered.deliveryAddress) : null,
      ...{ ...pricedColumns(ordered.lines), ...(ordered.billedFrom ? { billed_from: ordered.billedFrom } : {}) },
      ...{ ...from, entered_by: act.by, entered_at: act.at, held_at: null },
    })
    .execute()
  await winBy(act, ordered.opportunityId ?? null)
  await act.record({
    what: 'order.placed',
    about: id,
    detail: { person: personId, quote: ordered.quoteId ?? null, source: from.source },
  })
  return id
}

async function winBy(act: Act<DealingsReach>, opportunityId: string | null) {
  if (!opportunityId) return
  const [won] = await rowsOf<{ from_stage: string; to_stage: string }>(
    act,
    sql`select from_stage, to_stage from seloste.win_opportunity(${opportunityId}::uuid, ${act.at})`,
  )
  if (!won) return
  const detail = { from: won.from_stage, to: won.to_stage, state: 'won' }
  await act.record({ what: 'opportunity.moved', about: opportunityId, detail })
}

import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { refuseUnlessSeen } from './consent-record.ts'
import type { ChoicesReach } from './reach.ts'

export interface Sale {
  /** The natural person who bought: a company's purchase is nobody's fact of sale. */
  personId: string
  groupCompany: string
  productGroup: string
  soldAt: Date
  /** The e-mail address that was got with this sale (`register.person_email.id`). */
  emailId: string | null
  /** Whether they were told, as the address was taken, that they may refuse marketing easily and for free. */
  toldOfRefusal: boolean
  deal: { kind: 'order' | 'contract' | 'invoice'; id: string | null }
}

// § 200(3) of laki 917/2014: these four facts and no consent (C-654/23). They revive nobody who objected.
/** Keeps the facts of a sale to a person, of which the ground "existing customer" may follow. */
export async function noteSale(act: Act<ChoicesReach>, sale: Sale): Promise<void> {
  await refuseUnlessSeen(act, sale.personId)
  await act.db
    .insertInto('register.fact_of_sale')
    .values({
      ...{ id: newId(act.at.getTime()), person_id: sale.personId, group_company: sale.groupCompany },
      ...{ product_group: sale.productGroup, sold_at: sale.soldAt, email_id: sale.emailId },
      ...{ told_of_refusal: sale.toldOfRefusal, deal: sale.deal.kind, deal_id: sale.deal.id, recorded_at: act.at },
    })
    .execute()
  await act.record({
    what: 'sale.noted',
    about: sale.personId,
    detail: { groupCompany: sale.groupCompany, deal: sale.deal.kind, told: sale.toldOfRefusal },
  })
}

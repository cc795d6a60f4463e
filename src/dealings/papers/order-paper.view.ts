import { refuseUnlessSees } from '#register'
import type { DeliveryAddress } from '../deliveries/delivery-address.ts'
import { buyerOf } from './buyer.view.ts'
import { linesOnPaper, termsInWords, totalsOnPaper } from './lines-on-paper.ts'
import type { Asked, PaperSeen } from './paper-of.view.ts'
import { codesOf } from './product-codes.view.ts'
import { sellerOf } from './seller.view.ts'

/** S6.3: an order as it was entered. */
export async function orderPaper({ look, inForce, statement, id }: Asked): Promise<PaperSeen | null> {
  refuseUnlessSees(inForce, look, ['com.orders'])
  const row = await look.db.selectFrom('register.sales_order').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const { language, lines } = row
  const party = { organisationId: row.organisation_id, personId: row.person_id, contactId: row.contact_person_id }
  const buyer = await buyerOf(look, inForce, party)
  const kind = 'order-confirmation'
  const said = await sellerOf(look, statement, { groupCompany: row.group_company, kind, language })
  return {
    party,
    groupCompany: row.group_company,
    paper: {
      ...{ kind, language, number: row.number, day: row.ordered_on, seller: said.seller, payment: null },
      buyer: { ...buyer, name: row.buyer_name },
      deliverTo: doorOf(row.delivery_address),
      wantedOn: row.wanted_on,
      references: { yours: row.buyer_reference },
      lines: linesOnPaper(lines, { language, codes: await codesOf(look, lines) }),
      totals: totalsOnPaper(lines),
      terms: { payment: termsInWords(row.payment_days, language) },
      opening: row.title,
      closing: [row.terms, said.closing].filter(Boolean).join('\n\n') || null,
    },
  }
}

/** A delivery address as a door; null where goods go to the buyer's own. */
export function doorOf(address: DeliveryAddress | null) {
  if (!address) return null
  const { name, street, postcode, city, country } = address
  const nothing = { firm: null, careOf: null, houseNumber: null, stair: null, flat: null, poBox: null }
  return { name: name ?? '', ...nothing, street, postcode, city, country }
}

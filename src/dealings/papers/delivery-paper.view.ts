import { refuseUnlessSees } from '#register'
import { allowedOf } from '../deal-seen.ts'
import { comingOf } from '../deliveries/delivery.ts'
import { buyerOf } from './buyer.view.ts'
import { linesOnPaper } from './lines-on-paper.ts'
import { doorOf } from './order-paper.view.ts'
import type { PaperLine } from './paper.ts'
import type { Asked, PaperSeen } from './paper-of.view.ts'
import { codesOf } from './product-codes.view.ts'
import { sellerOf } from './seller.view.ts'

/** S5.10: what goes out with goods: how much of each line comes now, and how much is still to come. It tells no prices. */
export async function deliveryPaper({ look, inForce, statement, id }: Asked): Promise<PaperSeen | null> {
  refuseUnlessSees(inForce, look, ['com.delivery'])
  const row = await look.db.selectFrom('register.delivery').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const order = allowedOf(inForce, look)('com.orders')
    ? await look.db
        .selectFrom('register.sales_order')
        .select(['number', 'language', 'lines', 'buyer_name', 'buyer_reference', 'delivery_address'])
        .where('id', '=', row.order_id)
        .executeTakeFirst()
    : undefined
  const language = order?.language ?? 'fi'
  const party = { organisationId: row.organisation_id, personId: row.person_id, contactId: row.contact_person_id }
  const buyer = await buyerOf(look, inForce, party)
  const kind = 'delivery-note'
  const said = await sellerOf(look, statement, { groupCompany: row.group_company, kind, language })
  const day = row.delivered_on ?? row.planned_on
  return {
    party,
    groupCompany: row.group_company,
    paper: {
      ...{ kind, language, number: row.number, day, seller: said.seller, totals: null, payment: null },
      buyer: { ...buyer, ...(order ? { name: order.buyer_name } : {}) },
      deliverTo: doorOf(row.address ?? order?.delivery_address ?? null),
      delivered: row.delivered_on ? { from: row.delivered_on } : null,
      references: { order: order?.number ?? null, yours: order?.buyer_reference ?? null },
      lines: order ? await goneLines(look, { ...row, id, language }, order.lines) : [],
      opening: row.note,
      closing: said.closing,
    },
  }
}

async function goneLines(
  look: Asked['look'],
  {
    id,
    order_id,
    language,
    lines: gone,
  }: {
    id: string
    order_id: string
    language: 'fi' | 'sv' | 'en'
    lines: readonly { line: string; quantity: number }[]
  },
  ordered: Parameters<typeof linesOnPaper>[0],
): Promise<PaperLine[]> {
  const made = await look.db
    .selectFrom('register.delivery')
    .select(['id', 'lines', 'state'])
    .where('order_id', '=', order_id)
    .execute()
  const before = made.filter((one) => one.state === 'delivered' && one.id !== id).map(({ lines }) => lines)
  const coming = comingOf(ordered, [...before, [...gone]])
  const shown = linesOnPaper(ordered, { language, codes: await codesOf(look, ordered) })
  return ordered.flatMap((line, at) => {
    const now = gone.filter((one) => one.line === line.id).reduce((sum, one) => sum + one.quantity, 0)
    const like = shown[at]
    if (now === 0 || !like) return []
    return [{ ...like, quantity: now, ordered: line.quantity, left: coming[at]?.left ?? 0 }]
  })
}

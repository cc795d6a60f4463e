import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type InForce, refuseUnlessSees } from '#register'
import type { DealingsReach } from './reach.ts'
import { rowsOf } from './rows.ts'

/** One line that was delivered: what a complaint or a warranty may be about. */
export interface Delivered {
  delivery: string
  number: string
  deliveredOn: string
  order: string
  line: string
  text: string
  product: string | null
}

/** What was delivered to a company or a person, the newest first. */
export async function deliveredTo(
  look: Look<DealingsReach>,
  inForce: InForce,
  { organisationId, personId }: { organisationId?: string; personId?: string },
) {
  refuseUnlessSees(inForce, look, ['com.delivery'])
  refuseUnlessSees(inForce, look, ['com.orders'])
  const theirs = organisationId
    ? sql`delivery.organisation_id = ${organisationId}::uuid`
    : sql`delivery.person_id = ${personId}::uuid`
  const items = await rowsOf<Delivered>(
    look,
    sql<Delivered>`
      select made.id as delivery, made.number, made.delivered_on as "deliveredOn", made.order_id as "order", said.line ->> 'id' as line,
        said.line ->> 'text' as text, (said.line ->> 'product')::uuid as product
      from (select * from (select delivery.id, delivery.number, delivery.delivered_on, delivery.order_id, delivery.lines
          from register.delivery where ${theirs} and delivery.state = 'delivered') mine order by delivered_on desc, id desc limit 50) made
        join register.sales_order ordered on ordered.id = made.order_id
        cross join lateral jsonb_array_elements(made.lines) gone (part)
        cross join lateral jsonb_array_elements(ordered.lines) said (line)
      where said.line ->> 'id' = gone.part ->> 'line'
      order by made.delivered_on desc, made.id desc limit 200`,
  )
  look.saw(personId ? [personId] : [], personId ? ['com.delivery'] : [])
  return { items }
}

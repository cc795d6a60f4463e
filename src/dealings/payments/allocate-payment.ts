import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import type { Cents } from '../money.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { allocate, lockedPayables, releasedBy } from './allocating.ts'
import { spread } from './spread.ts'

export interface Allocating {
  id: string
  /** As it was when the person looked: of two who allocate the same payment one is refused (`EDITED_MEANWHILE`). */
  revision: number
  /** How much to which invoice; without cents, as much as it takes. */
  to: readonly { invoice: string; cents?: Cents }[]
}

/** Gives a payment to invoices by hand, in the order said. What they do not take stays on the payment. */
export async function allocatePayment(act: Act<DealingsReach>, inForce: InForce, { id, revision, to }: Allocating) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const payment = await lockedPayment(act, id, revision)
  const ids = to.map(({ invoice }) => invoice)
  if (ids.length === 0 || new Set(ids).size < ids.length) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'to' })
  const payables = new Map((await lockedPayables(act, ids)).map((one) => [one.id, one]))

  let left = payment.left_cents
  for (const [n, { invoice, cents }] of to.entries()) {
    const payable = payables.get(invoice)
    if (!payable || payable.groupCompany !== payment.group_company)
      throw new Refusal('NOT_FOUND', 404, { field: `to.${n}.invoice` })
    const asked = cents ?? left
    const parts = Math.abs(asked) > Math.abs(left) || asked * left < 0 ? [] : spread(asked, payable)
    const taken = parts.reduce((all, part) => all + part.cents, 0)
    if (taken === 0 || (cents !== undefined && taken !== cents))
      throw new Refusal('ALLOCATED_BEYOND', 422, { field: `to.${n}.cents` })
    await allocate(act, id, invoice, parts)
    left -= taken
  }

  const first = payables.get(ids[0] as string)
  const party =
    payment.person_id || payment.organisation_id
      ? {}
      : { person_id: first?.personId ?? null, organisation_id: first?.organisationId ?? null }
  await act.db
    .updateTable('register.payment')
    .set({ ...party, revision: payment.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'payment.allocated', about: id, detail: { to: ids } })
  return { leftCents: left, released: await releasedBy(act, ids) }
}

/** Takes a payment back from the invoices it was given to by mistake; they are open again. */
export async function takeBackPayment(
  act: Act<DealingsReach>,
  inForce: InForce,
  { id, revision }: Omit<Allocating, 'to'>,
) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const payment = await lockedPayment(act, id, revision)
  const taken = await rowsOf<{ invoice: string }>(
    act,
    sql<{
      invoice: string
    }>`delete from register.payment_allocation where payment_id = ${id}::uuid returning invoice_id as invoice`,
  )
  if (taken.length === 0) throw new Refusal('NOTHING_TO_TAKE_BACK', 409)
  await act.db
    .updateTable('register.payment')
    .set({ revision: payment.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({
    what: 'payment.taken-back',
    about: id,
    detail: { from: [...new Set(taken.map((one) => one.invoice))] },
  })
}

async function lockedPayment(act: Act<DealingsReach>, id: string, revision: number) {
  const held = await act.db
    .selectFrom('register.payment')
    .select(['group_company', 'person_id', 'organisation_id', 'left_cents', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (held.revision !== revision) throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  return held
}

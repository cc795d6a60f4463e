import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'

const { as, register } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const owner = register.db.owner()
const company = (
  await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy', ...anAddress }, source: 'order' })
).json().id

type Step =
  | { does: 'pay'; cents: number }
  | { does: 'refund'; cents: number }
  | { does: 'credit'; quantity: number }
  | { does: 'take-back' }
  | { does: 'give-again' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('pay' as const), cents: fc.integer({ min: 1, max: 60_000 }) }),
  fc.record({ does: fc.constant('refund' as const), cents: fc.integer({ min: -60_000, max: -1 }) }),
  fc.record({ does: fc.constant('credit' as const), quantity: fc.integer({ min: 1, max: 3000 }) }),
  fc.constant({ does: 'take-back' as const }),
  fc.constant({ does: 'give-again' as const }),
)

test('whatever happens to an invoice, what is open is its sum less credit notes and payments, and no payment is given twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 300_000_000 }),
      fc.array(step, { maxLength: 8 }),
      async (unitPrice, steps) => {
        const line = { id: 'a', text: 'Työ', unit: 'h', quantity: 3000, unitPrice, discount: 0, vatRate: 2550 }
        const { id } = (await billing('POST', '/invoices/drafts', { company, lines: [line] })).json()
        await billing('POST', `/invoices/${id}/issue`, {})
        for (const one of steps) {
          const answer = await doing(id, one)
          assert.ok(answer === undefined || answer.statusCode < 500, answer?.body)
          await holds(id)
        }
      },
    ),
    { numRuns: 25 },
  )
})

async function doing(id: string, one: Step) {
  if (one.does === 'pay' || one.does === 'refund')
    return billing('POST', '/payments', { invoice: id, amountCents: one.cents })
  if (one.does === 'credit')
    return billing('POST', `/invoices/${id}/credit`, {
      reason: 'Korjaus',
      lines: [{ id: 'a', quantity: one.quantity }],
    })
  const { payments } = (await billing('GET', `/invoices/${id}`)).json()
  const { rows } = await sql<{
    id: string
  }>`select id from register.payment where organisation_id = ${company} order by id desc limit 1`.execute(owner)
  const payment = one.does === 'take-back' ? payments[0]?.id : rows[0]?.id
  if (!payment) return undefined
  const { revision } = (await billing('GET', `/payments/${payment}`)).json()
  return one.does === 'take-back'
    ? billing('POST', `/payments/${payment}/take-back`, { revision })
    : billing('POST', `/payments/${payment}/allocations`, { revision, to: [{ invoice: id }] })
}

async function holds(id: string) {
  const { rows } = await sql<{ amount: number; credited: number; paid: number; open: number; status: string }>`
    select amount_cents as amount, open_cents as open, status,
      (select coalesce(-sum(amount_cents), 0) from register.invoice note where note.credits_invoice_id = invoice.id and number is not null) as credited,
      (select coalesce(sum(cents), 0) from register.payment_allocation where invoice_id = invoice.id and bears = 'payment') as paid
    from register.invoice where id = ${id}`.execute(owner)
  const { amount, credited, paid, open, status } = rows[0] as (typeof rows)[number]
  assert.equal(open, amount - Number(credited) - Number(paid))
  assert.equal(status === 'open', open > 0)
  const { rows: wrong } = await sql`select id from register.payment
    where left_cents <> amount_cents - (select coalesce(sum(cents), 0) from register.payment_allocation where payment_id = payment.id)
      or left_cents * sign(amount_cents) < 0 or abs(left_cents) > abs(amount_cents)`.execute(owner)
  assert.deepEqual(wrong, [])
}

test('of two people who allocate the same payment one is told, and the database would not give it twice anyway', async () => {
  const line = { id: 'a', text: 'Työ', unit: 'h', quantity: 1000, unitPrice: 1_000_000, discount: 0, vatRate: 2550 }
  const invoices: string[] = []
  for (let n = 0; n < 3; n += 1) {
    const { id } = (await billing('POST', '/invoices/drafts', { company, lines: [line] })).json()
    await billing('POST', `/invoices/${id}/issue`, {})
    invoices.push(id)
  }
  const [first, second, third] = invoices
  const { id } = (await billing('POST', '/payments', { invoice: first, amountCents: 25_100 })).json()
  const { revision, leftCents } = (await billing('GET', `/payments/${id}`)).json()
  assert.equal(leftCents, 12_550, 'paid twice: half of it waits')
  const both = await Promise.all(
    [second, third].map((invoice) => billing('POST', `/payments/${id}/allocations`, { revision, to: [{ invoice }] })),
  )
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 409])
  assert.equal(both.find(({ statusCode }) => statusCode === 409)?.json().code, 'EDITED_MEANWHILE')
  await assert.rejects(
    sql`insert into register.payment_allocation (payment_id, invoice_id, bears, cents, allocated_by, allocated_at)
      values (${id}, ${third}, 'payment', 1, 'x', now())`.execute(owner),
    { code: '23514' },
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, register, ledger } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const owner = register.db.owner()
const made = async (path: string, body: object, who = billing) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.json()
}
const values = { 'org.name': 'Kivelän Puu Oy' }
const { id: company } = await made('/companies', { values, source: 'order' }, sales)
const line = { id: 'a', text: 'Työ', unit: 'h', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
const issued = async () => {
  const { id } = await made('/invoices/drafts', { company, lines: [line] })
  await made(`/invoices/${id}/issue`, {})
  return id as string
}
/** A payment of which half waits to be allocated. */
const waiting = async () => {
  const { id } = await made('/payments', { invoice: await issued(), amountCents: 25_100 })
  return { id: id as string, revision: (await billing('GET', `/payments/${id}`)).json().revision as number }
}
const open = async (id: string) => (await billing('GET', `/invoices/${id}`)).json().openCents as number

test('of two who stand in each other’s way over a payment and its invoice one wins, and the other is told so and may press again', async () => {
  const [{ id, revision }, invoice] = [await waiting(), await issued()]
  let late: Promise<{ statusCode: number; json(): { code: string } }> | null = null
  await owner.transaction().execute(async (other) => {
    // Somebody else holds the invoice; the desk holds the payment and waits; then they want the payment.
    await sql`set local deadlock_timeout = '20s'`.execute(other) // so that it is the desk whom the database refuses
    await sql`select from register.invoice where id = ${invoice}::uuid for update`.execute(other)
    late = billing('POST', `/payments/${id}/allocations`, { revision, to: [{ invoice }] })
    const waits = async () => {
      const { rows } =
        await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
          owner,
        )
      return rows.length > 0
    }
    while (!(await waits())) await new Promise((passed) => setTimeout(passed, 2))
    await sql`select from register.payment where id = ${id}::uuid for update`.execute(other)
  })
  const told = await (late as unknown as Promise<{ statusCode: number; json(): { code: string } }>)
  assert.deepEqual([told.statusCode, told.json().code], [409, 'EDITED_MEANWHILE'])
  assert.equal(await open(invoice), 12_550, 'nothing of it stands by half')
  const again = await billing('POST', `/payments/${id}/allocations`, { revision, to: [{ invoice }] })
  assert.deepEqual([again.statusCode, await open(invoice)], [200, 0])
})

test('two who give many payments at once, in opposite order, give each once; every other is told', async () => {
  const payments = [await waiting(), await waiting(), await waiting()]
  const invoices = [await issued(), await issued(), await issued()]
  const items = payments.map(({ id, revision }, n) => ({ payment: id, revision, invoice: invoices[n] }))
  const [one, two] = await Promise.all(
    [items, items.toReversed()].map((some) => made('/payments/allocations', { items: some })),
  )
  const told = [...one.items, ...two.items] as { payment: string; said: string | null }[]
  for (const { id } of payments) {
    const of = told.filter(({ payment }) => payment === id)
    assert.equal(of.filter(({ said }) => said === null).length, 1, JSON.stringify(of))
  }
  for (const invoice of invoices) assert.equal(await open(invoice), 0)
})

test('what one of many is refused for, or breaks on, stops only that one, and each is told its own', async () => {
  const [fine, stale, lost, broken, last] = [
    await waiting(),
    await waiting(),
    await waiting(),
    await waiting(),
    await waiting(),
  ]
  const invoice = [await issued(), await issued(), await issued(), await issued()] as const
  await sql`create function public.break_one() returns trigger language plpgsql as $$
    begin if new.payment_id = ${sql.lit(broken.id)}::uuid then raise exception 'broken %', new.cents; end if; return new; end $$`.execute(
    owner,
  )
  await sql`create trigger break_one before insert on register.payment_allocation for each row execute function public.break_one()`.execute(
    owner,
  )
  const before = (await ledger()).length
  const { items } = await made('/payments/allocations', {
    items: [
      { payment: fine.id, revision: fine.revision, invoice: invoice[0] },
      { payment: stale.id, revision: stale.revision - 1, invoice: invoice[1] },
      { payment: lost.id, revision: lost.revision, invoice: company },
      { payment: broken.id, revision: broken.revision, invoice: invoice[2] },
      { payment: last.id, revision: last.revision, invoice: invoice[3] },
    ],
  })
  await sql`drop trigger break_one on register.payment_allocation`.execute(owner)
  const told = items.map(({ said }: { said: string | null }) => said)
  assert.deepEqual(
    told.map((said: string | null) => said === null),
    [true, false, false, false, true],
  )
  assert.equal(new Set(told.filter((said: string | null) => said !== null)).size, 3, 'each is told its own reason')
  assert.ok(!JSON.stringify(told).includes('12550') && !JSON.stringify(told).includes('broken'), 'no value is echoed')
  assert.deepEqual((await ledger()).slice(before), ['payment.allocated by bo', 'payment.allocated by bo'])
  assert.deepEqual(
    [await open(invoice[0]), await open(invoice[1]), await open(invoice[2]), await open(invoice[3])],
    [0, 12_550, 12_550, 0],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, register } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
await sales('POST', '/companies', {
  values: { 'org.name': 'Kivelän Puu Oy', 'org.businessId': '0000025-4' },
  source: 'order',
})
await billing('PUT', '/invoicing', { issues: false })

const head = 'Laji;Laskunumero;Y-tunnus;Laskupäivä;Eräpäivä;Summa;Avoinna;Maksupäivä;Tosite'
const sum = (cents: number) => (cents / 100).toFixed(2).replace('.', ',')
const invoice = (number: string, cents: number) => `lasku;${number};0000025-4;1.1.2026;15.1.2026;${sum(cents)};;;`
const payment = (number: string, cents: number, voucher: string, day = 1) =>
  `suoritus;${number};;;;${sum(cents)};;${day}.2.2026;${voucher}`
const balance = (number: string, cents: number, day = '') => `saldo;${number};;;;;${sum(cents)};${day};`
const take = async (...rows: string[]) => {
  const file = Buffer.from([head, ...rows].join('\n')).toString('base64')
  const { taken, known, failed } = (await billing('POST', '/bookkeeping/intakes', { file })).json()
  return [taken, known, failed.map(({ code }: { code: string }) => code)]
}
const standing = async (number: string) => {
  const { rows } = await sql<{ open: string; status: string }>`
    select open_cents as open, status from register.invoice where number = ${number}`.execute(register.db.owner())
  return [Number(rows[0]?.open), rows[0]?.status]
}

test('a balance and the payment that it counted pay an invoice once, in whichever order a file or two tell of them', async () => {
  const rows = [invoice('S-1', 100_000), balance('S-1', 40_000), payment('S-1', 60_000, 'TK-1')]
  assert.deepEqual(await take(...rows), [2, 1, []])
  assert.deepEqual(await standing('S-1'), [40_000, 'open'])
  assert.deepEqual(await take(...rows), [0, 3, []])

  await take(invoice('S-2', 100_000), balance('S-2', 40_000))
  assert.deepEqual(await take(payment('S-2', 60_000, 'TK-1')), [1, 0, []])
  assert.deepEqual(await standing('S-2'), [40_000, 'open'])
  assert.deepEqual(await take(balance('S-2', 40_000), payment('S-2', 60_000, 'TK-1')), [0, 2, []])
  assert.deepEqual(await take(payment('S-2', 40_000, 'TK-2', 2), balance('S-2', 0)), [1, 1, []])
  assert.deepEqual(await standing('S-2'), [0, 'paid'])
})

test('a payment after the day of a balance is none of those that the balance counted', async () => {
  await take(invoice('S-3', 100_000), balance('S-3', 40_000, '10.2.2026'))
  assert.deepEqual(await take(payment('S-3', 40_000, 'TK-3', 11)), [1, 0, []])
  assert.deepEqual(await standing('S-3'), [0, 'paid'])
  assert.deepEqual(await take(payment('S-3', 60_000, 'TK-1', 9)), [1, 0, []])
  const { items } = (await billing('GET', '/payments/unallocated')).json()
  assert.deepEqual(items, [])
})

test('a voucher may pay an invoice in parts, also in two that are alike', async () => {
  const parts = [
    ...[payment('S-4', 30_000, 'TK-9'), payment('S-4', 20_000, 'TK-9')],
    ...[payment('S-4', 10_000, 'TK-9'), payment('S-4', 10_000, 'TK-9')],
  ]
  assert.deepEqual(await take(invoice('S-4', 100_000), ...parts), [5, 0, []])
  assert.deepEqual(await standing('S-4'), [30_000, 'open'])
  assert.deepEqual(await take(...parts), [0, 4, []])
})

test('what was paid too much, and what we owe ourselves, is taken once', async () => {
  const rows = [invoice('S-5', 10_000), payment('S-5', 15_000, 'TK-1'), balance('S-5', -5_000)]
  assert.deepEqual(await take(...rows), [2, 1, []])
  assert.deepEqual(await take(...rows), [0, 3, []])
  const owed = [invoice('S-6', -5_000), balance('S-6', 0)]
  assert.deepEqual(await take(...owed), [2, 0, []])
  assert.deepEqual(await take(...owed), [0, 2, []])
  assert.deepEqual(await standing('S-6'), [0, 'paid'])
  assert.deepEqual(await take(payment('S-6', -5_000, 'TK-2')), [1, 0, []])
})

// What an older version took has no digest, like what a clerk enters.
const entered = async (number: string, amountCents: number, message: string) => {
  const { rows } = await sql<{ id: string }>`select id from register.invoice where number = ${number}`.execute(
    register.db.owner(),
  )
  const wish = { invoice: rows[0]?.id, amountCents, paidOn: '2026-02-01', message }
  const answer = await billing('POST', '/payments', wish)
  assert.equal(answer.statusCode, 201, answer.body)
}

test('a payment that an older version took is known again, as many times as it is there', async () => {
  await take(invoice('S-7', 100_000))
  await entered('S-7', 30_000, 'Tosite TK-1')
  const rows = [payment('S-7', 30_000, 'TK-1'), payment('S-7', 30_000, 'TK-1')]
  assert.deepEqual(await take(rows[0] as string), [0, 1, []])
  assert.deepEqual(await take(...rows), [1, 1, []])
  assert.deepEqual(await take(...rows), [0, 2, []])
  assert.deepEqual(await take(payment('S-7', 20_000, 'TK-1'), payment('S-7', 10_000, 'TK-1', 2)), [2, 0, []])
  assert.deepEqual(await standing('S-7'), [10_000, 'open'])
})

test('what a clerk entered is not taken back, whatever it is called', async () => {
  await take(invoice('S-8', 100_000))
  await entered('S-8', 60_000, 'Kirjanpidon saldo')
  assert.deepEqual(await take(payment('S-8', 40_000, 'TK-1')), [1, 0, []])
  assert.deepEqual(await standing('S-8'), [0, 'paid'])
})

test('whatever the order and repetition of files, what is open here is what is open in the books', async () => {
  const paid = fc.record({
    voucher: fc.constantFrom('TK-1', 'TK-2'),
    cents: fc.constantFrom(10_000, 20_000, 30_000),
    day: fc.integer({ min: 1, max: 3 }),
  })
  let n = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(paid, { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(fc.nat(5), fc.constantFrom('payments', 'balance', 'both')), { maxLength: 4 }),
      fc.nat(4),
      async (payments, files, last) => {
        n += 1
        const number = `P-${n}`
        const days = payments.toSorted((one, other) => one.day - other.day)
        const until = (count: number) => days.slice(0, count).reduce((all, { cents }) => all + cents, 0)
        const rowsOf = (count: number, what: string) => [
          ...(what === 'payments' ? [] : [balance(number, 150_000 - until(count))]),
          ...(what === 'balance'
            ? []
            : days.slice(0, count).map(({ cents, voucher, day }) => payment(number, cents, voucher, day))),
        ]
        const all = files.map(([count, what]) => rowsOf(count, what))
        all.splice(last, 0, rowsOf(days.length, 'both'))
        await take(invoice(number, 150_000))
        for (const file of all) await take(...file)
        const open = 150_000 - until(days.length)
        assert.deepEqual(await standing(number), [open, open === 0 ? 'paid' : 'open'])
      },
    ),
    { numRuns: 25 },
  )
})

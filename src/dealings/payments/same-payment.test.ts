import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'
import { digestsOf } from './entry.ts'
import { batchOf, camt, ktl, type Told } from './payment-files.fixture.ts'
import { readCamt } from './read-camt.ts'

const { as, register, ledger } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const owner = register.db.owner()
const company = (
  await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy', ...anAddress }, source: 'order' })
).json().id
const line = { id: 'a', text: 'Huolto', unit: 'kpl', quantity: 1000, unitPrice: 1_000_000, discount: 0, vatRate: 2550 }

async function issued(quantity = 1000) {
  const { id } = (await billing('POST', '/invoices/drafts', { company, lines: [{ ...line, quantity }] })).json()
  await billing('POST', `/invoices/${id}/issue`, {})
  return (await billing('GET', `/invoices/${id}`)).json() as { id: string; reference: string }
}
const open = async (id: string) => (await billing('GET', `/invoices/${id}`)).json().openCents
const take = (file: string, path = '', another?: number[]) =>
  billing('POST', `/payment-files${path}`, { file: Buffer.from(file).toString('base64'), ...(another && { another }) })
const counts = (file: string) => take(file).then((answer) => answer.json().counts)

test('the same payment in a reference payment list and in camt.054 is taken once, though each writes it in its own way', async () => {
  const { id, reference } = await issued()
  const told = { cents: 12_550, reference, payer: 'Kivelän Puutavara Oy', day: '2026-03-02' }
  // Paid on Saturday, booked on Monday; the list has a short name and code, the machine form of the account and zeros before the reference.
  const list = ktl([{ ...told, payer: 'KIVEL[N PUUT', archive: '603021234567890A', paidOn: '2026-02-28' }])
  const notice = camt([{ ...told, archive: '202603021234567890A' }])
  assert.equal((await take(list)).statusCode, 201)
  const trial = (await take(notice, '/trial')).json()
  assert.deepEqual([trial.counts.known, trial.cents], [1, 0])
  const [row] = trial.entries
  assert.deepEqual([row.n, row.outcome, row.before.format], [0, 'known', 'ktl'])
  assert.equal((await billing('GET', `/payments/${row.before.id}`)).json().paidOn, '2026-02-28')
  const before = (await ledger()).length
  assert.equal((await counts(notice)).known, 1)
  assert.deepEqual((await ledger()).slice(before), ['payments.taken by bo'])
  assert.equal(await open(id), 0)
})

test('whoever knows that it is another payment says so, and it is taken', async () => {
  const { id, reference } = await issued(2000)
  const told = { cents: 12_550, reference, payer: 'Kivelän Puu Oy', archive: '' }
  await take(camt([told]))
  const second = ktl([told])
  assert.equal((await take(second, '/trial')).json().counts.known, 1)
  assert.equal((await take(second, '/trial', [0])).json().counts.full, 1)
  assert.equal((await take(second, '', [0])).statusCode, 201)
  assert.equal(await open(id), 0)
  assert.equal((await counts(camt([told, told], 'both again'))).known, 2, 'both are known from now on')
})

test('a payment that both files told of already is not the next one of the same sum', async () => {
  const { id, reference } = await issued(2000)
  const told = { cents: 12_550, reference, payer: 'Kivelän Puu Oy' }
  await take(ktl([{ ...told, archive: '' }]))
  assert.equal((await counts(camt([{ ...told, archive: 'FIRST0000001' }]))).known, 1)
  assert.equal((await counts(camt([{ ...told, archive: 'SECOND000002' }]))).known, 0)
  assert.equal(await open(id), 0)
})

test('two files at once are taken one after the other, so that what both tell is taken once, also what is nobody’s yet', async () => {
  const told = [1, 2, 3, 4, 5].map((cents) => ({
    cents,
    reference: '4242',
    payer: 'Joku',
    archive: 'AB12345678901234',
  }))
  const both = await Promise.all([
    take(ktl(told)),
    take(camt(told)),
    take(camt(told, 'again')),
    take(ktl(told.slice(1))),
  ])
  assert.deepEqual(
    both.map(({ statusCode }) => statusCode),
    [201, 201, 201, 201],
  )
  const { rows } = await sql`select from register.payment where reference like '%4242'`.execute(owner)
  assert.equal(rows.length, 5)
})

test('a row of a batch is known by the digest that it had when the code of the batch was held to be its own', () => {
  const told = [{ cents: 12_550, reference: '1232', payer: 'Kivelän Puu Oy', archive: '' }]
  const [entry] = readCamt(batchOf(told.concat(told), 'BATCH0000001'))
  assert.deepEqual([entry?.archiveCode, entry?.batchCode], [null, 'BATCH0000001'])
  const before = ['FI2112345600000785', 'BATCH0000001', '2026-03-02', 12_550, '1232', 'Kivelän Puu Oy', null]
  const digest = createHash('sha256')
    .update(`${JSON.stringify(before)} 1`)
    .digest('hex')
  assert.equal(digestsOf(entry ? [entry] : [])[0], digest)
})

const days = ['2026-03-02', '2026-03-03']
const real = fc.record({ invoice: fc.nat(1), cents: fc.constantFrom(1000, 2500), day: fc.nat(1), part: fc.nat(1) })
const codes = fc.constantFrom('both', 'ktl', 'camt', 'none')

test('in whichever order both kinds of file come, whole or in parts, each payment of the bank is in the books exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(real, { minLength: 1, maxLength: 6 }),
      codes,
      fc.infiniteStream(fc.nat(99)),
      async (payments, coded, turns) => {
        const invoices = [await issued(9000), await issued(9000)]
        const run = newRun()
        const told = (has: boolean) =>
          payments.map(({ invoice, cents, day, part }, n) => ({
            ...{
              cents,
              reference: invoices[invoice]?.reference ?? '',
              payer: 'Kivelän Puu Oy',
              day: days[day] ?? '',
              part,
            },
            archive: has ? `${run}${String(n).padStart(6, '0')}` : '',
          }))
        // Equal rows without a code are the same in two files of one format, so what has no codes comes whole.
        const filesOf = (write: (told: readonly Told[]) => string, has: boolean) =>
          [0, 1]
            .map((part) => told(has).filter((one) => !has || one.part === part))
            .slice(0, has ? 2 : 1)
            .filter((one) => one.length > 0)
            .map((one) => write(one))
        const files = [
          ...filesOf(ktl, coded === 'both' || coded === 'ktl'),
          ...filesOf((one) => camt(one, run), coded === 'both' || coded === 'camt'),
        ]
        for (const file of files.map((file) => ({ file, turn: turns.next().value })).sort((a, b) => a.turn - b.turn)) {
          const answer = await take(file.file)
          assert.equal(answer.statusCode, 201, answer.body)
        }
        for (const [n, { id, reference }] of invoices.entries()) {
          const { rows } = await sql<{
            cents: number
            day: string
          }>`select amount_cents as cents, booked_on as day from register.payment
          where reference in (${reference}, lpad(${reference}, 20, '0'))`.execute(owner)
          const sorted = (all: { cents: number; day: string }[]) =>
            all.map(({ cents, day }) => `${day} ${cents}`).sort()
          const ours = payments.filter(({ invoice }) => invoice === n)
          assert.deepEqual(sorted(rows), sorted(ours.map(({ cents, day }) => ({ cents, day: days[day] ?? '' }))))
          assert.equal(await open(id), 112_950 - ours.reduce((all, { cents }) => all + cents, 0))
        }
      },
    ),
    { numRuns: 25 },
  )
})

let runs = 0
function newRun() {
  runs += 1
  return `R${String(runs).padStart(9, '0')}`
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'
import { type Line, totalsOf } from '../lines.ts'

const { as } = await anApp()
const [sales, service, billing] = [as('saku'), as('helmi'), as('bo')]
type Who = typeof sales
const said = async (who: Who, path: string, body: object) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 500, `${path}: ${answer.body}`)
  return answer
}
const seen = async (path: string) => (await billing('GET', path)).json()
const ids = ['a', 'b'] as const

type Step =
  | { does: 'deliver'; of: number; quantity: number }
  | { does: 'credit'; which: number; of: number; quantity: number; whole: boolean; complaint: boolean }
  | { does: 'bill' | 'issue' | 'discard' | 'leave' | 'after-all' | 'close' | 'reopen'; which: number }

const quantity = fc.integer({ min: 1, max: 4000 })
const which = fc.nat({ max: 5 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('deliver' as const), of: fc.nat({ max: 1 }), quantity }),
  fc.record({
    does: fc.constant('credit' as const),
    ...{ which, of: fc.nat({ max: 1 }), quantity, whole: fc.boolean(), complaint: fc.boolean() },
  }),
  fc.record({
    does: fc.constantFrom('bill', 'bill', 'issue', 'issue', 'discard', 'leave', 'after-all', 'close', 'reopen'),
    which,
  }),
)
const priced = fc.record({
  quantity: fc.integer({ min: 1, max: 6000 }),
  unitPrice: fc.oneof(fc.constant(50), fc.integer({ min: 1, max: 3_000_000 })), // 0.005 € and others
  discount: fc.constantFrom(0, 0, 3333),
  vatRate: fc.constantFrom(2550, 1350),
})

/** What happened to one order, as somebody with pen and paper would write it down. */
interface Book {
  order: string
  company: string
  lines: Line[]
  gone: Record<string, number>
  made: number
  billed: { id: string; lines: Line[]; isIssued: boolean; isComplaint: boolean; isNote: boolean }[]
  left: { id: string; lines: { id: string; quantity: number }[] }[]
  isClosed: boolean
  hasPartCredit: boolean
}

test('whatever goes out of an order, is billed, credited, left and taken back: what waits is what went out less what was billed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(priced, priced), fc.array(step, { maxLength: 12 }), async (lines, steps) => {
      const book = await begin(lines)
      for (const one of steps) {
        await doing(book, one)
        await holds(book)
      }
      await billsToTheEnd(book)
    }),
    { numRuns: 15 },
  )
})

async function begin(prices: readonly object[]): Promise<Book> {
  const name = `Yritys ${crypto.randomUUID()} Oy`
  const values = { 'org.name': name, ...anAddress }
  const { id: company } = (await said(sales, '/companies', { values, source: 'order' })).json()
  const lines = prices.map((price, n) => ({ id: ids[n], text: 'Tavara', unit: 'kpl', ...price }))
  const { id: order } = (await said(sales, '/orders', { company, lines })).json()
  const own = (await seen(`/orders/${order}`)).lines
  return {
    ...{ order, company, lines: own, gone: { a: 0, b: 0 }, made: 0, billed: [], left: [] },
    ...{ isClosed: false, hasPartCredit: false },
  }
}

function leftIn({ lines, gone, made, billed, left }: Book): Line[] {
  const sum = (id: string, of: readonly { id: string; quantity: number }[]) =>
    of.filter((line) => line.id === id).reduce((all, one) => all + one.quantity, 0)
  return lines.flatMap((line) => {
    const done = billed.filter(({ isComplaint }) => !isComplaint).flatMap((one) => one.lines)
    const out = made === 0 ? line.quantity : (gone[line.id] ?? 0)
    const quantity =
      out -
      sum(line.id, done) -
      sum(
        line.id,
        left.flatMap((one) => one.lines),
      )
    return quantity > 0 ? [{ ...line, quantity }] : []
  })
}

async function waiting({ company, order }: Book) {
  const { items } = await seen(`/to-bill?company=${company}`)
  return items.find(({ id }: { id: string }) => id === order)
}

async function holds(book: Book) {
  const row = await waiting(book)
  const left = leftIn(book)
  const mayWait = book.made > 0 || (book.isClosed && !book.hasPartCredit)
  if (book.made === 0 && book.isClosed && book.hasPartCredit) return // credited in part: nothing by itself
  assert.equal(row?.netCents ?? 0, mayWait ? totalsOf(left).net : 0, JSON.stringify({ row, left }))
  assert.equal(row === undefined, !mayWait || left.length === 0)
  for (const { id, lines, isIssued, isNote } of book.billed) {
    const invoice = await seen(`/invoices/${id}`)
    const { net, vat, total, byVat } = totalsOf(lines)
    const parts = [invoice.netCents, invoice.vatCents, invoice.amountCents]
    assert.equal(parts[0] + parts[1], parts[2])
    if (isNote) continue // the last note of an invoice takes what is left of each rate
    assert.deepEqual([...parts, invoice.byVat], [net, vat, total, byVat])
    if (isIssued) assert.equal(invoice.openCents, invoice.amountCents - invoice.creditedCents)
    assert.ok(invoice.openCents >= 0)
  }
}

async function doing(book: Book, one: Step) {
  const { order } = book
  if (one.does === 'deliver') return deliver(book, one)
  if (one.does === 'credit') return credit(book, one)
  if (one.does === 'close' || one.does === 'reopen') {
    const event = one.does === 'close' ? 'closure' : 'reopening'
    const answer = await said(sales, `/orders/${order}/state`, { event, reason: 'Sovittu' })
    if (answer.statusCode < 300) book.isClosed = one.does === 'close'
    return
  }
  if (one.does === 'bill') return bill(book)
  if (one.does === 'leave') return leave(book)
  if (one.does === 'after-all') {
    const entry = book.left[one.which % (book.left.length || 1)]
    if (!entry) return
    const answer = await said(billing, '/to-bill/billed-after-all', { kind: 'order', id: order, entry: entry.id })
    assert.equal(answer.statusCode, 204)
    book.left = book.left.filter((other) => other !== entry)
    return
  }
  const drafts = book.billed.filter(({ isIssued, isNote }) => !isIssued && !isNote)
  const draft = drafts[one.which % (drafts.length || 1)]
  if (!draft) return
  if (one.does === 'issue') {
    const answer = await said(billing, `/invoices/${draft.id}/issue`, {})
    draft.isIssued = answer.statusCode < 300
    assert.ok(draft.isIssued, answer.body)
  } else {
    const { revision } = await seen(`/invoices/${draft.id}`)
    assert.equal((await billing('DELETE', `/invoices/${draft.id}?revision=${revision}`)).statusCode, 204)
    book.billed = book.billed.filter((other) => other !== draft)
  }
}

async function deliver(book: Book, { of, quantity: some }: Extract<Step, { does: 'deliver' }>) {
  const lines = [{ line: ids[of], quantity: some }]
  const planned = await said(service, `/orders/${book.order}/deliveries`, { lines, reason: 'Asiakas pyysi' })
  if (planned.statusCode >= 300) return
  const made = await said(service, `/deliveries/${planned.json().id}/state`, { event: 'delivery' })
  if (made.statusCode >= 300) return
  book.gone[ids[of] ?? 'a'] = (book.gone[ids[of] ?? 'a'] ?? 0) + some
  book.made += 1
}

async function bill(book: Book) {
  const left = leftIn(book)
  const answer = await said(billing, `/orders/${book.order}/invoice`, {})
  if (left.length === 0) return assert.equal(answer.json().code, 'ORDER_NOTHING_TO_BILL')
  assert.equal(answer.statusCode, 201, answer.body)
  const { id, lines } = await seen(`/invoices/${answer.json().id}`)
  assert.deepEqual(
    lines.map((line: Line) => [line.id, line.quantity]),
    left.map((line) => [line.id, line.quantity]),
  )
  book.billed.push({ id, lines, isIssued: false, isComplaint: false, isNote: false })
}

async function credit(book: Book, one: Extract<Step, { does: 'credit' }>) {
  const issued = book.billed.filter(({ isIssued, isNote }) => isIssued && !isNote)
  const invoice = issued[one.which % (issued.length || 1)]
  if (!invoice) return
  const complaint = one.complaint
    ? (await said(service, '/complaints', { company: book.company, invoice: invoice.id, text: 'Rikki.' })).json().id
    : undefined
  const lines = one.whole ? undefined : [{ id: ids[one.of], quantity: one.quantity }]
  const answer = await said(billing, `/invoices/${invoice.id}/credit`, {
    ...{ reason: 'Korjaus', ...(lines ? { lines } : {}), ...(complaint ? { complaint } : {}) },
  })
  if (answer.statusCode >= 300) return
  const { id } = answer.json()
  const note = await seen(`/invoices/${id}`)
  book.billed.push({ id, lines: note.lines, isIssued: true, isComplaint: Boolean(complaint), isNote: true })
  const { creditedCents, amountCents } = await seen(`/invoices/${invoice.id}`)
  book.hasPartCredit ||= Math.abs(creditedCents) < Math.abs(amountCents)
}

async function leave(book: Book) {
  const row = await waiting(book)
  if (!row) return
  const wish = { kind: 'order', id: book.order, since: row.since, netCents: row.netCents, reason: 'Lahja' }
  const left = leftIn(book)
  assert.equal((await said(billing, '/to-bill/left-unbilled', wish)).statusCode, 204)
  const { leftUnbilled } = await seen(`/orders/${book.order}`)
  book.left.push({ id: leftUnbilled.at(-1).id, lines: left.map(({ id, quantity: some }) => ({ id, quantity: some })) })
}

async function billsToTheEnd(book: Book) {
  for (let n = 0; leftIn(book).length > 0; n += 1) {
    assert.ok(n < 5, 'a press bills what is left')
    await bill(book)
  }
  assert.equal(await waiting(book), undefined)
}

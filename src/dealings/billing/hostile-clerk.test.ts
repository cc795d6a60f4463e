import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'
import { noon } from '#test/register'
import { camt, ktl } from '../payments/payment-files.fixture.ts'

const { as, register } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const owner = register.db.owner()
const clock = async (at: string | Date) => {
  await register.setClock(at)
  await sql`update auth.session set opened_at = ${register.now()}, seen_at = ${register.now()}`.execute(owner)
}
const made = async (path: string, body: object, who = billing) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const values = { 'org.name': 'Tarkka Tilaaja Oy', ...anAddress }
const { id: company } = await made('/companies', { values, source: 'contract' }, sales)
const line = { id: 'a', text: 'Huolto', unit: 'kk', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
const card = async (id: string) => (await billing('GET', `/invoices/${id}`)).json()
const issued = async (lines: object[] = [line], more: object = {}) => {
  const { id } = await made('/invoices/drafts', { company, lines, ...more })
  await made(`/invoices/${id}/issue`, {})
  return (await card(id)) as { id: string; reference: string; instalments: { cents: number }[]; amountCents: number }
}
const take = (file: string) => made('/payment-files', { file: Buffer.from(file).toString('base64') })

const signed = async (term: object) => {
  const wish = { company, title: 'Huolto', billingMonths: 1, lines: [line], ...term }
  const { id } = await made('/contracts', wish, sales)
  await made(`/contracts/${id}/state`, { event: 'signing' }, sales)
  return id as string
}
const waits = async (id: string) => {
  const row = (await billing('GET', '/to-bill?limit=100')).json().items.find((one: { id: string }) => one.id === id)
  return row && [row.since, row.until, row.periods, row.netCents]
}
const bill = async (id: string) => {
  const [one] = (await made('/billing-rounds', { items: [{ kind: 'contract', id }], until: 'issued' })).items
  return one.invoice as string
}

test('a part period credited wholly waits again for the same days and cents; credited in part it does not', async () => {
  await clock('2026-03-20T12:00:00+02:00')
  const id = await signed({ startsOn: '2026-03-01', endsOn: '2026-03-17' })
  const before = await waits(id)
  const first = await bill(id)
  await made(`/invoices/${first}/credit`, { reason: 'Väärä viite' })
  assert.deepEqual(await waits(id), before)
  const second = await bill(id)
  await made(`/invoices/${second}/credit`, { reason: 'Alennus', lines: [{ id: 'a', quantity: 250 }] })
  assert.equal(await waits(id), undefined)
  await made(`/invoices/${second}/credit`, { reason: 'Loput' })
  assert.deepEqual([(await card(second)).status, await waits(id)], ['credited', before])
  await clock(noon)
})

test('what was left unbilled of a part period waits neither whole nor in part, until it is taken back or the end is put off', async () => {
  await clock('2026-03-20T12:00:00+02:00')
  const id = await signed({ startsOn: '2026-03-01', endsOn: '2026-03-17' })
  const [since, , , netCents] = (await waits(id)) as [string, string, number, number]
  await made('/to-bill/left-unbilled', { kind: 'contract', id, since, netCents, reason: 'Sovittu' })
  assert.equal(await waits(id), undefined)
  await made(`/contracts/${id}/state`, { event: 'renewal', endsOn: '2026-03-25' }, sales)
  assert.deepEqual(await waits(id), ['2026-03-18', '2026-03-25', 1, 2581])
  await clock(noon)
})

test('a period billed ahead and cut short by an early end is billed no more, whichever way part periods are billed', async () => {
  const id = await signed({ startsOn: '2026-03-01' })
  assert.equal((await card(await bill(id))).netCents, 10_000)
  await clock('2026-03-10T12:00:00+02:00')
  await made(`/contracts/${id}/state`, { event: 'ending', on: '2026-03-10', reason: 'Sovittu' }, sales)
  assert.equal(await waits(id), undefined)
  await clock(noon)
})

test('a payment that the bank took back in both of its files is taken back once, also of an invoice credited meanwhile', async () => {
  const one = await issued()
  const told = { cents: 12_550, reference: one.reference, payer: 'Tarkka Tilaaja Oy', archive: 'AB12345678901234' }
  await take(ktl([told]))
  await take(camt([told]))
  await made(`/invoices/${one.id}/credit`, { reason: 'Peruttu' })
  assert.deepEqual([(await card(one.id)).openCents, (await card(one.id)).standing], [-12_550, 'to-refund'])
  const back = camt([{ ...told, archive: 'CD12345678901234' }], 'back')
    .replace('<CdtDbtInd>CRDT', '<CdtDbtInd>DBIT')
    .replace('<Sts>BOOK</Sts>', '<RvslInd>true</RvslInd><Sts>BOOK</Sts>')
  await take(back)
  await take(ktl([{ ...told, cents: -12_550, archive: 'CD12345678901234' }]))
  const { openCents, status } = await card(one.id)
  assert.deepEqual([openCents, status], [0, 'credited'])
})

test('a cent in three instalments, a price of half a cent and a line of reverse charge stay whole through crediting', async () => {
  const terms = [3333, 3333, 3334].map((share, n) => ({ share, days: 14 * (n + 1) }))
  const half = await issued([{ ...line, unitPrice: 50 }], { terms })
  assert.deepEqual([half.amountCents, half.instalments.map(({ cents }) => cents)], [1, [0, 0, 1]])
  await made(`/invoices/${half.id}/credit`, { reason: 'Turha' })
  assert.deepEqual([(await card(half.id)).openCents, (await card(half.id)).status], [0, 'credited'])
  const reversed = { ...line, id: 'b', vatRate: 0, vatCategory: 'AE', unitPrice: 333_333 }
  const mixed = await issued([line, reversed], { debtorVatNumber: 'FI01120389', terms })
  await made(`/invoices/${mixed.id}/credit`, { reason: 'Osa', lines: [{ id: 'b', quantity: 333 }] })
  await made(`/invoices/${mixed.id}/credit`, { reason: 'Loput' })
  const { openCents, creditNotes, amountCents } = await card(mixed.id)
  assert.deepEqual([openCents, amountCents], [0, 15_883])
  assert.equal(
    creditNotes.reduce((all: number, note: { amountCents: number }) => all + note.amountCents, 0),
    -15_883,
  )
})

test('money for an invoice that came to nothing waits for a person, and nothing of it is reminded of', async () => {
  const nothing = await issued([{ ...line, unitPrice: 0 }])
  const told = { cents: 500, reference: nothing.reference, payer: 'Tarkka Tilaaja Oy', archive: 'EF12345678901234' }
  assert.equal((await take(ktl([told]))).counts.over, 1)
  const [payment] = (await billing('GET', '/payments/unallocated'))
    .json()
    .items.filter((one: { amountCents: number }) => one.amountCents === 500)
  assert.equal(payment.leftCents, 500)
  const give = { revision: payment.revision, to: [{ invoice: nothing.id }] }
  assert.equal((await billing('POST', `/payments/${payment.id}/allocations`, give)).json().code, 'ALLOCATED_BEYOND')
  const items = (await billing('GET', '/invoices/reminders')).json().items
  assert.equal(
    items.some((one: { id: string }) => one.id === nothing.id),
    false,
  )
})

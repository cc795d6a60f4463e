import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'
import { camt, ktl } from './payment-files.fixture.ts'
import { readPaymentFile } from './read-payment-file.ts'

const { as, register, ledger } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const company = (
  await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy', ...anAddress }, source: 'order' })
).json().id
const base64 = (text: string | Buffer) => Buffer.from(text).toString('base64')
const line = { id: 'a', text: 'Huolto', unit: 'kpl', quantity: 1000, unitPrice: 1_000_000, discount: 0, vatRate: 2550 }

async function issued() {
  const { id } = (await billing('POST', '/invoices/drafts', { company, lines: [line] })).json()
  await billing('POST', `/invoices/${id}/issue`, {})
  return (await billing('GET', `/invoices/${id}`)).json() as {
    id: string
    reference: string
    creditorReference: string
  }
}
const open = async (id: string) => (await billing('GET', `/invoices/${id}`)).json().openCents
const take = (file: string, path = '') => billing('POST', `/payment-files${path}`, { file: base64(file) })

test('a bank’s file pays invoices by their reference numbers, in part, in full and too much; the rest waits for a person', async () => {
  const [full, part, over] = [await issued(), await issued(), await issued()]
  const file = camt([
    { cents: 12_550, reference: full.reference, payer: 'Kivelän Puu Oy', archive: 'A1' },
    { cents: 5000, reference: part.creditorReference, payer: 'Kivelän Puu Oy', archive: 'A2' },
    { cents: 13_000, reference: over.reference, payer: 'Kivelän Puu Oy', archive: 'A3' },
    { cents: 777, reference: '99999', payer: 'Tuntematon & Pojat', archive: 'A4', message: 'Lasku 1001' },
  ])
  const trial = (await take(file, '/trial')).json()
  assert.deepEqual(
    [trial.format, trial.counts, trial.cents],
    ['camt.054', { full: 1, part: 1, over: 1, unmatched: 1, known: 0 }, 31_327],
  )
  assert.equal(trial.entries[3].payerName, 'Tuntematon & Pojat')
  assert.equal(await open(full.id), 12_550, 'a trial writes nothing')

  const before = (await ledger()).length
  const taken = await take(file)
  assert.equal(taken.statusCode, 201, taken.body)
  assert.deepEqual([await open(full.id), await open(part.id), await open(over.id)], [0, 7550, 0])
  assert.deepEqual((await ledger()).slice(before), ['payments.taken by bo'])
  const waiting = (await billing('GET', '/payments/unallocated')).json().items
  assert.deepEqual(
    waiting.map(({ leftCents, payerName }: { leftCents: number; payerName: string }) => [leftCents, payerName]).sort(),
    [
      [450, 'Kivelän Puu Oy'],
      [777, 'Tuntematon & Pojat'],
    ],
  )

  assert.equal((await take(file)).json().code, 'PAYMENT_FILE_KNOWN')
  const again = await take(
    camt([{ cents: 12_550, reference: full.reference, payer: 'Kivelän Puu Oy', archive: 'A1' }], 'another id'),
  )
  assert.deepEqual(again.json().counts, { full: 0, part: 0, over: 0, unmatched: 0, known: 1 })
})

test('a payment that nobody knows is given by a person to the likeliest invoice, and can be taken back', async () => {
  const { id } = await issued()
  await take(camt([{ cents: 12_550, reference: null, payer: 'Matti Meikäläinen', archive: 'B1', message: 'huolto' }]))
  const [payment] = (await billing('GET', '/payments/unallocated'))
    .json()
    .items.filter((one: { leftCents: number }) => one.leftCents === 12_550)
  const { items } = (await billing('POST', `/payments/${payment.id}/invoices`, {})).json()
  assert.equal(items[0].openCents, 12_550, 'one of the same sum first')
  const give = (cents: number) =>
    billing('POST', `/payments/${payment.id}/allocations`, { revision: 1, to: [{ invoice: id, cents }] })
  assert.equal((await give(12_551)).json().code, 'ALLOCATED_BEYOND')
  assert.equal((await give(12_550)).statusCode, 200)
  assert.equal(await open(id), 0)
  assert.equal((await billing('POST', `/payments/${payment.id}/take-back`, { revision: 2 })).statusCode, 204)
  assert.equal(await open(id), 12_550)
})

test('a reference payment list says the same in fixed columns, and one that does not add up is refused whole', async () => {
  const { id, reference } = await issued()
  const entries = [
    { cents: 10_000, reference, payer: 'KIVEL[N PUU', archive: '2603021234567890' },
    { cents: 2550, reference, payer: 'KIVEL[N PUU', archive: '2603021234567891' },
    { cents: -2550, reference, payer: 'KIVEL[N PUU', archive: '2603021234567892' },
  ]
  assert.equal((await take(ktl(entries, { countBy: 1 }))).json().code, 'PAYMENT_FILE_DOES_NOT_ADD_UP')
  assert.equal((await take(ktl(entries).slice(0, 200))).json().code, 'PAYMENT_FILE_NOT_READ')
  const taken = await take(ktl(entries))
  assert.equal(taken.statusCode, 201, taken.body)
  assert.equal(await open(id), 2550, 'the bank took one back')
  const { payments } = (await billing('GET', `/invoices/${id}`)).json()
  assert.deepEqual([payments[0].payerName, payments[0].paidOn], ['KIVELÄN PUU', '2026-03-02'])
})

test('a bank takes back what it had given: by a debit that reverses; any other debit, and what only waits, is no payment', async () => {
  const { id, reference } = await issued()
  const told = (archive: string) => camt([{ cents: 12_550, reference, payer: 'Kivelän Puu Oy', archive }])
  const taken = async (file: string) => {
    const answer = await take(file)
    assert.equal(answer.statusCode, 201, answer.body)
    return open(id)
  }
  assert.equal(await taken(told('T1')), 0)
  const debit = (file: string) => file.replace('<CdtDbtInd>CRDT', '<CdtDbtInd>DBIT')
  const back = '<RvslInd>true</RvslInd><Sts>BOOK</Sts>'
  assert.equal(await taken(debit(told('T2')).replace('<Sts>BOOK</Sts>', back)), 12_550)
  // What we had paid ourselves and the bank gave back is money that came.
  assert.equal(await taken(told('T3').replace('<Sts>BOOK</Sts>', back)), 0)
  for (const file of [
    debit(told('T4')),
    told('T5').replace('<Sts>BOOK</Sts>', '<Sts>PDNG</Sts>'),
    told('T6').replace('<Sts>BOOK</Sts>', '<Sts><Cd>INFO</Cd></Sts>'),
  ])
    assert.deepEqual(readPaymentFile(Buffer.from(file)).entries, [])
  assert.equal(readPaymentFile(Buffer.from(told('T7').replace('BOOK</Sts>', '<Cd>BOOK</Cd></Sts>'))).entries.length, 1)
})

test('an entry of several transactions is what they come to, and a day is a day', async () => {
  const told = (cents: number) => ({ cents, reference: null, payer: 'A', archive: `S${cents}` })
  const details = (file: string) => /<TxDtls>[\s\S]*<\/TxDtls>/.exec(file)?.[0] ?? ''
  const both = camt([told(300)])
    .replace(details(camt([told(300)])), details(camt([told(100)])) + details(camt([told(200)])))
    .replace(/ {2,}/g, '')
  assert.deepEqual(
    readPaymentFile(Buffer.from(both)).entries.map(({ amountCents }) => amountCents),
    [100, 200],
  )
  assert.throws(() => readPaymentFile(Buffer.from(both.replace('>3.00<', '>3.01<'))), {
    code: 'PAYMENT_FILE_DOES_NOT_ADD_UP',
  })
  for (const day of ['2026-02-30', '2026-13-01', '0001-01-01', '2026-3-2'])
    assert.throws(
      () => readPaymentFile(Buffer.from(camt([{ ...told(100), day }]))),
      { code: 'PAYMENT_FILE_NOT_READ' },
      day,
    )
})

test('a reference payment list reads the same in every encoding that it is met in, or is refused whole', () => {
  const file = ktl([{ cents: 10_000, reference: '12344', payer: 'MÄKELÄ JÖRN', archive: '2603021234567890' }])
  const read = (bytes: Buffer) => readPaymentFile(bytes).entries[0]
  const [latin, utf8] = [Buffer.from(file, 'latin1'), Buffer.from(file, 'utf8')]
  for (const bytes of [latin, utf8, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8])])
    assert.deepEqual([read(bytes)?.payerName, read(bytes)?.amountCents], ['MÄKELÄ JÖRN', 10_000])
  for (const bytes of [
    Buffer.from(file, 'utf16le'),
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(file, 'utf16le')]),
  ])
    assert.throws(() => readPaymentFile(bytes), { code: 'PAYMENT_FILE_NOT_READ' })
})

test('what is no payment file, or would make the reader fetch something, is refused with where it stopped', async () => {
  const entity = `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${camt([]).replace(/^<\?xml[^>]*>/, '')}`
  const refusals = [
    '<Document><a></Document>',
    entity,
    `<?xml version="1.0"?>${entity}`,
    '<html></html>',
    'Hei',
    '',
    '0',
    '%PDF-1.7',
  ]
  for (const file of refusals)
    assert.throws(() => readPaymentFile(Buffer.from(file)), { code: 'PAYMENT_FILE_NOT_READ' }, file.slice(0, 40))
  const euro = camt([{ cents: 100, reference: null, payer: 'A', archive: 'x' }])
  assert.throws(() => readPaymentFile(Buffer.from(euro.replaceAll('Ccy="EUR"', 'Ccy="SEK"'))), {
    code: 'PAYMENT_FILE_NOT_READ',
  })
  assert.throws(() => readPaymentFile(Buffer.from(euro.replaceAll('1.00', '1.005'))), { code: 'PAYMENT_FILE_NOT_READ' })
  assert.throws(() => readPaymentFile(Buffer.from(euro, 'utf16le')), { code: 'PAYMENT_FILE_NOT_READ' })
  assert.throws(() => readPaymentFile(Buffer.alloc(20_000_001)), { code: 'PAYMENT_FILE_TOO_LARGE' })
  const deep = `<Document>${'<a>'.repeat(100)}`
  assert.throws(() => readPaymentFile(Buffer.from(deep)), { code: 'PAYMENT_FILE_TOO_LARGE' })
  const latin = Buffer.from(euro.replace('UTF-8', 'ISO-8859-1').replace('>A<', '>Mäki<'), 'latin1')
  assert.equal(readPaymentFile(latin).entries[0]?.payerName, 'Mäki')
  assert.equal((await sales('POST', '/payment-files', { file: base64(euro) })).json().code, 'FIELD_NOT_OF_DUTY')
})

test('a reminder is sent once in fourteen days, and what it asks for is paid after the invoice', async () => {
  await register.setClock('2026-02-02T12:00:00+02:00')
  const { id, reference } = await issued()
  const due = async () =>
    (await billing('GET', '/invoices/reminders')).json().items.filter((one: { id: string }) => one.id === id)
  await register.setClock('2026-03-01T12:00:00+02:00')
  assert.deepEqual(await due(), [])
  assert.equal((await billing('POST', '/invoices/reminders', { invoices: [id] })).json().code, 'NOTHING_TO_REMIND')
  assert.equal(
    (await billing('POST', `/invoices/${id}/settlement`, { event: 'collection' })).json().code,
    'COLLECTION_TOO_SOON',
  )
  await register.setClock('2026-03-02T12:00:00+02:00')
  const [asked] = await due()
  assert.deepEqual([asked.round, asked.fee, asked.interest, asked.dueOn], [1, 500, 51, '2026-03-16']) // 125.50 € × 10.5 % × 14 days
  assert.equal((await billing('POST', '/invoices/reminders', { invoices: [id] })).json().reminders.length, 1)
  assert.deepEqual(await due(), [])
  await take(camt([{ cents: 13_200, reference, payer: 'Kivelän Puu Oy', archive: 'R1' }]))
  const { rows } =
    await sql`select bears, cents from register.payment_allocation where invoice_id = ${id} order by cents desc`.execute(
      register.db.owner(),
    )
  assert.deepEqual(rows, [
    { bears: 'payment', cents: 12_550 },
    { bears: 'charge', cents: 551 },
  ])
  const { items } = (await billing('GET', '/invoices/aged')).json()
  assert.equal(
    items[0].ages.reduce((all: number, one: number) => all + one, 0),
    items[0].open,
  )
})

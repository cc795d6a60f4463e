import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { sql } from 'kysely'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'
import { usualAccounts } from './accounts.ts'
import { readBookkeeping } from './intake.ts'
import { takeFolder } from './take-folder.ts'
import { postingsOf } from './voucher.ts'
import { voucherFile } from './voucher-file.ts'

const { as, register, ledger } = await anApp()
const [sales, billing, service] = [as('saku'), as('bo'), as('helmi')]
const company = (
  await sales('POST', '/companies', {
    values: { 'org.name': '=Kivelän; "Puu" Oy', ...anAddress, 'org.businessId': '0000025-4' },
    source: 'order',
  })
).json()
const buyer = (
  await sales('POST', '/people', {
    values: { 'person.name': 'Maija Mäki', 'person.email': 'maija@maki.example' },
    source: 'order',
  })
).json()
const line = { id: 'a', text: 'Lämpöpumppu', unit: 'pcs', quantity: 2000, unitPrice: 12_345_000, vatRate: 2550 }
const upload = (text: string | Buffer, more: object = {}) =>
  billing('POST', '/bookkeeping/intakes', { file: Buffer.from(text).toString('base64'), ...more })

test('the vouchers of a month balance, carry accounts and VAT codes, and no cell of them is a formula', async () => {
  const draft = await billing('POST', '/invoices/drafts', { company: company.id, lines: [line] })
  const { number } = (await billing('POST', `/invoices/${draft.json().id}/issue`, {})).json()
  await billing('POST', '/payments', { invoice: draft.json().id, amountCents: 100_000, paidOn: '2026-03-01' })
  const answer = await billing('GET', '/bookkeeping/vouchers.csv?month=2026-03')
  assert.equal(answer.statusCode, 200, answer.body)
  const rows = parse(answer.body, { delimiter: ';', bom: true, columns: true }) as Record<string, string>[]
  const sold = rows.filter((row) => row.Tositenumero === number)
  assert.deepEqual(
    sold.map(({ Tili, Debet, Kredit, 'ALV-koodi': code, 'ALV-prosentti': rate }) => [Tili, Debet, Kredit, code, rate]),
    [
      ['1701', '3098,60', '', '', ''],
      ['3000', '', '2469,00', 'M255', '25,5'],
      ['2939', '', '629,60', 'M255', '25,5'],
    ],
  )
  assert.deepEqual(
    rows.filter(({ Tositelaji }) => Tositelaji === 'Suoritus').map(({ Tili, Debet, Kredit }) => [Tili, Debet, Kredit]),
    [
      ['1910', '1000,00', ''],
      ['1701', '', '1000,00'],
    ],
  )
  assert.equal(sold[0]?.Selite, '\'=Kivelän; "Puu" Oy')
  assert.equal((await service('GET', '/bookkeeping/vouchers.csv?month=2026-03')).statusCode, 403)
  assert.equal((await billing('GET', '/bookkeeping/vouchers.csv?month=2026-13')).json().code, 'VALUE_NOT_VALID')
})

test('what is debited is what is credited, whatever was sold', () => {
  const cents = fc.integer({ min: -1e10, max: 1e10 })
  const category = fc.constantFrom('S' as const, 'AE' as const, 'E' as const)
  const part = fc.record({ category, rate: fc.constantFrom(2550, 1350, 0), net: cents, vat: cents })
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), fc.string(), (byVat, name) => {
      const total = byVat.reduce((sum, { net, vat }) => sum + net + vat, 0)
      const event = {
        kind: 'invoice',
        number: '1',
        day: '2026-03-02',
        dueOn: null,
        reference: null,
        name,
        byVat,
        total,
      } as const
      const postings = postingsOf(event, usualAccounts)
      assert.equal(
        postings.reduce((sum, { debit, credit }) => sum + debit - credit, 0),
        0,
      )
      const read = parse(voucherFile(postings), { delimiter: ';', bom: true }) as string[][]
      assert.equal(read.length, postings.length + 1)
      assert.ok(read.every((row) => row.length === 11 && row.every((one) => !/^[=+\-@\t\r]/.test(one))))
    }),
  )
})

test('accounts are billing’s to set, and what is no account is refused at its field', async () => {
  const accounts = { ...usualAccounts, bank: '1911' }
  const before = (await ledger()).length
  assert.equal((await billing('PUT', '/bookkeeping', { accounts, revision: 0 })).statusCode, 200)
  const wrong = await billing('PUT', '/bookkeeping', { accounts: { ...accounts, vat: '=1' }, revision: 1 })
  assert.deepEqual([wrong.statusCode, wrong.json().detail.field], [422, 'vat'])
  assert.equal((await billing('PUT', '/bookkeeping', { accounts, revision: 0 })).json().code, 'EDITED_MEANWHILE')
  assert.equal((await sales('PUT', '/bookkeeping', { accounts })).json().code, 'FIELD_NOT_OF_DUTY')
  assert.deepEqual((await ledger()).slice(before), ['bookkeeping.set by bo'])
})

test('where the company invoices itself, nothing is taken from bookkeeping', async () => {
  assert.deepEqual(
    [(await upload('number\n1')).statusCode, (await upload('number\n1')).json().code],
    [409, 'OWN_INVOICING_ON'],
  )
  const off = await billing('PUT', '/invoicing', { issues: false })
  assert.ok(off.statusCode < 300, off.body)
})

const csv = [
  'Laji;Laskunumero;Y-tunnus;Sähköposti;Laskupäivä;Eräpäivä;Summa;Avoinna;Maksupäivä;Tosite',
  'lasku;K-1;0000025-4;;1.2.2026;15.2.2026;1 234,50;;;',
  'lasku;K-2;;maija@maki.example;2026-02-03;2026-02-17;100,00;;;',
  'suoritus;K-1;;;;;234,50;;20.2.2026;TK-7',
  'saldo;K-2;;;;;;0,00;21.2.2026;',
  'lasku;K-3;0000017-4;;1.2.2026;15.2.2026;5,00;;;',
  'lasku;K-4;0000025-4;;31.2.2026;15.3.2026;5,00;;;',
  'suoritus;K-9;;;;;5,00;;1.2.2026;TK-8',
].join('\r\n')

test('invoices, payments and balances are taken from bookkeeping; rows that fail say why, and a second time changes nothing', async () => {
  const before = (await ledger()).length
  const answer = await upload(csv)
  assert.equal(answer.statusCode, 201, answer.body)
  const { rows, taken, known, failed } = answer.json()
  assert.deepEqual([rows, taken, known], [7, 4, 0])
  assert.deepEqual(failed, [
    { line: 6, code: 'CUSTOMER_UNKNOWN', field: 'businessId' },
    { line: 7, code: 'VALUE_NOT_VALID', field: 'issuedOn' },
    { line: 8, code: 'INVOICE_UNKNOWN', field: 'number' },
  ])
  const { rows: held } = await sql<Record<string, unknown>>`
    select number, open_cents, status, person_id is not null as private from register.invoice where number like 'K-%' order by number
  `.execute(register.db.owner())
  assert.deepEqual(
    held.map((one) => [one.number, Number(one.open_cents), one.status, one.private]),
    [
      ['K-1', 100_000, 'open', false],
      ['K-2', 0, 'paid', true],
    ],
  )
  assert.deepEqual((await ledger()).slice(before), [
    ...['invoice.issued by bo', 'invoice.issued by bo', 'payment.entered by bo', 'payment.entered by bo'],
    'bookkeeping.taken by bo',
  ])
  const again = (await upload(csv)).json()
  assert.deepEqual([again.taken, again.known, again.failed.length], [0, 4, 3])
  const other = (await upload(csv.replace('1 234,50', '999,00'))).json()
  assert.deepEqual(other.failed[0], { line: 2, code: 'INVOICE_DIFFERS', field: 'amount' })
  void buyer
})

test('a file in another encoding, with other separators or as JSON is read the same; what is no list of invoices is refused', async () => {
  const rows = readBookkeeping(Buffer.from(csv)).rows
  const latin = Buffer.from(csv, 'latin1')
  assert.deepEqual(readBookkeeping(latin).rows, rows)
  assert.deepEqual(readBookkeeping(Buffer.from(`\ufeff${csv.replaceAll(';', '\t')}`)).rows, rows)
  const json = [{ kind: 'payment', number: 'K-1', amount: 12.5, paidOn: '2026-02-20', voucher: 'x' }]
  assert.deepEqual(readBookkeeping(Buffer.from(JSON.stringify(json))).rows, [
    { line: 2, number: 'K-1', kind: 'payment', cents: 1250, voucher: 'x', paidOn: '2026-02-20', nth: 1 },
  ])
  for (const bad of ['', 'Nimi;Summa\nA;1', '[1', '{"a":1}', '\u0000\u0001', '[[]]'])
    assert.equal((await upload(bad)).json().code, 'FILE_UNREADABLE', JSON.stringify(bad))
})

test('a file left in the folder is taken by itself and is gone; one with failed rows stands beside its reasons', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'seloste-books-'))
  await takeFolder(register, directory)
  const folder = join(directory, 'bookkeeping', 'valo-energia')
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'a.csv'),
    'number;businessId;issuedOn;dueOn;amount\nF-1;0000025-4;2026-02-01;2026-02-15;10,00\n',
  )
  await writeFile(
    join(folder, 'b.csv'),
    'number;businessId;issuedOn;dueOn;amount\nF-2;0000017-4;2026-02-01;2026-02-15;10,00\n',
  )
  const before = (await ledger()).length
  await takeFolder(register, directory)
  assert.deepEqual((await readdir(folder)).sort(), ['b.csv.failed.csv', 'failed-b.csv'])
  assert.equal(
    await readFile(join(folder, 'b.csv.failed.csv'), 'utf8'),
    'line;code;field\n2;CUSTOMER_UNKNOWN;businessId\n',
  )
  assert.deepEqual((await ledger()).slice(before), [
    ...['invoice.issued by bookkeeping', 'bookkeeping.taken by bookkeeping', 'bookkeeping.taken by bookkeeping'],
  ])
  const { intakes } = (await billing('GET', '/bookkeeping')).json()
  const byFolder = intakes.filter(({ origin }: { origin: string }) => origin === 'folder')
  assert.deepEqual(byFolder.map(({ taken }: { taken: number }) => taken).sort(), [0, 1])
})

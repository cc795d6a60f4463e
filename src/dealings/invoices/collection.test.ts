import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { publish, type Statement } from '#statement'
import { anApp } from '#test/app'
import { recipientOf } from './collector.ts'

const { as, register, ids } = await anApp()
const [sales, billing, privacy] = [as('saku'), as('bo'), as('ingrid')]
const owner = register.db.owner()
const collector = 'Saatavahovi Oy'
await billing('PUT', '/invoicing', { collector })

const values = { 'person.name': { given: 'Maija', family: 'Mäki' }, 'person.email': 'maija@maki.example' }
const { id: person } = (await sales('POST', '/people', { source: 'order', values })).json()
let number = 0
const owed = async (party: object) => {
  number += 1
  const invoice = { number: `70${number}`, issuedOn: '2026-01-02', dueOn: '2026-01-16', amountCents: 124_000 }
  const made = await billing('POST', '/invoices', {
    ...invoice,
    ...party,
    debtorAddress: '=Koivutie 1\n00100 Helsinki',
  })
  assert.equal(made.statusCode, 201, made.body)
  return made.json().id as string
}
const collect = (id: string) => billing('POST', `/invoices/${id}/settlement`, { event: 'collection' })
const fileOf = (id: string, who = billing) =>
  who('GET', `/invoices/${id}/collection.csv`, { headers: { 'accept-language': 'fi' } })
const noted = async () =>
  (
    await sql<
      Record<string, unknown>
    >`select kind, receiver, receiver_name, people, fields, ground from register.disclosure
      order by id`.execute(owner)
  ).rows

test('an invoice in collection is told to a collector whom the statement names, and that is noted with its own name', async () => {
  const id = await owed({ person })
  assert.equal((await fileOf(id)).json().code, 'INVOICE_STATUS')
  assert.equal((await collect(id)).statusCode, 204)
  assert.deepEqual(await noted(), [
    {
      ...{ kind: 'recipient', receiver: 'debt-collectors', receiver_name: collector, people: [person] },
      ...{ fields: ['com.invoicing', 'person.name'], ground: 'eu-gdpr:A6-1-f' },
    },
  ])
  const { items } = (await privacy('GET', `/people/${person}/disclosures`)).json()
  assert.equal(items[0].receiverName, collector)

  const before = (await register.looks()).length
  const answer = await fileOf(id)
  assert.equal(answer.statusCode, 200, answer.body)
  assert.equal(answer.headers['content-disposition'], 'attachment; filename="collection-701.csv"')
  const [by, seller, counted, , invoice] = parse(answer.body, {
    ...{ bom: true, delimiter: ';', relax_column_count: true },
  }) as string[][]
  assert.deepEqual(
    [by, counted],
    [
      ['Perintätoimisto', collector],
      ['Korko laskettu', '2026-03-02'],
    ],
  )
  assert.equal(seller?.[0], 'Velkoja')
  // 1 240.00 € × 9.5 % × 45 days
  assert.deepEqual(invoice?.slice(0, 8), [
    'Lasku',
    '701',
    '2026-01-02',
    '2026-01-16',
    '1240,00',
    '1240,00',
    '14,52',
    '',
  ])
  assert.deepEqual(invoice?.slice(9), ['Maija Mäki', '', "'=Koivutie 1, 00100 Helsinki"])
  const looks = (await register.looks()).slice(before)
  assert.deepEqual(
    looks.map(({ people, fields }) => [people, fields]),
    [[[person], ['com.invoicing', 'person.name']]],
  )
  assert.equal((await fileOf(id, as('maija'))).statusCode, 403)
  assert.equal((await noted()).length, 1, 'reading the file again discloses nothing new')
})

test('of a debt that was in collection before disclosures were noted, the first file is noted, and no later one', async () => {
  const id = await owed({ person })
  await collect(id)
  await sql`update register.invoice set collector_told_at = null where id = ${id}`.execute(owner)
  const before = (await noted()).length
  for (const _ of [1, 2]) assert.equal((await fileOf(id)).statusCode, 200)
  assert.equal((await noted()).length, before + 1)
})

test('interest is never claimed on what was credited, not even for the days before the credit note', async () => {
  await register.setClock('2026-01-02T12:00:00+02:00')
  const line = { id: 'a', text: 'Työ', unit: 'h', quantity: 2000, unitPrice: 5_000_000, vatRate: 2550 }
  const draft = { person, lines: [line], terms: [{ share: 10_000, days: 14 }], deliveredOn: '2026-01-02' }
  await sql`update auth.session set opened_at = ${register.now()}, seen_at = ${register.now()}`.execute(owner)
  const { id } = (await billing('POST', '/invoices/drafts', draft)).json()
  assert.equal((await billing('POST', `/invoices/${id}/issue`, {})).statusCode, 200)
  await register.setClock('2026-03-02T12:00:00+02:00')
  await sql`update auth.session set opened_at = ${register.now()}, seen_at = ${register.now()}`.execute(owner)
  const credit = { reason: 'Yksi palautettiin', lines: [{ id: 'a', quantity: 1000 }] }
  assert.equal((await billing('POST', `/invoices/${id}/credit`, credit)).statusCode, 201)
  await sql`insert into register.reminder (group_company, person_id, invoice_id, round, reminded_on, due_on, open_cents, fee_cents,
      interest_cents, entered_by, entered_at)
    select group_company, person_id, id, 1, '2026-02-01', '2026-02-15', 62750, 0, 0, 'bo', now() from register.invoice
    where id = ${id}`.execute(owner)
  assert.equal((await collect(id)).statusCode, 204)
  const rows = parse((await fileOf(id)).body, { bom: true, delimiter: ';', relax_column_count: true }) as string[][]
  // 627.50 € × 9.5 % × 45 days
  assert.deepEqual(rows[4]?.slice(4, 7), ['1255,00', '627,50', '7,35'])
  assert.equal(rows.at(-1)?.[2], '2026-03-02', 'the credit note stands there on its own day')
})

test('a company’s debt is nobody’s personal data: it goes to the collector, and no disclosure is noted', async () => {
  const before = (await noted()).length
  const { id: company } = (
    await sales('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
  ).json()
  const id = await owed({ company })
  assert.equal((await collect(id)).statusCode, 204)
  assert.equal((await fileOf(id)).statusCode, 200)
  assert.equal((await noted()).length, before)
})

test('a collector is a recipient by its own name, or one of the debt collectors', () => {
  const statement = {
    recipients: [{ id: 'saatavahovi', kind: 'named-company', label: { fi: 'Saatavahovi Oy' } }],
  } as unknown as Statement
  assert.equal(recipientOf(statement, ' saatavahovi oy '), 'saatavahovi')
  assert.equal(recipientOf(statement, 'Muu Oy'), 'debt-collectors')
  assert.equal(recipientOf({} as Statement, 'Muu Oy'), 'debt-collectors')
})

test('where the statement names no collector nothing goes to one: neither the invoice nor its file', async () => {
  const [inCollection, open] = [await owed({ person }), await owed({ person })]
  assert.equal((await collect(inCollection)).statusCode, 204)
  const source = await readFile(new URL('../../../examples/valo-group.yaml', import.meta.url), 'utf8')
  const without = source.replace(/ {2}- id: debt-collectors\n(?: {4}.*\n)+/, '').replace(/^( *version:) *\d+$/m, '$1 2')
  assert.notEqual(without, source)
  await publish(
    register,
    { by: ids.tomas, duty: 'admin', purpose: 'statement', at: register.now(), under: '1' },
    without,
  )
  const before = (await noted()).length
  for (const refused of [await collect(open), await fileOf(inCollection)]) {
    const { code, detail } = refused.json()
    assert.deepEqual([refused.statusCode, code, detail.clause], [403, 'RECIPIENT_NOT_DECLARED', 'S8.4'], refused.body)
  }
  assert.equal((await noted()).length, before)
})

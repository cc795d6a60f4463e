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

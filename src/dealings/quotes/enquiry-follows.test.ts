import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, ids, register, ledger } = await anApp()
const sales = as('saku')
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}
const company = await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'quote-request' })
const line = { id: 'a', text: 'Lämpöpumppu', unit: 'kpl', quantity: 2000, unitPrice: 12_345_000, vatRate: 2550 }

test('an enquiry is in work when its quote is begun, and answered when that is issued; a closed one stays closed', async () => {
  const before = async (event?: string) => {
    const values = { channel: 'phone', message: 'Paljonko?', company: company.id, source: 'quote-request' }
    const { id } = await made('/enquiries', values)
    await sql`update register.enquiry set state = 'new', assigned_to = null where id = ${id}`.execute(
      register.db.owner(),
    )
    if (event) await sales('POST', `/enquiries/${id}/${event}`, {})
    const quote = await made(`/enquiries/${id}/quote`, {})
    return { id, quote: quote.id }
  }
  const seen = async (id: string) => {
    const { state, assignedTo } = (await sales('GET', `/enquiries/${id}`)).json()
    return [state, assignedTo]
  }
  const { id, quote } = await before()
  assert.deepEqual(await seen(id), ['assigned', ids.saku])
  await sales('PATCH', `/quotes/${quote}`, { payload: { lines: [line] }, headers: { 'if-match': '1' } })
  const noted = (await ledger()).length
  const sent = await sales('POST', `/quotes/${quote}/sending`, {})
  assert.equal(sent.statusCode, 201, sent.body)
  assert.deepEqual(await seen(id), ['answered', ids.saku])
  assert.deepEqual((await ledger()).slice(noted), ['quote.sent by saku', 'enquiry.answered by saku'])
  assert.equal((await seen((await before('closure')).id))[0], 'closed')
})

test('an opportunity of a person goes to the company that its quote is made for, and is won there', async () => {
  const values = { 'person.name': { given: 'Eero', family: 'Salo' } }
  const eero = await made('/people', { values, source: 'contact' })
  const hope = await made('/opportunities', { title: 'Kaksi pumppua', person: eero.id })
  const before = (await ledger()).length
  const quote = await made(`/opportunities/${hope.id}/quote`, { company: company.id })
  assert.deepEqual((await ledger()).slice(before), ['quote.drafted by saku', 'opportunity.changed by saku'])
  const ofCompany = async () =>
    (await sales('GET', `/companies/${company.id}/opportunities`))
      .json()
      .items.map(({ title, state }: Said) => [title, state])
  assert.deepEqual(await ofCompany(), [['Kaksi pumppua', 'open']])
  const seen = (await sales('GET', `/opportunities/${hope.id}`)).json()
  assert.deepEqual([seen.company, seen.person, seen.contact], [company.id, null, eero.id])
  await sales('PATCH', `/quotes/${quote.id}`, { payload: { lines: [line] }, headers: { 'if-match': '1' } })
  await made(`/quotes/${quote.id}/sending`, {})
  const accepted = await sales('POST', `/quotes/${quote.id}/acceptance`, { version: 1, name: 'Eero Salo' })
  assert.ok(accepted.statusCode < 300, accepted.body)
  assert.deepEqual(await ofCompany(), [['Kaksi pumppua', 'won']])
})

type Said = Record<string, string>

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

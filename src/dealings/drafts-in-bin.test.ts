import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, register, ledger } = await anApp()
const [sales, service, billing, marketing] = [as('saku'), as('helmi'), as('bo'), as('maija')]
const owner = register.db.owner()
const made = async (who: typeof sales, path: string, body: object): Promise<{ id: string }> => {
  const answer = await who('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}
const firm = await made(sales, '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
const line = { id: 'a', text: 'Kiuas', unit: 'kpl', quantity: 1000, unitPrice: 4_500_000, vatRate: 2550 }

test('of quotes and contracts only drafts are deleted, by those who write them; what was sent or signed stays', async () => {
  const terms = { company: firm.id, title: 'Kiuas' }
  const { id: quote } = await made(sales, '/quotes', { ...terms, lines: [line] })
  const { id: contract } = await made(sales, '/contracts', { ...terms, startsOn: '2026-03-02', billingMonths: 1 })
  const gone = async (path: string, who = sales) => {
    const answer = await who('DELETE', path)
    return answer.statusCode === 204 ? 204 : [answer.statusCode, answer.json().code]
  }
  for (const who of [service, billing, marketing])
    assert.notEqual(await gone(`/quotes/${quote}`, who), 204, 'nobody else writes quotes')
  for (const who of [billing, marketing]) assert.notEqual(await gone(`/contracts/${contract}`, who), 204)
  assert.equal(await gone(`/contracts/${contract}`, service), 204)
  assert.equal((await sales('POST', `/bin/contract/${contract}/restoration`)).statusCode, 204)
  assert.deepEqual((await ledger()).slice(-2), ['contract.binned by helmi', 'contract.restored by saku'])
  await made(sales, `/quotes/${quote}/sending`, {})
  await sales('POST', `/contracts/${contract}/state`, { event: 'signing' })
  assert.deepEqual(await gone(`/quotes/${quote}`), [409, 'QUOTE_STATE'])
  assert.deepEqual(await gone(`/contracts/${contract}`), [409, 'CONTRACT_STATE'])
  await made(sales, `/quotes/${quote}/revision`, {})
  assert.deepEqual(await gone(`/quotes/${quote}`), [409, 'QUOTE_STATE'], 'it has a number, though it is written anew')
})

test('a contract in the bin does not bill its order; taken back, it does', async () => {
  const order = await made(sales, '/orders', { company: firm.id, lines: [line] })
  const draft = { company: firm.id, title: 'Erissä', order: order.id, startsOn: '2026-03-02', billingMonths: 1 }
  const waits = async () => {
    const { rows } = await sql<{ waits: boolean }>`select waits_since is not null as waits from register.sales_order
      where id = ${order.id}`.execute(owner)
    return rows[0]?.waits
  }
  await sql`update register.sales_order set billed_from = 'order' where id = ${order.id}`.execute(owner)
  assert.equal(await waits(), true)
  const { id } = await made(sales, '/contracts', draft)
  assert.equal(await waits(), false, 'it is billed by the contract')
  assert.equal((await sales('DELETE', `/contracts/${id}`)).statusCode, 204)
  assert.equal(await waits(), true)
  assert.equal((await sales('POST', `/bin/contract/${id}/restoration`)).statusCode, 204)
  assert.equal(await waits(), false)
})

test('a quote comes back only while no other answers its enquiry', async () => {
  const heard = { channel: 'phone', message: 'Kiuas?', company: firm.id, source: 'contact' }
  const asked = { company: firm.id, title: 'Kiuas', enquiry: (await made(sales, '/enquiries', heard)).id }
  const { id } = await made(sales, '/quotes', asked)
  assert.equal((await sales('DELETE', `/quotes/${id}`)).statusCode, 204)
  const other = await made(sales, '/quotes', asked)
  assert.equal((await sales('POST', `/bin/quote/${id}/restoration`)).json().code, 'BINNED_PLACE_TAKEN')
  assert.equal((await sales('DELETE', `/quotes/${other.id}`)).statusCode, 204)
  assert.equal((await sales('POST', `/bin/quote/${id}/restoration`)).statusCode, 204)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { look } from '#ledger'
import { inForce } from '#register'
import type { Published } from '#statement'
import { anApp } from '#test/app'
import { paperOf } from './paper-of.view.ts'

const { as, register, ids } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const made = async (path: string, body: object, who = billing) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const line = { id: 'a', text: 'Kiuas', unit: 'kpl', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
const printed = (id: string) => {
  const { statement } = register.current() as Published
  const occasion = { by: ids.bo, duty: 'billing', purpose: 'customer-relationship', at: register.now(), under: '1' }
  return look(register.db, occasion as never, async (view) => {
    const asked = { look: view as never, inForce: inForce(register), statement, id }
    return (await paperOf('invoices', asked)).paper.references
  })
}

test('an issued invoice and its credit note name the order of their day, also when it has been erased', async () => {
  const company = (await made('/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' }, sales)).id
  const { id: order } = await made('/orders', { company, title: 'Kiuas', billedFrom: 'order', lines: [line] }, sales)
  const { number } = (await sales('GET', `/orders/${order}`)).json()
  const round = await made('/billing-rounds', { items: [{ kind: 'order', id: order }], until: 'draft' })
  const invoice = round.items[0].invoice
  assert.equal((await printed(invoice))?.order, number, 'a draft')
  await made(`/invoices/${invoice}/issue`, {})
  const before = await printed(invoice)
  assert.equal(before?.order, number)
  await sql`delete from register.sales_order where id = ${order}`.execute(register.db.as('rights'))
  assert.equal((await sales('GET', `/orders/${order}`)).statusCode, 404)
  assert.deepEqual(await printed(invoice), before)
  const { id: note } = await made(`/invoices/${invoice}/credit`, { reason: 'Virhe' })
  assert.equal((await printed(note))?.order, number)
})

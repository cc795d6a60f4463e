import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { look } from '#ledger'
import { inForce } from '#register'
import type { Published } from '#statement'
import { anAddress } from '#test/an-address'
import { anApp } from '#test/app'
import { paperOf } from '../papers/paper-of.view.ts'

const { as, register, ids } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const owner = register.db.owner()
const clock = async (at: string) => {
  await register.setClock(at)
  await sql`update auth.session set opened_at = ${register.now()}, seen_at = ${register.now()}`.execute(owner)
}
const made = async (path: string, body: object, who = billing) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.json()
}
const line = { id: 'a', text: 'Huolto', unit: 'kpl', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
const values = { 'org.name': 'Myöhäinen Maksaja Oy', ...anAddress }
const { id: company } = await made('/companies', { values, source: 'order' }, sales)
const reminded = async (invoice: string) => {
  const { id } = await made('/reminder-runs', { invoices: [invoice], letters: [invoice] })
  const [row] = (await billing('GET', `/reminder-runs/${id}`)).json().items
  const { statement } = register.current() as Published
  const occasion = { by: ids.bo, duty: 'billing', purpose: 'customer-relationship', at: register.now(), under: '1' }
  const seen = await look(register.db, occasion as never, (view) =>
    paperOf('reminders', { look: view as never, inForce: inForce(register), statement, id: row.id }),
  )
  return { cents: row.cents as number, fee: seen.paper.owed?.[0]?.fee, asked: seen.paper.payment?.cents }
}
const left = async (invoice: string, amountCents: number) => {
  const { id } = await made('/payments', { invoice, amountCents })
  return (await billing('GET', `/payments/${id}`)).json().leftCents
}

test('a second reminder asks for the fee of the first, too: who pays what it asks owes nothing more', async () => {
  await clock('2026-01-05T12:00:00+02:00')
  const { id: one } = await made('/invoices/drafts', { company, lines: [line] })
  await made(`/invoices/${one}/issue`, {})
  await clock('2026-02-10T12:00:00+02:00')
  const first = await reminded(one)
  assert.deepEqual([first.fee, first.asked], [500, first.cents])
  await clock('2026-02-26T12:00:00+02:00')
  const [due] = (await billing('GET', '/invoices/reminders')).json().items
  const second = await reminded(one)
  assert.deepEqual([due.fee, due.late + due.fee + due.interest], [1000, second.cents], 'as it was seen before')
  assert.deepEqual([second.fee, second.asked], [1000, second.cents])
  assert.equal(await left(one, second.cents), 0)
  assert.equal(await left(one, 1), 1, 'nothing more is asked')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'
import { noon } from '#test/register'

const { as, register, ledger } = await anApp()
const [sales, billing] = [as('saku'), as('bo')]
const firm = async (name: string) =>
  (await sales('POST', '/companies', { values: { 'org.name': name }, source: 'order' })).json().id as string
const [company, other] = [await firm('Kivelän Puu Oy'), await firm('Mäen Sauna Oy')]
const line = { id: 'a', text: 'Työ', unit: 'h', quantity: 1000, unitPrice: 1_000_000, vatRate: 2550 }
const issued = async (on: string, of = company) => {
  await register.setClock(`${on}T12:00:00+02:00`)
  const { id } = (await billing('POST', '/invoices/drafts', { company: of, lines: [line] })).json()
  await billing('POST', `/invoices/${id}/issue`, {})
  await register.setClock(noon)
  return id as string
}
const account = async (query = '') => (await billing('GET', `/companies/${company}/account${query}`)).json()

test('the account of a customer tells what is open, how late it is, and what is left of payments', async () => {
  const [old, late, fresh] = [await issued('2025-11-01'), await issued('2026-01-30'), await issued('2026-03-01')]
  await issued('2026-02-01', other)
  const known = await account()
  assert.deepEqual(
    known.items.map(({ id, late }: { id: string; late: number }) => [id, late]),
    [
      [old, 107],
      [late, 17],
      [fresh, -13],
    ],
  )
  assert.deepEqual(known.ages, [12_550, 12_550, 0, 0, 12_550])
  assert.deepEqual([known.openCents, known.creditCents, known.mayWrite], [37_650, 0, true])
  assert.deepEqual((await account('?groupCompany=valo-huolto')).items, [])
  assert.equal((await as('helmi')('GET', `/companies/${company}/account`)).json().code, 'FIELD_NOT_OF_DUTY')
})

test('what was paid too much on one invoice pays another of the same customer, and no more than that', async () => {
  const { items } = await account()
  const [old, late] = items.map(({ id }: { id: string }) => id)
  const pay = (invoice: string, amountCents: number) => billing('POST', '/payments', { invoice, amountCents })
  await pay(old, 12_550)
  await billing('POST', `/invoices/${old}/credit`, { reason: 'Sovittu', lines: [{ id: 'a', quantity: 500 }] })
  const before = (await ledger()).length
  assert.equal((await account()).creditCents, 6275)
  const use = (from: string, to: string, who = billing) => who('POST', `/invoices/${from}/credit-use`, { to })
  const strange = await issued('2026-02-01', other)
  assert.deepEqual((await use(old, strange)).json().detail, { field: 'to' })
  assert.equal((await use(late, old)).json().code, 'NOTHING_TO_MOVE')
  assert.equal((await use(old, late, sales)).json().code, 'FIELD_NOT_OF_DUTY')
  const two = await Promise.all([use(old, late), use(old, late)])
  assert.deepEqual(two.map(({ statusCode }) => statusCode).sort(), [200, 409])
  const open = async (id: string) => (await billing('GET', `/invoices/${id}`)).json().openCents
  assert.deepEqual([await open(old), await open(late)], [0, 12_550 - 6275])
  assert.equal((await account()).creditCents, 0)
  assert.deepEqual(
    (await ledger()).slice(before).filter((what) => what.startsWith('payment')),
    ['payment.moved by bo'],
  )
})

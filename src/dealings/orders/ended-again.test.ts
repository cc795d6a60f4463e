import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'

const { as, register, ledger } = await anApp()
const sales = as('saku')
const owner = register.db.owner()
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.ok([201, 204].includes(answer.statusCode), `${path}: ${answer.body}`)
  return answer.statusCode === 201 ? answer.json() : null
}
const pumps = { id: 'a', text: 'Lämpöpumppu', unit: 'kpl', quantity: 5000, unitPrice: 10_000_000, vatRate: 2550 }

test('an order that took back an ended relationship leaves it ended as it was when it is cancelled; what came meanwhile keeps it', async () => {
  const person = await made('/people', { values: { 'person.name': 'Palaava Ostaja' }, source: 'contact' })
  const asked = async () => {
    const { rows } = await sql<{ id: string; state: string }>`
      select tie.id, tie.state, tie.ended_at, tie.closed_at, tie.end_reason, who.closed_at as left_at
      from register.relationship tie join register.person who on who.id = tie.person_id where who.id = ${person.id}`.execute(
      owner,
    )
    return rows[0]
  }
  const place = async () => {
    await sql`select seloste.customer_by_order(null, ${person.id}, group_company, ended_at + interval '1 day')
      from register.relationship where person_id = ${person.id}`.execute(owner)
    const { id } = await made('/orders', { person: person.id, lines: [pumps] })
    // As if the order itself had done it, which it does on the page of a quote.
    await sql`update register.relationship set moves = jsonb_set(moves, '{-1,at}', to_jsonb(placed.entered_at))
      from register.sales_order placed where placed.id = ${id} and relationship.person_id = placed.person_id`.execute(
      owner,
    )
    return id as string
  }
  const cancel = (id: string) => made(`/orders/${id}/state`, { event: 'cancellation', reason: 'Perui' })
  await made(`/relationships/${(await asked())?.id}/ending`, { reason: 'inactive' })
  const ended = await asked()
  for (const _ of ['once', 'and again']) {
    const order = await place()
    assert.equal((await asked())?.state, 'customer')
    const noted = (await ledger()).length
    await cancel(order)
    assert.deepEqual(await asked(), ended)
    assert.deepEqual((await ledger()).slice(noted), ['order.moved by saku', 'relationship.ended by saku'])
  }
  const order = await place()
  await made('/opportunities', { person: person.id, title: 'Pumput' })
  await cancel(order)
  assert.equal((await asked())?.state, 'prospect')
})

import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as, ids, ledger } = await anApp()
const [sales, service] = [as('saku'), as('helmi')]
const made = async (path: string, body: object) => {
  const answer = await sales('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.statusCode === 204 ? null : answer.json()
}
const { id: company } = await made('/companies', { values: { 'org.name': 'Kenen Oy' }, source: 'order' })
const line = { id: 'a', text: 'Lämpöpumppu', unit: 'kpl', quantity: 1000, unitPrice: 10_000_000, vatRate: 2550 }
const seen = async (path: string) => (await sales('GET', path)).json()
const give = async (path: string, owner: string | null, revision?: number) =>
  sales('PATCH', path, {
    payload: { owner },
    headers: { 'if-match': String(revision ?? (await seen(path)).revision) },
  })

/** A list of the desk, how one of its rows is made, its event, and how it comes to its end. */
const kinds = [
  {
    ...{ list: 'quotes', event: 'quote.changed', make: () => made('/quotes', { company, lines: [line] }) },
    end: async (id: string) => {
      await made(`/quotes/${id}/sending`, {})
      assert.equal(
        (await give(`/quotes/${id}`, ids.helmi)).statusCode,
        200,
        'one that waits for its answer changes hands',
      )
      await made(`/quotes/${id}/withdrawal`, {})
    },
  },
  {
    ...{ list: 'orders', event: 'order.changed', make: () => made('/orders', { company, lines: [line] }) },
    end: (id: string) => made(`/orders/${id}/state`, { event: 'cancellation', reason: 'Perui' }),
  },
  {
    ...{ list: 'contracts', event: 'contract.changed', make: () => made('/contracts', { company, title: 'Huolto' }) },
    end: null,
  },
  {
    ...{
      list: 'assignments',
      event: 'assignment.changed',
      make: () => made('/assignments', { company, title: 'Asennus' }),
    },
    end: (id: string) => made(`/assignments/${id}/state`, { event: 'completion' }),
  },
] as const

for (const { list, event, make, end } of kinds)
  test(`who looks after one of the ${list} is chosen on its card, until it comes to its end`, async () => {
    const { id, ownerName, may } = await make()
    const path = `/${list}/${id}`
    assert.deepEqual([ownerName, may.owner], ['Saku Koskela', true])
    const noted = (await ledger()).length
    const given = await give(path, ids.helmi)
    assert.deepEqual([given.statusCode, given.json().owner, given.json().ownerName], [200, ids.helmi, 'Helmi Aaltola'])
    assert.deepEqual((await ledger()).slice(noted), [`${event} by saku`])
    assert.equal((await give(path, null)).json().ownerName, null)
    assert.equal((await give(path, ids.saku, 1)).json().code, 'EDITED_MEANWHILE')
    const unknown = await give(path, 'kuka tahansa')
    assert.deepEqual([unknown.statusCode, unknown.json().detail.field], [404, 'owner'])
    if (!end) return
    await end(id)
    assert.equal((await give(path, ids.saku)).statusCode, 409)
    assert.equal((await seen(path)).may.owner, false)
  })

test('many get another owner at once in their list, and get back whom they had', async () => {
  for (const { list, make } of kinds) {
    const rows = [(await make()).id, (await make()).id]
    const change = { payload: { rows: { ids: rows }, column: 'owner', value: ids.helmi } }
    const edit = await sales('POST', `/lists/${list}/changes`, change)
    assert.deepEqual([edit.statusCode, edit.json().counts], [201, { changed: 2 }], `${list}: ${edit.body}`)
    assert.equal((await seen(`/${list}/${rows[0]}`)).owner, ids.helmi)
    const undone = await sales('POST', `/bulk-edits/${edit.json().id}/undo`, {})
    assert.deepEqual(undone.json().counts, { restored: 2 })
    assert.equal((await seen(`/${list}/${rows[1]}`)).owner, ids.saku)
  }
})

test('whoever may not write the document gives it to nobody', async () => {
  const { id } = await made('/orders', { company, lines: [line] })
  const answer = await service('PATCH', `/orders/${id}`, {
    payload: { owner: ids.helmi },
    headers: { 'if-match': '1' },
  })
  assert.deepEqual([answer.statusCode, (await service('GET', `/orders/${id}`)).json().may.owner], [403, false])
})

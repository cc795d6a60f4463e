import assert from 'node:assert/strict'
import test from 'node:test'
import { anApp } from '#test/app'

const { as, ids } = await anApp()
const admin = as('tomas')
const made = async (path: string, body: object, who = admin) => {
  const answer = await who('POST', path, body)
  assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
  return answer.json()
}
const contract = async () => {
  const { id } = await made('/companies', { values: { 'org.name': 'Oy' }, source: 'order' }, as('saku'))
  await made('/contracts', { company: id, title: 'Huolto' }, as('saku'))
}

test('work is not taken back to an account that was closed meanwhile', async () => {
  await contract()
  await made(`/staff/${ids.saku}/work/handing`, { to: ids.helmi, kinds: ['contract'] })
  await made(`/staff/${ids.saku}/closure`, {})
  const [given] = (await admin('GET', `/staff/${ids.saku}/work`)).json().handedOver
  const undone = await admin('POST', `/hand-overs/${given.id}/undo`, {})
  assert.deepEqual([undone.statusCode, undone.json().code], [409, 'GIVER_CLOSED'])
  assert.equal(
    (await admin('GET', `/staff/${ids.saku}/work`)).json().items.length,
    1,
    'only the company is theirs still',
  )
})

test('an account is closed also where nothing of its work can go to the successor', async () => {
  const closed = await admin('POST', `/staff/${ids.helmi}/closure`, { successor: ids.maija, work: true })
  assert.equal(closed.json().state, 'closed', closed.body)
  assert.equal((await admin('GET', `/staff/${ids.helmi}/work`)).json().items[0].kind, 'contract')
})

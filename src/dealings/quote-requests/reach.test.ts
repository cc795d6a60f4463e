import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { publish } from '#statement'
import { anApp } from '#test/app'

// Sales is given reach `own`: everybody sees their own customers only.
const { as, register } = await anApp({ statement: null })
const source = await readFile(new URL('../../../examples/valo-group.yaml', import.meta.url), 'utf8')
const narrow = source.replace(/(id: sales\n[\s\S]*?reach: )all/, '$1own')
assert.notEqual(narrow, source)
await publish(register, { by: 'tomas', duty: 'admin', purpose: 'statement', at: register.now(), under: '0' }, narrow)
const [saku, ellen] = [as('saku'), as('ellen', 'sales')]
const made = async (who: typeof saku, path: string, body: object) => {
  const answer = await who('POST', path, body)
  assert.equal(answer.statusCode, 201, `${path}: ${answer.body}`)
  return answer.json()
}
const firm = await made(saku, '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'contact' })
const hers = await made(ellen, '/companies', { values: { 'org.name': 'Rinteen Leipomo Oy' }, source: 'contact' })
const asked = await made(saku, '/quote-requests', { company: firm.id, title: 'Pumput' })

test('whoever reaches only their own customers neither sees nor answers what a colleague’s customer asked for', async () => {
  const own = await made(ellen, '/quote-requests', { company: hers.id, title: 'Uunit' })
  const { items } = (await ellen('POST', '/lists/quote-requests/rows', { columns: ['title'] })).json()
  assert.deepEqual(
    items.map(({ id }: { id: string }) => id),
    [own.id],
  )
  assert.equal((await ellen('GET', `/quote-requests/${asked.id}`)).statusCode, 404)
  for (const deed of ['quote', 'decline', 'withdrawal'])
    assert.equal((await ellen('POST', `/quote-requests/${asked.id}/${deed}`, {})).statusCode, 404, deed)
  assert.equal((await ellen('DELETE', `/quote-requests/${asked.id}`)).statusCode, 404)
  const patch = { payload: { title: 'Minun' }, headers: { 'if-match': '"1"' } }
  assert.equal((await ellen('PATCH', `/quote-requests/${asked.id}`, patch)).statusCode, 404)
  const taken = await ellen('POST', '/quote-requests', { company: firm.id, title: 'Minun' })
  assert.deepEqual([taken.statusCode, taken.json().detail.field], [404, 'company'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApp } from '#test/app'

const { as } = await anApp()
const saku = as('saku', 'sales')

test('an enquiry is handed on once: pressed again it says so, and no second request begins', async () => {
  const entered = await saku('POST', '/enquiries', {
    ...{ channel: 'phone', source: 'contact', message: 'Mitä tietoja teillä on minusta?' },
  })
  assert.equal(entered.statusCode, 201, entered.body)
  const hand = () => saku('POST', `/enquiries/${entered.json().id}/request`, { kind: 'access' })
  const first = await hand()
  assert.ok(first.statusCode < 300, first.body)
  const again = await hand()
  assert.deepEqual([again.statusCode, again.json().code], [409, 'ENQUIRY_HANDED_ON'])
  const { items } = (await as('ingrid', 'privacy')('GET', '/requests')).json()
  assert.equal(items.length, 1)
})

import assert from 'node:assert/strict'
import test from 'node:test'
import { perform } from '#ledger'
import { anApp } from '#test/app'
import { object, suppressAddresses } from './index.ts'
import { choicesKeyIn } from './key-of-register.ts'

const { as, register, ids } = await anApp()
const owner = register.db.owner()
const occasion = (duty: string, by = duty) => ({
  by,
  duty,
  purpose: 'direct-marketing',
  at: register.now(),
  under: '1',
})

async function person(name: string, email: string) {
  const answer = await as('saku')('POST', '/people', {
    values: { 'person.name': name, 'person.email': email },
    source: 'contact',
  })
  return answer.json().id as string
}

test('an objection is in force at once and takes every known address with it', async () => {
  const id = await person('Aylin Demir', 'aylin@demir.example')
  await perform(register.db, occasion('marketing', ids.saku), (act) =>
    object(act as never, { personId: id, scope: 'all', via: 'phone' }),
  )
  const added = await perform(register.db, occasion('matching'), async (act) =>
    suppressAddresses(act as never, choicesKeyIn(register), id),
  )
  assert.equal(added, 1)
  const rows = await owner.selectFrom('register.suppression').select(['scope', 'channel', 'topic']).execute()
  assert.deepEqual(rows, [{ scope: 'all', channel: null, topic: null }])
  assert.deepEqual((await register.ledger()).slice(-2), [
    'objection.recorded by ' + ids.saku,
    'address.suppressed by matching',
  ])
})

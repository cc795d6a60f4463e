import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { addressKey, choicesKeyIn, unsubscribeToken } from './index.ts'

const { as, ask, register } = await anApp()
const owner = register.db.owner()
const key = choicesKeyIn(register)
const form = (payload: string) => ({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload })

async function person(email: string) {
  const values = { 'person.name': { given: 'Aino', family: 'Harju' }, 'person.email': email }
  return (await as('saku')('POST', '/people', { values, source: 'contact' })).json().id as string
}
const linkOf = (email: string, id: string) =>
  `/u/${unsubscribeToken(key, { digest: addressKey(key, 'email', email), channel: 'email', person: id })}`
const suppressed = async (email: string) =>
  (
    await owner
      .selectFrom('register.suppression')
      .select(['scope', 'channel', 'topic'])
      .where('digest', '=', addressKey(key, 'email', email))
      .orderBy('topic')
      .execute()
  ).map(({ scope, channel, topic }) => [scope, channel ?? topic].join(' '))

test('a topic refused at the desk, by a link or on one’s own page is refused for the address, so that a second record does not get it', async () => {
  const one = await person('aino.yksi@yritys.example')
  await as('maija')('POST', `/people/${one}/objections`, { scope: 'topic', topic: 'events', via: 'phone' })
  assert.deepEqual(await suppressed('aino.yksi@yritys.example'), ['topic events'])

  const two = await person('aino.kaksi@yritys.example')
  await ask('POST', linkOf('aino.kaksi@yritys.example', two), form('deed=topics&topic:news=yes'))
  assert.deepEqual(await suppressed('aino.kaksi@yritys.example'), ['topic events', 'topic services'])
  await ask('POST', linkOf('aino.kaksi@yritys.example', two), form('deed=topics&topic:news=yes&topic:events=yes'))
  assert.deepEqual(await suppressed('aino.kaksi@yritys.example'), ['topic services'], 'and opens by their own act')
})

test('the link of a message that went out before two records were made one stops the one that is left', async () => {
  const [gone, kept] = [await person('aino.vanha@yritys.example'), await person('aino.uusi@yritys.example')]
  assert.equal((await as('saku')('POST', `/people/${kept}/merges`, { from: gone })).statusCode, 201)
  const answer = await ask('POST', linkOf('aino.vanha@yritys.example', gone), form('List-Unsubscribe=One-Click'))
  assert.equal(answer.statusCode, 200)
  const held = await owner.selectFrom('register.objection').select('scope').where('person_id', '=', kept).execute()
  assert.deepEqual(held, [{ scope: 'channel' }])
  assert.deepEqual(await suppressed('aino.uusi@yritys.example'), ['channel email'])
})

test('no desk’s login takes an objection back, whatever SQL it runs; only the person’s own act does', async () => {
  const id = await person('aino.kolme@yritys.example')
  await as('maija')('POST', `/people/${id}/objections`, { scope: 'all', via: 'phone' })
  for (const role of ['sales', 'service', 'marketing', 'privacy', 'intake'])
    await assert.rejects(
      sql`update register.objection set lifted_at = now(), lifted_by = uuidv7() where person_id = ${id}`.execute(
        register.db.as(role),
      ),
      { code: '42501' },
      role,
    )
})

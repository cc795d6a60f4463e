import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { aSite } from '#test/site'

const site = await aSite()
const owner = site.register.db.owner()

async function held() {
  const { rows } = await sql<{ error: string }>`
    select last_error as error from graphile_worker._private_jobs where last_error is not null`.execute(owner)
  return rows.map(({ error }) => error)
}

test('a letter that may not leave is held in the queue, and leaves when the way is opened again', async () => {
  const stopped = await site.as('tomas')('POST', '/transfer-stops', {
    kind: 'processor',
    subject: 'hosting',
    reason: 'Poikkeama',
  })
  const values = { 'person.name': 'Aino Harju', 'person.email': 'aino@asiakas.example' }
  const person = (await site.as('saku')('POST', '/people', { values, source: 'contact' })).json().id
  const enquiry = (
    await site.as('saku')('POST', '/enquiries', { channel: 'phone', message: 'Tarjous?', person, source: 'contact' })
  ).json().id
  await sql`select seloste.enqueue('send-receipt', ${enquiry})`.execute(owner)

  for (const until = Date.now() + 15_000; (await held()).length === 0 && Date.now() < until; ) await wait(50)
  assert.match((await held())[0] ?? '', /PROCESSOR_STOPPED/)
  assert.deepEqual(site.mailbox.mails(), [])

  await site.as('tomas')('POST', `/transfer-stops/${stopped.json().id}/lifting`)
  assert.match((await site.mailTo('aino@asiakas.example')).subject, /./)
  for (const until = Date.now() + 15_000; (await held()).length > 0 && Date.now() < until; ) await wait(50)
  assert.deepEqual(await held(), [])
})

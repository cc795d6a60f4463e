import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { perform } from '#ledger'
import { inForce, receiveEnquiry } from '#register'
import { aSite } from '#test/site'
import { sendLater } from './send-receipt.ts'

const site = await aSite({ staff: 'none' })
const { register } = site
const visitor = { by: 'visitor', duty: 'intake', purpose: 'customer-communication', at: register.now(), under: '1' }

test('a notice that waits rides in the first mail to the person, with its source, and counts as sent', async () => {
  const owner = register.db.owner()
  const address = 'reijo.kuusela@koivuranta.example'
  const at = register.now()
  const { id } = await owner
    .insertInto('register.person')
    .values({
      id: randomUUID(),
      kind: 'representative',
      given_name: 'Reijo',
      family_name: 'Kuusela',
      created_at: at,
      changed_at: at,
      closed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const said = {
    id: randomUUID(),
    person_id: id,
    address,
    kind: 'personal-work' as const,
    is_primary: true,
    added_at: at,
  }
  await owner.insertInto('register.person_email').values(said).execute()
  const clock = { target_on: '2026-04-02', due_on: '2026-04-02', exempt_reason: null, settled_at: null }
  const waiting = {
    id: randomUUID(),
    person_id: id,
    article: '14' as const,
    state: 'queued' as const,
    source: 'organisation',
    obtained_at: at,
  }
  await owner
    .insertInto('register.notice')
    .values({ ...waiting, ...clock, statement_version: 1 })
    .execute()

  await perform(register.db, visitor, async (act) => {
    const said = { name: 'Reijo Kuusela', email: address, message: 'Hei!', language: 'fi' as const }
    const { enquiryId } = await receiveEnquiry(act as never, inForce(register as never), said)
    await sendLater(act as never, enquiryId)
  })
  const mail = await site.mailTo(address)
  assert.match(mail.text, /henkilön edustama yritys/i)
  const lines = ['enquiry.received by visitor', 'receipt.sent by messenger', 'notice.given by messenger']
  for (const until = Date.now() + 8000; Date.now() < until && (await register.ledger()).length < lines.length; );
  assert.deepEqual(await register.ledger(), lines)
  const notice = await owner.selectFrom('register.notice').select('state').where('person_id', '=', id).execute()
  const delivery = await owner
    .selectFrom('register.notice_delivery')
    .select(['way', 'outcome'])
    .where('person_id', '=', id)
    .execute()
  assert.deepEqual([notice, delivery], [[{ state: 'sent' }], [{ way: 'in-next-mail', outcome: 'sent' }]])
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { look, type Occasion, perform } from '#ledger'
import { aRegister, noon } from '#test/register'
import { buyers, queued, sendingTo, standing } from './campaigns.fixture.ts'
import { marketingHolding } from './marketing-holding.ts'
import { recordingServer } from './recording-server.fixture.ts'
import { sendCampaign } from './send-campaign.ts'

async function ready(delay = 0) {
  const register = await aRegister()
  await register.setClock(noon)
  const server = await recordingServer({ delay: () => delay })
  after(() => server.stop())
  const under = (duty: string): Occasion => ({ by: duty, duty, purpose: 'rights', at: register.now(), under: '1' })
  const erase = async (personId: string) => {
    const fates = await look(register.db, under('rights'), async (view) => {
      view.saw([], [])
      return marketingHolding.plan(view as never, personId)
    })
    return perform(register.db, under('rights'), async (act) => {
      await act.record({ what: 'test.erased', about: personId })
      return marketingHolding.erase(act as never, personId, fates)
    })
  }
  return { register, server, under, erase, owner: register.db.owner() }
}

test('an erasure while a campaign runs: the message does not go, the count stays, and nothing says who it was', async () => {
  const { register, server, erase, owner } = await ready(25)
  const people = await buyers(register, 12)
  const id = await queued(register)
  const sending = sendCampaign(register, sendingTo(register, server.url, { lanes: 1, group: 1 }), id)
  while (server.taken.length < 2) await new Promise((passed) => setTimeout(passed, 5))
  const { rows: last } = await sql<{ person: string }>`
    select person_id as person from register.campaign_recipient where campaign_id = ${id} order by id desc limit 1`.execute(
    owner,
  )
  const gone = last[0]?.person ?? ''
  await erase(gone)
  await sql`delete from register.person where id = ${gone}`.execute(owner)
  assert.equal(await sending, 'ended')

  assert.deepEqual(await standing(register, id), { sent: 11, 'skipped PERSON_GONE': 1 })
  assert.equal(server.taken.length, 11)
  assert.ok(people.includes(gone))
  const { rows } = await sql<{ found: number }>`
    select count(*)::integer as found from register.campaign_recipient mine where mine::text like ${`%${gone}%`}`.execute(
    owner,
  )
  assert.deepEqual(rows, [{ found: 0 }])
})

test('a person is told what was sent to them, in its own words, and it is forgotten with them', async () => {
  const { register, server, erase, under } = await ready()
  const [person = ''] = await buyers(register, 1)
  const id = await queued(register)
  await sendCampaign(register, sendingTo(register, server.url), id)
  const disclosed = async () =>
    look(register.db, under('rights'), async (view) => {
      view.saw([], [])
      return marketingHolding.disclose(view as never, person)
    })
  const [messages] = (await disclosed()).kept
  assert.deepEqual([messages?.rows[0]?.campaign, messages?.rows[0]?.state], ['Lämpöillat', 'sent'])
  assert.ok(JSON.stringify(messages?.rows[0]?.content).includes('lämpöillat'))
  assert.deepEqual(await erase(person), [
    {
      holding: 'marketing',
      table: 'register.campaign_recipient',
      class: 'message-log',
      rows: 1,
      outcome: 'kept-minimal',
    },
  ])
  assert.deepEqual((await disclosed()).kept, [])
  assert.deepEqual(await standing(register, id), { sent: 1 })
})

test('two people who turn out to be one get the campaign once', async () => {
  const { register, server, under } = await ready()
  const [from = '', into = ''] = await buyers(register, 3)
  const id = await queued(register)
  await perform(register.db, under('matching'), async (act) => {
    await act.record({ what: 'test.merged', about: into })
    await marketingHolding.merge(act as never, from, into)
  })
  assert.equal(await sendCampaign(register, sendingTo(register, server.url), id), 'ended')
  assert.deepEqual(await standing(register, id), { sent: 2, 'skipped SAME_PERSON': 1 })
})

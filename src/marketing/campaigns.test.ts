import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { noon } from '#test/register'
import { buyers, content, sendingTo, standing } from './campaigns.fixture.ts'
import { recordingServer } from './recording-server.fixture.ts'
import { sendCampaign } from './send-campaign.ts'
import type { Sending } from './sending.ts'

const server = await recordingServer()
after(() => server.stop())
const sending = {} as Sending // filled below: it needs the register's key
const { as, register, ids, ledger } = await anApp({}, { sending })
Object.assign(sending, sendingTo(register, server.url))
await register.setClock(noon)
const owner = register.db.owner()
const maija = as('maija')

const campaign = { name: 'Lämpöillat', channel: 'email', topics: ['events'], jobRoles: ['Ostopäällikkö'], content }

async function newPerson(values: Record<string, unknown>, more: object = {}) {
  const answer = await as('saku')('POST', '/people', { values, source: 'order', ...more })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().id as string
}

async function audienceOf(parts: object) {
  const made = await maija('POST', '/campaigns', { ...campaign, ...parts })
  assert.equal(made.statusCode, 201, made.body)
  return (await maija('GET', `/campaigns/${made.json().id}/audience`)).json()
}

test('AS-06: a channel or a topic that the statement does not name is refused as the campaign is drafted', async () => {
  const sms = await maija('POST', '/campaigns', { ...campaign, channel: 'sms' })
  assert.deepEqual([sms.statusCode, sms.json().code, sms.json().detail.clause], [422, 'CHANNEL_NOT_DECLARED', 'S4.12'])
  const partner = await maija('POST', '/campaigns', { ...campaign, topics: ['events', 'partner-offer'] })
  assert.deepEqual(
    [partner.statusCode, partner.json().code, partner.json().detail.clause],
    [422, 'TOPIC_NOT_DECLARED', 'S4.11'],
  )
  const nobodys = await maija('POST', '/campaigns', { ...campaign, groupCompany: 'muu-yhtio' })
  assert.deepEqual([nobodys.statusCode, nobodys.json().code], [422, 'GROUP_COMPANY_NOT_DECLARED'])
  assert.deepEqual((await maija('GET', '/campaigns')).json().items, [])
})

test('AS-16: a private person without consent or sale is left out, and the marketer sees why', async () => {
  const id = await newPerson(
    { 'person.name': 'Aino Harju', 'person.email': 'aino@yksityinen.example' },
    { kind: 'private-customer' },
  )
  const seen = await audienceOf({})
  assert.deepEqual(seen, {
    meant: 1,
    allowed: 0,
    byGround: {},
    refused: [{ code: 'NO_GROUND_200_1', clause: 'S4.10', count: 1, examples: [{ id, name: 'Aino Harju' }] }],
  })
  const looks = await register.looks()
  const last = looks.at(-1)
  assert.deepEqual(
    [last?.by, last?.duty, last?.purpose, last?.people, last?.fields],
    [ids.maija, 'marketing', 'direct-marketing', [id], ['person.name']],
  )
})

test('AS-18: a named work address is told of its own work only', async () => {
  const company = (
    await as('saku')('POST', '/companies', { values: { 'org.name': 'Yritys Oy' }, source: 'contact' })
  ).json().id
  const values = {
    'person.name': 'Etunimi Sukunimi',
    'person.email': 'etunimi.sukunimi@yritys.example',
    'person.jobRole': 'Ostopäällikkö',
  }
  await newPerson(values, { kind: 'representative', company })
  const onlyBuyers = { audience: { jobRoles: ['ostopäällikkö'] } }
  assert.deepEqual((await audienceOf(onlyBuyers)).byGround, { 'role-relevance': 1 })
  const travel = await audienceOf({ ...onlyBuyers, jobRoles: ['Matkavastaava'] })
  assert.deepEqual([travel.allowed, travel.refused[0].code], [0, 'ROLE_NOT_RELEVANT'])
})

test('a campaign is written, tested to oneself, frozen and sent; what was tested cannot change unseen', async () => {
  const people = await buyers(register, 3)
  const made = (await maija('POST', '/campaigns', campaign)).json()
  assert.deepEqual(made.events, ['change', 'test', 'stop'])
  const early = await maija('POST', `/campaigns/${made.id}/queueing`)
  assert.deepEqual([early.statusCode, early.json().code], [409, 'CAMPAIGN_NOT_TESTED'])

  assert.equal((await maija('POST', `/campaigns/${made.id}/test`)).json().state, 'tested')
  assert.equal(server.taken.length, 1)
  assert.match(server.taken[0]?.to ?? '', /^maija/)
  const changed = await maija('PATCH', `/campaigns/${made.id}`, {
    headers: { 'if-match': '"1"' },
    payload: { name: 'Illat' },
  })
  assert.deepEqual([changed.json().state, changed.json().revision, changed.json().name], ['draft', 2, 'Illat'])
  const late = await maija('PATCH', `/campaigns/${made.id}`, { headers: { 'if-match': '"1"' }, payload: { name: 'x' } })
  assert.deepEqual([late.statusCode, late.json().code], [412, 'EDITED_MEANWHILE'])

  await maija('POST', `/campaigns/${made.id}/test`)
  const frozen = (await maija('POST', `/campaigns/${made.id}/queueing`)).json()
  assert.deepEqual([frozen.state, frozen.counts.queued, frozen.counts.skipped], ['queued', 4, 1])
  assert.equal(await sendCampaign(register, sending, made.id), 'ended')
  assert.deepEqual(await standing(register, made.id), { sent: 4, 'skipped NO_GROUND_200_1': 1 })
  const listed = (await maija('GET', `/campaigns/${made.id}/recipients?state=sent&limit=2`)).json()
  assert.equal(listed.items.length, 2)
  assert.ok(listed.next && listed.items[0].person.name)
  const rest = (await maija('GET', `/campaigns/${made.id}/recipients?state=sent&limit=2&after=${listed.next}`)).json()
  assert.equal(rest.items.length, 2)
  assert.equal(rest.next, null)
  assert.ok(people.length === 3)
  const events = (await ledger()).filter((line) => line.startsWith('campaign'))
  assert.deepEqual(events.slice(-7), [
    ...[
      'campaign.created by maija',
      'campaign.tested by maija',
      'campaign.changed by maija',
      'campaign.tested by maija',
    ],
    ...['campaign.queued by maija', `campaign.started by campaign-${made.id}`, `campaign.sent by campaign-${made.id}`],
  ])
})

test('stopping tells of everybody who was still to get it', async () => {
  const { id } = (await maija('POST', '/campaigns', campaign)).json()
  await maija('POST', `/campaigns/${id}/test`)
  await maija('POST', `/campaigns/${id}/queueing`)
  assert.equal((await maija('POST', `/campaigns/${id}/stop`)).json().state, 'stopped')
  assert.deepEqual(await standing(register, id), { 'skipped CAMPAIGN_STOPPED': 4, 'skipped NO_GROUND_200_1': 1 })
  assert.equal(await sendCampaign(register, sendingTo(register, server.url), id), 'not-under-way')
})

test('whoever does not keep messages writes to nobody', async () => {
  assert.equal((await as('saku')('POST', '/campaigns', campaign)).statusCode, 403)
  const privacy = await as('ingrid', 'privacy')('POST', '/campaigns', campaign)
  assert.equal(privacy.statusCode, 403)
})

test('an audience is kept under a name, once', async () => {
  const saved = await maija('POST', '/segments', {
    name: 'Ostajat',
    audience: { jobRoles: ['ostopäällikkö'], postcode: '33' },
  })
  assert.equal(saved.statusCode, 201, saved.body)
  const twice = await maija('POST', '/segments', { name: 'Ostajat ', audience: {} })
  assert.deepEqual([twice.statusCode, twice.json().code], [409, 'SEGMENT_NAME_TAKEN'])
  assert.equal((await maija('GET', '/segments')).json().items.length, 1)
  assert.equal((await maija('DELETE', `/segments/${saved.json().id}`)).statusCode, 204)
  const rules = (await maija('GET', '/marketing-rules')).json()
  assert.deepEqual([rules.channels, rules.topics.length, rules.jobRoles], [['email', 'post'], 3, ['Ostopäällikkö']])
})

test('an address that came back is not used until somebody has settled it', async () => {
  const person = (
    await sql<{
      id: string
      mail: string
    }>`select person_id as id, id as mail from register.person_email where address = 'ostaja.1@ostaja.example'`.execute(
      owner,
    )
  ).rows[0]
  await sql`insert into register.undeliverable (person_id, channel, value_id, reason, reply_code, noted_at, noted_by)
    values (${person?.id}, 'email', ${person?.mail}, 'refused-by-server', '550 5.1.1', now(), 'test')`.execute(owner)
  const codes = async () =>
    Object.fromEntries(
      (await audienceOf({})).refused.map((one: { code: string; count: number }) => [one.code, one.count]),
    )
  assert.equal((await codes()).ADDRESS_UNDELIVERABLE, 1)
  const [open] = (await maija('GET', '/undeliverables')).json().items
  assert.deepEqual([open.person.id, open.replyCode], [person?.id, '550 5.1.1'])
  assert.equal((await maija('POST', `/undeliverables/${open.id}/settlement`, { how: 'still-right' })).statusCode, 204)
  assert.equal((await codes()).ADDRESS_UNDELIVERABLE, undefined)
})

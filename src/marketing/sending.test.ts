import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import PostalMime from 'postal-mime'
import { aRegister, noon } from '#test/register'
import { buyers, queued, sendingTo, standing } from './campaigns.fixture.ts'
import { recordingServer, smtpError } from './recording-server.fixture.ts'
import { sendCampaign } from './send-campaign.ts'
import { sendingOf } from './sending-of.ts'

async function ready(manner: Parameters<typeof recordingServer>[0] = {}) {
  const register = await aRegister()
  await register.setClock(noon)
  const server = await recordingServer(manner)
  after(() => server.stop())
  const owner = register.db.owner()
  return {
    register,
    server,
    owner,
    // A round answers a moment before it lets go of the campaign.
    send: async (id: string, more = {}) => {
      for (;;) {
        const round = await sendCampaign(register, sendingTo(register, server.url, more), id)
        if (round !== 'busy') return round
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
  }
}

test('a newsletter goes to each of its recipients once, as the law wants it, and the ledger and the access log say so', async () => {
  const { register, server, send } = await ready()
  const people = await buyers(register, 21)
  const id = await queued(register)
  assert.equal(await send(id), 'ended')
  assert.deepEqual(await standing(register, id), { sent: 21 })
  assert.deepEqual([...server.count().values()], Array(21).fill(1))

  const mail = await PostalMime.parse(server.taken[0]?.raw ?? '')
  assert.equal(mail.subject, 'Kevään lämpöillat, Äijö')
  const headers = new Map(mail.headers.map(({ key, value }) => [key, value]))
  assert.match(
    headers.get('list-unsubscribe') ?? '',
    /^<https:\/\/register\.valo\.example\/u\/[\w-]+>, <mailto:info@valo\.example\?subject=unsubscribe>$/,
  )
  assert.equal(headers.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
  assert.deepEqual(mail.from, { address: 'info@valo.example', name: 'Valo Energia Oy' })
  for (const part of ['Mainos', 'tilaus', '0000017-4', 'https://register.valo.example/u/'])
    assert.ok(mail.text?.includes(part), part)

  assert.deepEqual(await register.ledger(), [
    'campaign.created by maija',
    'campaign.tested by maija',
    'campaign.queued by maija',
    `campaign.started by campaign-${id}`,
    `campaign.sent by campaign-${id}`,
  ])
  const looks = await register.looks()
  assert.deepEqual([...new Set(looks.flatMap((one) => one.people))].sort(), people.toSorted())
  assert.ok(looks.every(({ duty, by }) => duty === 'direct_marketing' && by === `campaign-${id}`))
  assert.equal(await send(id), 'not-under-way')
  assert.equal(server.taken.length, 21)
})

test('AS-23: who objects between the queue and the sending gets nothing, and the ledger says why', async () => {
  const { register, server, send, owner } = await ready()
  const [objector, restricted, erased] = await buyers(register, 5)
  const id = await queued(register)
  await sql`insert into register.objection (person_id, scope, at, via, by, recorded_at) values (${objector}, 'all', now(), 'phone', 'maija', now())`.execute(
    owner,
  )
  await sql`insert into register.restriction (person_id, reason, since, by, review_on) values (${restricted}, 'accuracy', now(), 'maija', '2026-09-02')`.execute(
    owner,
  )
  await sql`delete from register.person where id = ${erased}`.execute(owner)

  assert.equal(await send(id), 'ended')
  assert.deepEqual(await standing(register, id), {
    sent: 2,
    'skipped PERSON_GONE': 1,
    'skipped RESTRICTED': 1,
    'skipped SUPPRESSED_AT_SEND': 1,
  })
  assert.deepEqual([...server.count().keys()].sort(), ['ostaja.4@ostaja.example', 'ostaja.5@ostaja.example'])
  const { rows } = await sql<{ detail: object }>`
    select payload -> 'detail' as detail from register.ledger_opening where payload ->> 'what' = 'message.not-sent' order by payload -> 'detail' ->> 'code'`.execute(
    owner,
  )
  assert.deepEqual(
    rows.map(({ detail }) => detail),
    [
      { code: 'PERSON_GONE', because: 'PERSON_GONE', clause: 'S12.11', campaign: id },
      { code: 'RESTRICTED', because: 'RESTRICTED', clause: 'S12.19', campaign: id },
      { code: 'SUPPRESSED_AT_SEND', because: 'OBJECTED', clause: 'S12.16', campaign: id },
    ],
  )
})

test('an address the server refuses is undeliverable, one it refuses for now waits, and what it never answered is unsure', async () => {
  const { register, server, send, owner } = await ready({
    recipient: (address) =>
      address.startsWith('ostaja.1@')
        ? smtpError(550, '5.1.1 no such user')
        : address.startsWith('ostaja.2@')
          ? smtpError(450, '4.2.1 later')
          : null,
    message: (address) => (address.startsWith('ostaja.3@') ? smtpError(554, '5.7.1 we do not like you') : null),
    hangsUp: (address) => address.startsWith('ostaja.6@'),
  })
  const people = await buyers(register, 6)
  const id = await queued(register)
  assert.equal(await send(id, { group: 1 }), 'interrupted')
  assert.deepEqual(await standing(register, id), {
    'bounced ADDRESS_REFUSED': 1,
    'bounced MESSAGE_REFUSED': 1,
    queued: 1,
    sent: 2,
    unsure: 1,
  })
  const { rows } = await sql<{
    person: string
    reply: string
  }>`select person_id as person, reply_code as reply from register.undeliverable`.execute(owner)
  assert.deepEqual(rows, [{ person: people[0], reply: '550 5.1.1' }])

  assert.equal(await send(id), 'waiting', 'the one refused for now is not due yet')
  assert.equal(server.taken.length, 3)
})

test('while the relay may not be used everything is held, and nothing is lost', async () => {
  const { register, server, send } = await ready()
  await buyers(register, 3)
  const id = await queued(register)
  const closed = { mayGo: async () => ({ allowed: false as const, code: 'TRANSFER_STOPPED', clause: 'S9.3' }) }
  assert.equal(await send(id, closed), 'held')
  assert.deepEqual(await standing(register, id), { 'held TRANSFER_STOPPED': 3 })
  assert.equal(await send(id), 'ended')
  assert.deepEqual(await standing(register, id), { sent: 3 })
  assert.equal(server.taken.length, 3)
})

test('a mail through a processor is a disclosure to it of those whose mail left, and of nobody else (Art. 15(1)(c))', async () => {
  const { register, owner, send } = await ready()
  const [objector, ...others] = await buyers(register, 6)
  const id = await queued(register)
  await sql`insert into register.objection (person_id, scope, at, via, by, recorded_at) values (${objector}, 'all', now(), 'phone', 'maija', now())`.execute(
    owner,
  )
  const through = { processor: 'postivirta', tool: null }
  assert.equal(await send(id, { mayGo: async () => ({ allowed: true as const, through }) }), 'ended')
  const { rows } = await sql<{ receiver: string; people: string[]; fields: string[]; by: string; purpose: string }>`
    select receiver, people, fields, by, purpose from register.disclosure order by at, id`.execute(owner)
  const said = ['postivirta', 'person.email person.name', `campaign-${id}`, 'direct-marketing'].join()
  assert.deepEqual(
    [...new Set(rows.map(({ receiver, fields, by, purpose }) => [receiver, fields.join(' '), by, purpose].join()))],
    [said],
  )
  assert.deepEqual(rows.flatMap(({ people }) => people).sort(), others.toSorted())
  assert.ok(rows.length < others.length, 'several people share a note')
  const noted = (await register.ledger()).filter((line) => line.startsWith('disclosure.noted'))
  assert.deepEqual(noted, Array(rows.length).fill(`disclosure.noted by campaign-${id}`))
})

test('the relay that the settings name is the processor told, and one on this machine is told nothing new', async () => {
  const { register } = await ready()
  const outside = {
    smtpUrl: 'smtp://relay.example',
    publicUrl: 'https://register.valo.example',
    dkim: null,
    rate: null,
  }
  const over = async (processor: string | null, host: string) =>
    (await sendingOf(register, { ...outside, relay: { processor, host } })).mayGo()
  assert.deepEqual(await over('postivirta', 'smtp.postivirta.example'), {
    allowed: true,
    through: { processor: 'postivirta', tool: null },
  })
  assert.deepEqual(await over(null, '127.0.0.1'), { allowed: true, through: null })
})

test('two senders at once, and many one after the other, send each message once', async () => {
  const { register, server, send } = await ready()
  await buyers(register, 120)
  const id = await queued(register)
  const rounds = await Promise.all([send(id), send(id), send(id)])
  assert.ok(rounds.includes('ended'), rounds.join())
  assert.deepEqual(await standing(register, id), { sent: 120 })
  assert.ok([...server.count().values()].every((times) => times === 1))
})

test('a line that cannot be opened leaves everything queued', async () => {
  const { register, send } = await ready()
  await buyers(register, 3)
  const id = await queued(register)
  assert.equal(await send(id, { line: () => Promise.reject(new Error('nobody there')) }), 'interrupted')
  assert.deepEqual(await standing(register, id), { queued: 3 })
})

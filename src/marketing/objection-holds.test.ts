import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { noon } from '#test/register'
import { queued, sendingTo } from './campaigns.fixture.ts'
import { recordingServer } from './recording-server.fixture.ts'
import { sendCampaign } from './send-campaign.ts'

const addresses = ['aino.harju@yritys.example', 'eero.maki@yritys.example', 'liisa.sola@yritys.example'] as const
const server = await recordingServer()
after(() => server.stop())
const { as, ask, register } = await anApp()
await register.setClock(noon)
const owner = register.db.owner()
const saku = as('saku')

type Step =
  | { do: 'take in' | 'import' | 'object' | 'unsubscribe' | 'erase' | 'organisation leaves'; at: number }
  | { do: 'merge'; at: number; into: number }
  | { do: 'send' | 'send what was queued' | 'queue' }

const at = fc.nat(addresses.length - 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('take in', 'take in', 'import' as const), at }) as fc.Arbitrary<Step>,
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('object', 'unsubscribe', 'erase' as const), at }) as fc.Arbitrary<Step>,
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const), at, into: at }) },
  { weight: 3, arbitrary: fc.constantFrom<Step>({ do: 'send' }, { do: 'queue' }, { do: 'send what was queued' }) },
)

test('AS-26: after an objection no message is ever sent to that address, whatever is done in whatever order', async (t) => {
  const done = { runs: 0, sent: 0, objected: 0 }
  await fc.assert(
    fc.asyncProperty(fc.noBias(fc.array(step, { minLength: 10, maxLength: 18 })), async (steps) => {
      await emptied()
      const company = (
        await saku('POST', '/companies', { values: { 'org.name': 'Yritys Oy' }, source: 'contact' })
      ).json().id as string
      for (const address of addresses) await takeIn(address, company)
      const objected = new Set<string>()
      const waiting: string[] = []
      for (const one of steps) await take(one, { company, objected, waiting })
      await sendAll(waiting)
      done.runs += 1
      done.objected += objected.size
    }),
    { numRuns: Number(process.env.OBJECTION_RUNS ?? 8), endOnFailure: true },
  )
  t.diagnostic(JSON.stringify(done))
  assert.ok(done.sent > 0 && done.objected > 0, JSON.stringify(done))

  async function take(
    one: Step,
    { company, objected, waiting }: { company: string; objected: Set<string>; waiting: string[] },
  ) {
    const address = 'at' in one ? addresses[one.at] : undefined
    const person = address ? await personWith(address) : null
    if (one.do === 'take in' && address) await takeIn(address, company)
    if (one.do === 'import' && address) await importFile(address)
    if (one.do === 'object' && person && address) {
      const answer = await as('maija')('POST', `/people/${person}/objections`, { scope: 'all', via: 'phone' })
      assert.equal(answer.statusCode, 201, answer.body)
      objected.add(address)
    }
    if (one.do === 'unsubscribe' && address) {
      const link = lastLinkTo(address)
      if (link) {
        const answer = await ask('POST', link, {
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload: 'List-Unsubscribe=One-Click',
        })
        assert.equal(answer.statusCode, 200, answer.body)
        objected.add(address)
      }
    }
    if (one.do === 'erase' && person) await as('ingrid', 'privacy')('POST', `/people/${person}/erasure`, {})
    if (one.do === 'merge' && person) {
      const into = await personWith(addresses[one.into] ?? '')
      if (into && into !== person) await saku('POST', `/people/${into}/merges`, { from: person, source: 'contact' })
    }
    const before = server.taken.length
    if (one.do === 'queue') await queueOne(waiting)
    if (one.do === 'send what was queued') await sendAll(waiting)
    if (one.do === 'send') {
      await queueOne(waiting)
      await sendAll(waiting)
    }
    for (const { to } of server.taken.slice(before)) {
      assert.ok(!objected.has(to), `a message went to ${to} after the objection`)
      done.sent += 1
    }
  }
})

async function queueOne(waiting: string[]) {
  const id = await queued(register).catch((fault: { code?: string }) => {
    if (fault.code === 'AUDIENCE_EMPTY') return null
    throw fault
  })
  if (id) waiting.push(id)
}

async function sendAll(waiting: string[]) {
  for (const id of waiting.splice(0)) await sendCampaign(register, sendingTo(register, server.url), id)
}

async function emptied() {
  await sql`truncate register.campaign_recipient, register.campaign, register.person, register.organisation, register.suppression, register.objection, register.tombstone cascade`.execute(
    owner,
  )
  server.taken.length = 0
}

async function takeIn(address: string, company: string) {
  const values = {
    'person.name': { given: 'Nimi', family: address.split('@')[0] },
    'person.email': address,
    'person.jobRole': 'Ostopäällikkö',
  }
  await saku('POST', '/people', { values, kind: 'representative', company, source: 'contact' })
}

async function importFile(address: string) {
  const brought = await saku('POST', '/imports', {
    payload: Buffer.from(`Nimi;Sähköposti;Yritys;Tehtävä\nNimi Sukunimi;${address};Yritys Oy;Ostopäällikkö`),
    headers: { 'content-type': 'application/octet-stream' },
  })
  assert.equal(brought.statusCode, 201, brought.body)
  const { id } = brought.json()
  const columns = ['person.name', 'person.email', 'org.name', 'person.jobRole']
  const tried = await saku('POST', `/imports/${id}/trial`, { columns, source: 'contact' })
  assert.equal(tried.statusCode, 202, tried.body)
  const run = await saku('POST', `/imports/${id}/run`)
  assert.ok([202, 409].includes(run.statusCode), run.body) // nobody may be left to take in
}

async function personWith(address: string): Promise<string | null> {
  const { rows } = await sql<{
    id: string
  }>`select person_id as id from register.person_email where address = ${address} order by random() limit 1`.execute(
    owner,
  )
  return rows[0]?.id ?? null
}

// The link of the last message that reached the address, as its reader has it.
function lastLinkTo(address: string): string | null {
  const raw = server.taken.findLast(({ to }) => to === address)?.raw
  return /List-Unsubscribe: <https:\/\/[^/]+(\/u\/[\w-]+)>/.exec(raw ?? '')?.[1] ?? null
}

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { kills } from '#test/kills'
import { inOneFile } from '#test/one-file'
import { aRegister, noon, type TestRegister } from '#test/register'
import { buyers, queued, sendingTo } from './campaigns.fixture.ts'
import { type RecordingServer, recordingServer } from './recording-server.fixture.ts'
import { sendCampaign } from './send-campaign.ts'

// Each kill meets five campaigns under way at once: a process takes longer to start than to be killed.
const atOnce = 5
const rounds = Math.ceil(kills / atOnce)
const people = 40
const child = await inOneFile(new URL('sender-child.fixture.ts', import.meta.url))

test(`a sender killed at any moment, ${rounds * atOnce} campaigns: nobody gets it twice, nobody is skipped silently`, async (t) => {
  const register = await aRegister()
  await register.setClock(noon)
  await buyers(register, people)
  const seen = { campaigns: 0, killedMidway: 0, unsure: 0, unsureTaken: 0, sent: 0 }

  for (let kill = 0; kill < rounds; kill += 1) {
    const server = await recordingServer({ delay: () => Math.floor(Math.random() * 8) })
    after(() => server.stop())
    const ids: string[] = []
    for (let one = 0; one < atOnce; one += 1) ids.push(await queued(register, { name: `Kampanja ${kill}.${one}` }))
    await killedSomewhere(register.db.url, server, ids.join())
    const atKill = new Set(server.taken.map(({ id }) => id))
    for (const id of ids) await settledAfter(register, server, { id, atKill, seen })
    await server.stop()
  }
  t.diagnostic(JSON.stringify(seen))
  assert.ok(seen.killedMidway > 0, 'no kill met a campaign under way')
})

interface Kill {
  id: string
  /** Ids of the messages taken before the kill. */
  atKill: ReadonlySet<string>
  seen: { campaigns: number; killedMidway: number; unsure: number; unsureTaken: number; sent: number }
}

// As each minute's round does: another sender takes up what was left. A statement that the dead one had begun may still end.
async function settledAfter(register: TestRegister, server: RecordingServer, { id, atKill, seen }: Kill) {
  let became = await sendCampaign(register, sendingTo(register, server.url), id)
  for (let again = 0; /waiting|busy/.test(became) && again < 50; again += 1) {
    if (became === 'busy') await new Promise((resolve) => setTimeout(resolve, 50))
    became = await sendCampaign(register, sendingTo(register, server.url), id)
  }
  assert.match(became, /ended|not-under-way/)

  const { rows } = await sql<{ id: string; state: string }>`
    select id, state from register.campaign_recipient where campaign_id = ${id}`.execute(register.db.owner())
  assert.equal(rows.length, people)
  for (const { id: message, state } of rows) {
    const times = server.taken.filter((one) => one.id === message).length
    assert.ok(times <= 1, `somebody got it ${times} times`)
    if (state === 'sent') assert.equal(times, 1, 'said to be sent, and was not')
    else assert.equal(state, 'unsure', `left ${state}`)
    seen[state === 'unsure' ? 'unsure' : 'sent'] += 1
    if (state === 'unsure') seen.unsureTaken += times
  }
  assert.ok(rows.filter(({ state }) => state === 'unsure').length <= 16, 'at most lanes × group')
  const before = rows.filter((one) => atKill.has(one.id)).length
  seen.campaigns += 1
  if (before > 0 && before < people) seen.killedMidway += 1
}

// At a random moment between the first message and the last, and now and then a few milliseconds later.
async function killedSomewhere(url: string, server: RecordingServer, campaigns: string) {
  const sender = spawn(process.execPath, [child, url, server.url, campaigns], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let isGone = false
  const gone = new Promise<void>((resolve) =>
    sender.once('exit', () => {
      isGone = true
      resolve()
    }),
  )
  const enough = Math.floor(Math.random() * people * atOnce * 0.8)
  while (!isGone && server.taken.length < enough) await new Promise((passed) => setTimeout(passed, 2))
  await Promise.race([gone, new Promise((passed) => setTimeout(passed, Math.random() * 30))])
  sender.kill('SIGKILL')
  await gone
  await new Promise((passed) => setTimeout(passed, 60)) // PostgreSQL hears of it when the socket closes
}

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { aRegister, noon } from '#test/register'
import { buyers, queued, sendingTo } from './campaigns.fixture.ts'
import { recordingServer } from './recording-server.fixture.ts'
import { sendCampaign } from './send-campaign.ts'

const rounds = Number(process.env.KILL_ROUNDS ?? 5)
const people = 40
const child = fileURLToPath(new URL('sender-child.fixture.ts', import.meta.url))

test(`a sender killed at any moment, ${rounds} times: nobody gets it twice, nobody is skipped silently`, async (t) => {
  const register = await aRegister()
  await register.setClock(noon)
  const owner = register.db.owner()
  await buyers(register, people)
  const seen = { rounds: 0, killedMidway: 0, unsure: 0, unsureTaken: 0, sent: 0 }

  for (let round = 0; round < rounds; round += 1) {
    const server = await recordingServer({ delay: () => Math.floor(Math.random() * 8), keepsRaw: false })
    after(() => server.stop())
    const id = await queued(register, { name: `Kierros ${round}` })
    await killedSomewhere(register.db.url, server.url, id, Math.random() * 120)
    const atKill = server.taken.length
    // As each minute's round does: another sender takes up what was left. A statement that the dead one had begun may still end.
    let became = await sendCampaign(register, sendingTo(register, server.url), id)
    for (let again = 0; became === 'waiting' && again < 5; again += 1)
      became = await sendCampaign(register, sendingTo(register, server.url), id)
    assert.match(became, /ended|not-under-way/)
    await server.stop()

    const { rows } = await sql<{ id: string; state: string; to: string }>`
      select mine.id, mine.state, mail.address as to from register.campaign_recipient mine
      join register.person_email mail on mail.person_id = mine.person_id where mine.campaign_id = ${id}`.execute(owner)
    const taken = server.count()
    assert.equal(rows.length, people)
    for (const { state, to } of rows) {
      const times = taken.get(to) ?? 0
      assert.ok(times <= 1, `round ${round}: somebody got it ${times} times`)
      if (state === 'sent') assert.equal(times, 1, `round ${round}: said to be sent, and was not`)
      else assert.equal(state, 'unsure', `round ${round}: left ${state}`)
      if (state === 'unsure') {
        seen.unsure += 1
        seen.unsureTaken += times
      } else seen.sent += 1
    }
    assert.ok(rows.filter(({ state }) => state === 'unsure').length <= 16, 'at most lanes × group')
    seen.rounds += 1
    if (atKill > 0 && atKill < people) seen.killedMidway += 1
  }
  t.diagnostic(JSON.stringify(seen))
  assert.ok(seen.killedMidway > 0, 'no kill met a campaign under way')
})

async function killedSomewhere(url: string, smtpUrl: string, campaignId: string, after: number) {
  const sender = spawn(process.execPath, [child, url, smtpUrl, campaignId], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise((resolve) => sender.once('exit', resolve))
  await Promise.race([gone, new Promise((resolve) => sender.stdout.once('data', resolve))])
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, after))])
  sender.kill('SIGKILL')
  await gone
  await new Promise((passed) => setTimeout(passed, 60)) // PostgreSQL hears of it when the socket closes
}

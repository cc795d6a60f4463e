import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { test } from 'node:test'
import { sql } from 'kysely'
import { prepareJobs, runJobs } from '#platform/jobs'
import { withLogin } from '#platform/pools'
import { anApp } from '#test/app'
import { kills } from '#test/kills'
import { inOneFile } from '#test/one-file'
import { runRules } from '#work'
import { workTriggers } from '../../timeline.ts'

const child = await inOneFile(new URL('rules-child.fixture.ts', import.meta.url))
const { as, register, ids } = await anApp()
const sales = as('saku')
const { db } = register
const person = (await sales('POST', '/people', { values: { 'person.name': 'Maija Mäki' }, source: 'contact' })).json()
const rule = {
  ...{ name: 'Vastaa', starts: 'enquiry-arrives', asked: {}, does: 'task' },
  wish: { to: [ids.saku], title: 'Vastaa' },
}
const made = await sales('POST', '/work-rules', rule)
assert.equal(made.statusCode, 201, made.body)

const enquire = async () => {
  const wish = { channel: 'phone', message: 'Hinta?', person: person.id, source: 'contact' }
  return (await sales('POST', '/enquiries', wish)).json().id as string
}
const tasksAbout = async (ids: readonly string[]) =>
  (
    await sql<{ id: string; count: number }>`select subject_id as id, count(*)::int as count from register.task
      where subject_id = any(${[...ids]}::uuid[]) group by subject_id`.execute(db.owner())
  ).rows

test('a rule acts as soon as the deed that starts it is committed, without waiting for the minute', async () => {
  const worker = withLogin(db.url, db.loginOf('worker'), db.secretOf('worker'))
  await prepareJobs(db.url, worker)
  const work = async () => void (await runRules(register as never, workTriggers))
  const jobs = await runJobs(worker, [{ name: 'run-work-rules', hears: 'rules_asked', work }])
  const id = await enquire()
  const until = Date.now() + 10_000
  while ((await tasksAbout([id])).length === 0 && Date.now() < until)
    await new Promise((passed) => setTimeout(passed, 20))
  assert.deepEqual(await tasksAbout([id]), [{ id, count: 1 }])
  await jobs.stop()
})

test('two rounds at once meet each record once', async () => {
  const asked = [await enquire(), await enquire(), await enquire()]
  const rounds = await Promise.all([1, 2, 3].map(() => runRules(register as never, workTriggers)))
  assert.equal(
    rounds.reduce((sum, acted) => sum + acted, 0),
    asked.length,
  )
  assert.deepEqual(
    (await tasksAbout(asked)).map(({ count }) => count),
    [1, 1, 1],
  )
})

const rounds = Math.ceil(kills / 5)
test(`a round killed at any moment, ${rounds} times: the next does what was left, and nothing twice`, async (t) => {
  let midway = 0
  for (let kill = 0; kill < rounds; kill += 1) {
    const asked: string[] = []
    for (let one = 0; one < 12; one += 1) asked.push(await enquire())
    await killedSomewhere(asked)
    const done = (await tasksAbout(asked)).length
    if (done > 0 && done < asked.length) midway += 1
    await runRules(register as never, workTriggers)
    assert.deepEqual(
      (await tasksAbout(asked)).map(({ count }) => count),
      asked.map(() => 1),
    )
  }
  t.diagnostic(`met at work: ${midway} of ${rounds}`)
})

async function killedSomewhere(asked: readonly string[]) {
  const round = spawn(process.execPath, [child, db.url], { stdio: ['ignore', 'ignore', 'inherit'] })
  let isGone = false
  const gone = new Promise<void>((resolve) =>
    round.once('exit', () => {
      isGone = true
      resolve()
    }),
  )
  const enough = 1 + Math.floor(Math.random() * 8)
  while (!isGone && (await tasksAbout(asked)).length < enough) await new Promise((passed) => setTimeout(passed, 1))
  round.kill('SIGKILL')
  await gone
  await new Promise((passed) => setTimeout(passed, 60)) // PostgreSQL hears of it when the socket closes
}

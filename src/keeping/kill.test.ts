import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { dropSpare, keptBeside } from '#platform/spare-database'
import { kills } from '#test/kills'
import { inOneFile } from '#test/one-file'
import { drillIn } from '../restore-in.ts'
import { aKeptRegister } from './keeping.fixture.ts'

const rounds = kills
const kept = await aKeptRegister()
const { url, place, register } = kept
const [erased, objecting] = [await kept.person('Aino Aalto'), await kept.person('Boris Berg')]
await kept.seal()
const { file } = await kept.backUp()
await kept.erase(erased)
await kept.objects(objecting)
const late = await kept.person('Eva Ek')
await kept.seal()
await kept.stop()
const child = await inOneFile(new URL('./restore-child.fixture.ts', import.meta.url))

test(`restoring is killed at any moment, ${rounds} times: then it is the old register or the restored one, never between`, async () => {
  const lasts = await length()
  const met = { old: 0, restored: 0 }
  for (let round = 0; round < rounds; round += 1) {
    await restoring(file, (lasts * (round + 0.5)) / rounds)
    const server = await kept.start()
    const { rows } = await sql<{ erased: number; late: number; objections: number; restored: number }>`
      select (select count(*) from register.person where id = ${erased}) as erased,
        (select count(*) from register.person where id = ${late}) as late,
        (select count(*) from register.objection where person_id = ${objecting} and lifted_at is null) as objections,
        (select count(*) from register.restoration where replayed_at is not null) as restored`.execute(
      server.db.owner(),
    )
    const [found] = rows
    assert.deepEqual([found?.erased, found?.objections], [0, 1], `round ${round}`)
    assert.equal(found?.late, found?.restored === 0 ? 1 : 0, `round ${round}`)
    met[found?.late === 1 ? 'old' : 'restored'] += 1
    await kept.sealIn(server)
    assert.deepEqual((await kept.verify(server)).faults, [], `round ${round}`)
    await server.db.close()
    for (const { url: aside } of await keptBeside(url, 'before')) await dropSpare(aside)
  }
  console.log(`# killed ${rounds} times within ${Math.round(lasts)} ms: ${JSON.stringify(met)}`)
  assert.ok(met.old > 0)
})

// A whole restoring, beside the register, and the start of a process.
async function length() {
  const began = performance.now()
  await restoring('/nowhere', 60_000)
  const server = await kept.start()
  const drill = performance.now()
  await drillIn(server, place, file)
  const [starting, drilling] = [drill - began, performance.now() - drill]
  await server.db.close()
  return starting / 2 + drilling * 1.4
}

async function restoring(backup: string, killedAfter: number) {
  const order = JSON.stringify({ place, file: backup, now: register.now() })
  const running = spawn(process.execPath, [child, order], { stdio: 'ignore' })
  const over = once(running, 'exit')
  await Promise.race([over, pause(killedAfter, undefined, { ref: false })])
  running.kill('SIGKILL')
  await over
  await pause(50)
}

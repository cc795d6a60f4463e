import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { anApp } from '#test/app'
import { kills } from '#test/kills'
import { useImportFolder } from './files/import-folder.ts'
import { goOnWithImports } from './import-jobs.ts'
import { keepImport } from './keep-import.ts'
import { runImport } from './run-import.ts'
import { tryImport } from './try-import.ts'

const { register, ids } = await anApp()
const folder = await mkdtemp(join(tmpdir(), 'seloste-killed-'))
after(() => rm(folder, { recursive: true, force: true }))
useImportFolder(register, folder)
const lines = 2_500
const occasion = { by: ids.saku, duty: 'sales', purpose: 'customer-relationship', at: register.now(), under: '1' }

test(`an import is cut off at any moment, up to ${kills} times: no line is taken twice and none is lost`, async () => {
  const id = await keepImport(register as never, occasion, file())
  const one = { running: register as never, occasion, id }
  const columns = ['org.name', 'person.name', 'person.email', 'person.phone']
  await tryImport(one, {
    columns,
    source: 'organisation',
    personKey: 'person.email',
    companyKey: 'org.businessId',
    overwrite: {},
  })
  const killed = { reading: 0, running: 0 }
  for (let round = 0; killed.reading + killed.running < kills && round < kills * 4; round++) {
    const state = await stateOf(id)
    if (state === 'tried') await runImport(one).catch(() => undefined) // a connection of before the cut
    if (state === 'finished') break
    if (state !== 'tried' && (await cut(id, 5 + ((round * 97) % 400)))) killed[state as 'reading' | 'running']++
  }
  for (let again = 0; again < 30 && (await stateOf(id)) !== 'finished'; again++) {
    if ((await stateOf(id)) === 'tried') await runImport(one).catch(() => undefined)
    await goOnWithImports(register as never, id).catch(() => pause(20)) // as a job comes round again
  }

  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from register.person) as people, (select count(distinct address) from register.person_email) as addresses,
      (select count(*) from register.organisation) as companies, (select count(*) from register.notice) as notices,
      (select count(*) from register.affiliation) as ties, (select count(*) from register.person_source) as sources,
      (select count(*) from register.ledger_opening where payload ->> 'what' = 'person.created') as told,
      (select count(*) from register.import_line where state = 'taken') as taken`.execute(register.db.owner())
  const people = {
    people: lines,
    addresses: lines,
    notices: lines,
    ties: lines,
    told: lines,
    taken: lines,
    sources: lines * 3,
  }
  assert.deepEqual({ ...rows[0] }, { ...people, companies: lines / 5 })
  const run = await register.db
    .owner()
    .selectFrom('register.import_run')
    .select(['state', 'people', 'companies', 'file_key'])
    .executeTakeFirst()
  assert.deepEqual(run, { state: 'finished', people: lines, companies: lines / 5, file_key: null })
  assert.deepEqual(await readdir(folder), [])
  console.log(`# cut while reading ${killed.reading} times, while taking ${killed.running} times`)
  assert.ok(killed.running > 0)
})

/** Cuts every connection at this moment, as a power cut does: true where the work was not over yet. */
async function cut(id: string, after: number): Promise<boolean> {
  let isOver = false
  const work = goOnWithImports(register as never, id).then(
    () => true,
    () => false,
  )
  void work.then(() => {
    isOver = true
  })
  await pause(after)
  const wasAtWork = !isOver
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename in ('seloste_test_sales', 'seloste_test_matching')`.execute(
    register.db.owner(),
  )
  return !(await work) && wasAtWork
}

async function stateOf(id: string) {
  const row = await register.db
    .owner()
    .selectFrom('register.import_run')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.state
}

async function* file(): AsyncGenerator<Buffer> {
  yield Buffer.from('Yritys;Nimi;Sähköposti;Puhelin\n')
  for (let n = 0; n < lines; n++)
    yield Buffer.from(
      `Koeyritys ${Math.floor(n / 5)} Oy;Etu${n} Suku${n % 991};etu${n}@koe.example;040 ${1_000_000 + n}\n`,
    )
}

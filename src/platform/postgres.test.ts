import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { startPostgres } from './postgres.ts'
import { portOfRunning } from './postgres-cluster.ts'
import { clusterAt } from './postgres-home.ts'

const isRoot = process.getuid?.() === 0

describe('the embedded PostgreSQL', { skip: process.env.DATABASE_URL ? 'DATABASE_URL is set' : false }, () => {
  let directory = ''

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'seloste-postgres-'))
    await chmod(directory, 0o755)
  })
  after(async () => {
    assert.equal(await runningPort(), undefined, 'no server is left behind')
    await rm(directory, { recursive: true, force: true })
  })

  it('keeps what was written over a stop and a new start, at the same address', async () => {
    const first = await start()
    await ask(first.url, 'create table letter (words text)')
    await ask(first.url, `insert into letter values ('terve')`)
    await first.stop()
    const second = await start()

    assert.equal(second.url, first.url)
    assert.deepEqual(await ask(second.url, 'select words from letter'), [{ words: 'terve' }])
    await second.stop()
  })

  it('writes UTF-8, sorts as Finnish does, and sees letters with dots', async () => {
    const { url, stop } = await start()
    const sorted = `select string_agg(n, ' ' order by n) as names from unnest(array['Öst', 'Zorro', 'Ångström', 'Äijä', 'Aalto']) n`
    const trigrams = `create extension pg_trgm; select 'Mäki' % 'mäki' as alike`

    assert.deepEqual(await ask(url, sorted), [{ names: 'Aalto Zorro Ångström Äijä Öst' }])
    assert.deepEqual(await ask(url, 'show server_encoding'), [{ server_encoding: 'UTF8' }])
    assert.deepEqual(await ask(url, trigrams), [{ alike: true }])
    await stop()
  })

  it('lets nobody in without the password, which only its account can read', async () => {
    const { url, stop } = await start()
    const wrong = new URL(url)
    wrong.password = 'arvaus'
    const { home } = await clusterAt(directory)

    await assert.rejects(ask(wrong.href, 'select 1'), { code: '28P01' })
    assert.equal((await stat(join(home, 'password'))).mode & 0o777, 0o600)
    await stop()
  })

  it('is shared by two starts at once, and stops with the last of them', async () => {
    const [one, other] = await Promise.all([start(), start()])
    assert.equal(one.url, other.url)

    await one.stop()
    assert.deepEqual(await ask(other.url, 'select 1 as here'), [{ here: 1 }])
    await other.stop()
    assert.equal(await runningPort(), undefined)
  })

  it('comes back by itself when its server is killed under it', async () => {
    const { url, stop } = await start()
    process.kill(await serverPid(), 'SIGKILL')

    assert.deepEqual(await askUntilAnswered(url, 'select words from letter'), [{ words: 'terve' }])
    await stop()
  })

  it('is found again after the program that started it was killed', async () => {
    const program = await startElsewhere()
    program.kill('SIGKILL')
    await once(program, 'exit')

    const { url, stop } = await start()
    assert.deepEqual(await ask(url, 'select words from letter'), [{ words: 'terve' }])
    await stop()
  })

  it('starts again after program and server were killed together', async () => {
    const program = await startElsewhere()
    process.kill(await serverPid(), 'SIGKILL')
    program.kill('SIGKILL')
    await once(program, 'exit')

    const { url, stop } = await start()
    assert.deepEqual(await ask(url, 'select words from letter'), [{ words: 'terve' }])
    await stop()
  })

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`is stopped cleanly by ${signal}`, async () => {
      const program = await startElsewhere()
      program.kill(signal)
      const [, ended] = await once(program, 'exit')

      assert.equal(ended, signal)
      assert.equal(await runningPort(), undefined)
    })
  }

  it('is not started when DATABASE_URL names another server', async () => {
    process.env.DATABASE_URL = 'postgres://elsewhere.example/register'
    const { url, stop } = await start().finally(() => delete process.env.DATABASE_URL)

    await stop()
    assert.equal(url, 'postgres://elsewhere.example/register')
    assert.equal(await runningPort(), undefined)
  })

  it('lives elsewhere when root keeps the directory from its account', {
    skip: !isRoot && 'only root lends an account',
  }, async () => {
    const closed = await mkdtemp(join(tmpdir(), 'seloste-closed-'))
    const { url, stop } = await startPostgres({ directory: closed, durable: false })
    const { home } = await clusterAt(closed)

    assert.match(home, /^\/var\/lib\/seloste\//)
    assert.deepEqual(await ask(url, 'select current_setting($$fsync$$) as fsync'), [{ fsync: 'off' }])
    await stop()
    await Promise.all([closed, home].map((made) => rm(made, { recursive: true })))
  })

  function start() {
    return startPostgres({ directory, durable: true })
  }

  async function startElsewhere(): Promise<ChildProcess> {
    const program = fork(fileURLToPath(new URL('./postgres.fixture.ts', import.meta.url)), [directory])
    await once(program, 'message')
    return program
  }

  async function serverPid() {
    const { home } = await clusterAt(directory)
    return Number((await readFile(join(home, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0])
  }

  async function runningPort() {
    return portOfRunning(await clusterAt(directory))
  }
})

async function ask(url: string, question: string) {
  const client = new Client(url)
  await client.connect()
  try {
    const answers = [await client.query(question)].flat()
    return answers.at(-1)?.rows ?? []
  } finally {
    await client.end()
  }
}

async function askUntilAnswered(url: string, question: string) {
  for (let attempt = 1; attempt < 100; attempt++) {
    const rows = await ask(url, question).catch(() => undefined)
    if (rows) return rows
    await pause(50)
  }
  assert.fail('the server did not come back in five seconds')
}

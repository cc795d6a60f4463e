import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * One process at a time, on this machine, while `deed` runs.
 * Node has no flock; SQLite's lock is one, and the operating system frees it however the process dies.
 */
export async function alone<T>(file: string, deed: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(file, { timeout: 0 })

  try {
    while (!locked(lock)) await pause(50)
    return await deed()
  } finally {
    lock.close()
  }
}

function locked(lock: DatabaseSync): boolean {
  try {
    lock.exec('begin exclusive')
    return true
  } catch (fault) {
    if ((fault as { errcode?: number }).errcode === sqliteBusy) return false
    throw fault
  }
}

const sqliteBusy = 5

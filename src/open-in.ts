import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { choicesKey, useChoicesKey } from '#choices'
import { useImportFolder } from '#exchange'
import {
  type Backup,
  backupKey,
  type EraseAgain,
  finishRestoring,
  keyPrints,
  recordBackup,
  writeBackup,
} from '#keeping'
import { keepReplayLog } from '#ledger'
import type { PoolSettings } from '#platform/pools'
import { Refusal } from '#platform/refusal'
import { erasePerson } from '#rights'
import type { Running } from '#statement'
import type { Database } from './database.ts'
import { holdingsOf } from './holdings.ts'
import { openRegister } from './open.ts'

export interface Opening extends PoolSettings {
  /** Where the keys, the seals, the replay log and the backups of this register lie. */
  directory: string
  /** The demo's data are told anew rather than backed up, and its replay log is its own. */
  demo?: boolean
}

/** Opens a register with what lies outside its database: a backup before migrating, its keys, and nothing that was lost. */
export async function openIn(opening: Opening, now: () => Date = () => new Date()): Promise<Running<Database>> {
  const { directory, demo = false, secret } = opening
  let backup: Backup | undefined
  const register = await openRegister(opening, now, async () => {
    if (demo) return
    const wish = {
      folder: backupsOf(directory),
      key: await backupKey(directory),
      keys: await keyPrints(directory, secret),
    }
    backup = await writeBackup(opening.url, { ...wish, at: now(), reason: 'before-migrating' })
  })
  try {
    await keepOutside(register, { directory, demo })
    const replayLog = replayLogIn(directory, demo)
    await finishRestoring(register, { directory, replayLog }, eraseAgain(register))
    if (backup) await recordBackup(register, keepingOccasion(register, 'opening'), backup)
    return register
  } catch (fault) {
    await register.db.close()
    throw fault
  }
}

async function keepOutside(register: Running<Database>, { directory, demo }: { directory: string; demo: boolean }) {
  useChoicesKey(register, await choicesKey(directory))
  useImportFolder(register, join(directory, 'imports'))
  const file = replayLogIn(directory, demo)
  // A log that is not there where there was one is lost, and restoring says so; a register's first day has an empty one.
  const { rows } = await sql`select from register.ledger_opening where payload ? 'replay' limit 1`.execute(
    register.db.owner(),
  )
  if (rows.length === 0) await (await open(file, 'a', 0o600)).close()
  keepReplayLog(register.db, file)
}

/** Art. 17 GDPR: the erasure of the replay log is the rights desk's own, holding by holding. */
export function eraseAgain(register: Running<Database>): EraseAgain {
  return async (personId) => {
    const statement = register.current()?.statement
    if (!statement) return false // S0.1: without a statement nobody was ever stored
    const wish = { holdings: holdingsOf(register), statement, personId, again: true }
    const done = await erasePerson(register, keepingOccasion(register, 'restoring'), wish).catch((fault: unknown) => {
      if (fault instanceof Refusal && fault.code === 'NOT_FOUND') return undefined
      throw fault
    })
    return done !== undefined
  }
}

/** The occasion of what keeping does without anyone asking. */
export function keepingOccasion(register: Running<Database>, by: string) {
  const under = String(register.current()?.version ?? 0)
  return { by, duty: 'retention', purpose: 'retention', at: register.now(), under }
}

/** Where the replay log of a directory is. */
export function replayLogIn(directory: string, demo = false) {
  return join(directory, demo ? 'demo-replay.log' : 'replay.log')
}

/** Where backups go unless BACKUP_DIR names another disk. */
export function backupsOf(directory: string) {
  return process.env.BACKUP_DIR ?? join(directory, 'backups')
}

import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { backupsIn, sealsIn } from '#keeping'
import { keyInFile, liveLedger, readReplayLog, verify, verifyOn } from '#ledger'
import type { Outside } from '#oversight'
import { areRulesOf, databaseRules } from '#platform/database-rules'
import type { Running } from '#statement'
import type { Database } from './database.ts'
import { backupsOf, replayLogIn } from './open-in.ts'

export interface OutsidePlace {
  /** Undefined where nobody keeps anything: a register in a test. */
  directory?: string
  publicUrl: string
  demo?: boolean
}

const schemaFile = new URL('../schema.sql', import.meta.url)
const keys = ['ledger.key', 'suppression.key', 'backup.key']

/** What stands outside the database, for the evidence: files, seals, the address, and a clock that must not be set. */
export async function outsideOf(
  register: Running<Database>,
  { directory = '/nowhere', publicUrl, demo = false }: OutsidePlace,
  whole = true,
): Promise<Outside> {
  const modes = await Promise.all(keys.map((name) => modeOf(join(directory, name))))
  const owner = register.db.owner()
  const { rows: clocks } = await sql`select from pg_db_role_setting
    where setconfig::text like '%seloste.now%' and setdatabase in (0, (select oid from pg_database where datname = current_database()))`.execute(
    owner,
  )
  const { rows: seals } = await sql<{ at: Date | null }>`select max(at) as at from register.ledger_checkpoint`.execute(
    owner,
  )
  return {
    ...{ publicUrl, isDemo: demo, clockSet: clocks.length > 0, sealedAt: seals[0]?.at ?? null },
    missingKeys: keys.filter((_, i) => modes[i] === null),
    exposedKeys: process.platform === 'win32' ? [] : keys.filter((_, i) => ((modes[i] ?? 0) & 0o077) !== 0),
    newestBackup: (await backupsIn(backupsOf(directory))).at(-1)?.takenAt ?? null,
    verified: await verified(register, directory, whole),
    rulesAsBuilt: areRulesOf(await readFile(schemaFile, 'utf8'), await databaseRules(owner)),
    replayLogWhole: await isReplayLogWhole(register, replayLogIn(directory, demo)),
  }
}

// Whole: every leaf, as the nightly job reads them. Otherwise what came since the last time, where nothing before was touched.
async function verified(register: Running<Database>, directory: string, whole: boolean): Promise<boolean | null> {
  if ((await modeOf(join(directory, 'ledger.key'))) === null) return null
  const key = await keyInFile(join(directory, 'ledger.key'), 'localhost')
  const place = { keys: [key], checkpointFile: sealsIn(directory) }
  const found = await (whole ? verify(await liveLedger(register.db, place)) : verifyOn(register.db, place))
  return found.ok
}

// What the ledger says was done must be in the log, or a restored backup would undo it.
async function isReplayLogWhole(register: Running<Database>, file: string): Promise<boolean> {
  if (register.current() && (await modeOf(file)) === null) return false
  const lines = await readReplayLog(register.db, file).then(
    ({ lines }) => lines,
    () => null,
  )
  if (lines === null) return false
  const known = lines.map(({ leaf }) => Buffer.from(leaf, 'base64url'))
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from register.ledger_opening own
    where own.payload ? 'replay' and own.payload ->> 'by' <> 'restoring' and own.hash <> all (${known}::bytea[])`.execute(
    register.db.owner() as unknown as Kysely<unknown>,
  )
  return Number(rows[0]?.n) === 0
}

async function modeOf(file: string): Promise<number | null> {
  return stat(file).then(
    ({ mode }) => mode,
    () => null,
  )
}

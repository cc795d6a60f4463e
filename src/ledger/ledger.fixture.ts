import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { dropDatabase, ensureDatabase } from '#platform/databases'
import { migrate } from '#platform/migrate'
import { openPools, type Pools } from '#platform/pools'
import { ensureRoles } from '#platform/roles'
import { testServer } from '#test/server'
import { grantsOfLedger } from './grants.ts'
import { keyInFile } from './key-file.ts'
import type { Occasion } from './occasion.ts'
import { perform } from './perform.ts'
import type { Sealing, SealStep } from './seal.ts'
import { seal } from './seal.ts'
import type { LedgerTables } from './tables.ts'
import { exportedLedger, liveLedger, verify } from './verify.ts'

export const noon = new Date('2026-03-02T10:00:00Z')

export type TestLedger = Awaited<ReturnType<typeof aLedger>>

/** A ledger of its own with nothing above it: two duties, a key and a file of seals. */
export async function aLedger() {
  const server = await testServer()
  const name = `ledger_${randomBytes(6).toString('hex')}`
  const { url } = await ensureDatabase(server, name)
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  await migrate(url, fileURLToPath(new URL('../../migrations', import.meta.url)))

  const db = openPools<LedgerTables>({ url, prefix: 'seloste_ledger', secret: 'a secret for tests only', size: 4 })
  await ensureRoles(db, ['sales', 'service', 'ledger', 'sealer', 'retention', 'rights'])
  for (const grant of grantsOfLedger(['sales', 'service'].map(db.loginOf), db.loginOf))
    await sql.raw(grant).execute(db.owner())

  const key = await keyInFile(join(folder, 'ledger.key'), 'register.example/ledger')
  const checkpointFile = join(folder, 'checkpoints')
  const sealing = { at: noon, origin: 'register.example/ledger', key, checkpointFile }
  after(async () => {
    await db.close()
    await dropDatabase(server, name)
    await rm(folder, { recursive: true })
  })

  return {
    db,
    key,
    folder,
    sealing,
    checkpointFile,
    record: (count: number, about = 'a') => record(db, count, about),
    seal: (more: Partial<Sealing> = {}) => seal(db, { ...sealing, ...more }),
    verify: async () => verify(await liveLedger(db, { keys: [key], checkpointFile })),
    verifyFile: async (file: string) => verify(await exportedLedger(file, { keys: [key], checkpointFile })),
  }
}

export const occasion: Occasion = {
  by: 'ingrid',
  duty: 'sales',
  purpose: 'customer-relationship',
  at: noon,
  under: '1',
}

async function record(db: Pools<LedgerTables>, count: number, about: string) {
  for (let i = 0; i < count; i += 1) {
    await perform(db, occasion, (act) =>
      act.record({ what: 'person.corrected', about: `${about}-${i}`, detail: { field: 'person.phone', turn: i } }),
    )
  }
}

/** Changes the database as its superuser would, past triggers and keys. */
export async function tamper(db: Pools<LedgerTables>, ...statements: string[]) {
  await db
    .owner()
    .transaction()
    .execute(async (transaction) => {
      await sql`set local session_replication_role = replica`.execute(transaction)
      for (const statement of statements) await sql.raw(statement).execute(transaction)
    })
}

/** What verify finds after these changes; everything is put back afterwards. */
export async function faultsAfterTampering({ db, verify: verifyNow }: TestLedger, statements: readonly string[]) {
  const tables = ['ledger_leaf', 'ledger_opening', 'ledger_index', 'ledger_checkpoint']
  await tamper(
    db,
    ...tables.map((table) => `create table if not exists register.kept_${table} as table register.${table}`),
    ...statements,
  )
  const { faults } = await verifyNow()
  await tamper(
    db,
    'alter table register.ledger_leaf disable trigger all',
    ...tables.toReversed().map((table) => `delete from register.${table}`),
    ...tables.map((table) => `insert into register.${table} overriding system value table register.kept_${table}`),
    'alter table register.ledger_leaf enable trigger all',
  )
  return faults.map(({ code, at }) => `${code} ${at}`)
}

export const hex = (bytes: Buffer) => `'\\x${bytes.toString('hex')}'`
/** The hash of the leaf that now has this place. */
export const leafAt = (index: number) => `(select hash from register.ledger_index where leaf_index = ${index})`

export const steps: SealStep[] = [
  'locked',
  'days recorded',
  'indexed',
  'hashed',
  'checkpoint kept',
  'committed',
  'file written',
]

export function withByteChanged(bytes: Buffer, place: number, change: number) {
  const other = Buffer.from(bytes)
  other[place] = (other[place] as number) ^ change
  return other
}

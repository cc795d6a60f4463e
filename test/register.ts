import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import { sql } from 'kysely'
import { openPools } from '#platform/pools'
import { type Running, running } from '#statement'
import type { Database } from '../src/database.ts'
import { ground } from '../src/ground.ts'
import { dropDatabase } from '../src/platform/databases.ts'
import { testServer } from './server.ts'
import { copyOf, type Kind, noon, settingsOf, useKeys } from './template.ts'

export { noon }

export interface TestRegister extends Running<Database> {
  /** Moves the clock, here and in the database's own policies. */
  setClock(at: Date | string): Promise<void>
  /** The ledger so far, as `event by whom`. */
  ledger(): Promise<string[]>
  /** The access log so far: who looked, under which duty and purpose, at how many people and which fields. */
  looks(): Promise<{ by: string; duty: string; purpose: string; people: string[]; fields: string[] }[]>
}

export interface Wish {
  /** `valo`: the demo group's statement is published; `null`: none is. */
  statement?: 'valo' | null
  /** `cast`: employed already; `demo`: the demo's two years are told, under its own statement. */
  staff?: 'cast' | 'demo'
  /** A server of its own where a test needs it broken. */
  serverUrl?: string
}

/** A register of its own for this test file, cloned from a migrated template in a fraction of a second. */
export async function aRegister({ statement = 'valo', staff, serverUrl }: Wish = {}): Promise<TestRegister> {
  const server = serverUrl ?? (await testServer())
  const name = `test_${randomBytes(6).toString('hex')}`
  const base = statement ?? 'bare'
  const kind: Kind = staff === 'demo' ? 'demo' : staff ? `${base}_${staff}` : base
  const url = await copyOf(server, kind, name)
  let now = noon
  // The copy is migrated, and its rights are granted: to grant them anew would take longer than the copying.
  const register = await running(openPools<Database>(settingsOf(url)), ground, () => now)
  useKeys(register)
  const owner = register.db.owner()

  after(async () => {
    await register.db.close()
    await dropDatabase(server, name)
  })

  return {
    ...register,
    setClock: async (at) => {
      now = new Date(at)
      await sql.raw(`alter database "${name}" set seloste.now = '${now.toISOString()}'`).execute(owner)
    },
    ledger: async () => {
      const rows = await owner
        .selectFrom('register.ledger_leaf as leaf')
        .innerJoin('register.ledger_opening as opening', 'opening.hash', 'leaf.hash')
        .select('opening.payload')
        .where('leaf.seq', '>', base === 'valo' && staff !== 'demo' ? 1 : 0)
        .orderBy('leaf.seq')
        .execute()
      return rows.map(({ payload }) => `${payload.what} by ${payload.by}`)
    },
    looks: () =>
      owner
        .selectFrom('register.access_log')
        .select(['by', 'duty', 'purpose', 'people', 'fields'])
        .orderBy('id')
        .execute(),
  }
}

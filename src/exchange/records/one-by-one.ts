import { sql } from 'kysely'
import type { Act, Entry } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { ExchangeReach } from '../reach.ts'

export interface Refused {
  code: string
  field: string | null
  clause: string | null
}

export type Done<R> = { done: R; entries: readonly Entry[] } | { refused: Refused }

/** Does one line in a savepoint of its own: what it refuses, or the database does, is its reason, and nothing of it stays. */
export async function oneByOne<R>(
  act: Act<ExchangeReach>,
  deed: (act: Act<ExchangeReach>) => Promise<R>,
): Promise<Done<R>> {
  const entries: Entry[] = []
  await run(act, sql`savepoint of_line`)
  try {
    const done = await deed({ ...act, record: async (entry) => void entries.push(entry) })
    await run(act, sql`release savepoint of_line`)
    return { done, entries }
  } catch (fault) {
    const refused = refusedBy(fault)
    if (!refused) throw fault
    await run(act, sql`rollback to savepoint of_line`)
    await run(act, sql`release savepoint of_line`)
    return { refused }
  }
}

export async function run(act: Act<ExchangeReach>, query: ReturnType<typeof sql>) {
  return query.execute(act.db as never)
}

// What the database refuses of a row: a constraint, a reference, a right. A lost connection is none of them.
function refusedBy(fault: unknown): Refused | null {
  if (fault instanceof Refusal) {
    const { field, clause } = fault.detail
    return { code: fault.code, field: field ?? null, clause: clause ?? null }
  }
  const isOfRow = /^(22|23|42501)/.test((fault as { code?: string }).code ?? '')
  return isOfRow ? { code: 'LINE_NOT_TAKEN', field: null, clause: null } : null
}

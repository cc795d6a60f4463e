import { type RawBuilder, sql } from 'kysely'
import type { Act, Entry } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Running } from '#statement'
import type { ColumnEdit, RowChange } from '../list-definition.ts'

/** The code of a refusal, or null where the row was changed. */
export type Outcome = string | null

/** One row through its module's own deed, as a savepoint of its own: what is refused leaves neither a change nor an entry. */
export async function tryChange(
  act: Act<never>,
  running: Running<never>,
  { edit, change }: { edit: ColumnEdit; change: RowChange },
): Promise<Outcome> {
  const run = (text: string) =>
    sql.raw(text).execute(act.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0])
  const entries: Entry[] = []
  const own: Act<never> = {
    ...act,
    record: async (entry) => {
      entries.push(entry)
    },
  }
  await run('savepoint one_row')
  try {
    await edit.change(own, running, change)
    await run('release savepoint one_row')
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    await run('rollback to savepoint one_row')
    return fault.code
  }
  for (const entry of entries) await act.record(entry)
  return null
}

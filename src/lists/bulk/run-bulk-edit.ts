import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { Running } from '#statement'
import type { ListDefinition, References } from '../list-definition.ts'
import { seenList } from '../seen-list.ts'
import type { ListsTables } from '../tables.ts'
import { continueBulkEdit } from './continue-bulk-edit.ts'

type Tables = ListsTables & LedgerTables

export interface BulkGround {
  lists: readonly ListDefinition[]
  references: References
}

/** Does a bulk edit, or its undo, to the end: batch by batch, under the duty of whoever asked. */
export async function runBulkEdit<T>(
  register: Running<T>,
  ground: BulkGround,
  { id, list, occasion }: { id: string; list: string; occasion: Occasion },
): Promise<void> {
  const running = register as unknown as Running<Tables> // its tables are among T's
  const definition = ground.lists.find(({ name }) => name === list)
  if (!definition) return
  for (let isLeft = true; isLeft; ) {
    const now = { ...occasion, at: running.now(), under: String(running.current()?.version ?? 0) }
    const seen = await seenList(definition, running as never, { occasion: now, references: ground.references })
    isLeft = await perform(running.db, now, (act) => continueBulkEdit(act, running as never, { id, seen }))
  }
}

/** What a crash or a restart interrupted goes on where it stopped. */
export async function resumeBulkEdits<T>(register: Running<T>, ground: BulkGround, itself: Occasion): Promise<void> {
  const running = register as unknown as Running<Tables>
  if (!running.current()) return // before the first statement there is nobody to change
  for (const duty of running.policy().duties.keys()) {
    const waiting = await look(running.db, { ...itself, duty }, async (view) => {
      view.saw([], [])
      return view.db
        .selectFrom('register.bulk_edit')
        .select(['id', 'list', 'by', 'duty', 'purpose'])
        .where('state', 'in', ['running', 'undoing'])
        .where('duty', '=', duty)
        .execute()
        .catch(() => []) // a duty that reads nothing of any list
    })
    for (const { id, list, by, purpose } of waiting)
      await runBulkEdit(running, ground, { id, list, occasion: { ...itself, by, duty, purpose } })
  }
}

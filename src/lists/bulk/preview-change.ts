import type { Act } from '#ledger'
import type { Running } from '#statement'
import type { SeenList } from '../seen-list.ts'
import type { ListsTables } from '../tables.ts'
import { atOnce, type BulkWish, editOf } from './bulk-wish.ts'
import { type RowBefore, rowsToChange } from './rows-to-change.ts'
import { tryChange } from './try-change.ts'

export interface Preview {
  rows: number
  same: number
  changes: number
  refused: number
  /** How many rows were tried; refusals of the others show as the change goes on. */
  tried: number
  /** Why rows are refused, by code. */
  reasons: { code: string; rows: number }[]
  sample: {
    id: string
    name: string | null
    before: unknown
    outcome: 'changes' | 'same' | 'refused'
    code: string | null
  }[]
  about: string[]
}

/** Thrown with its answer when a trial is over, so that nothing of it stays. */
export class TrialOver extends Error {
  readonly preview: Preview
  constructor(preview: Preview) {
    super('a trial is taken back')
    this.preview = preview
  }
}

/** Does the change to the first rows and takes all of it back: what it would do is what it did. */
export async function previewChange(
  act: Act<ListsTables>,
  running: Running<never>,
  { seen, wish }: { seen: SeenList; wish: BulkWish },
): Promise<never> {
  const { edit } = editOf(seen, wish.column)
  const rows = await rowsToChange(act.db, seen, wish)
  const differing = rows.filter((row) => !isSame(row, wish.value))
  const codes = new Map<string, string | null>()
  for (const { id, revision } of differing.slice(0, atOnce)) {
    const change = { id, revision: revision ?? 0, value: wish.value, ...(wish.source ? { source: wish.source } : {}) }
    codes.set(id, await tryChange(act as never, running, { edit, change }))
  }
  const refused = [...codes.values()].filter((code) => code !== null)
  throw new TrialOver({
    rows: rows.length,
    same: rows.length - differing.length,
    changes: differing.length - refused.length,
    refused: refused.length,
    tried: codes.size,
    reasons: [...new Set(refused)].map((code) => ({ code, rows: refused.filter((one) => one === code).length })),
    sample: sampleOf(rows, wish, codes),
    about: rows.slice(0, atOnce).flatMap(({ about }) => about ?? []),
  })
}

export function isSame({ before }: Pick<RowBefore, 'before'>, value: BulkWish['value']): boolean {
  return before === null || before === undefined ? value === null || value === '' : before === value
}

// Those who are refused first: they are what somebody has to look at.
function sampleOf(rows: readonly RowBefore[], { value }: BulkWish, codes: ReadonlyMap<string, string | null>) {
  const order = { refused: 0, changes: 1, same: 2 }
  return rows
    .slice(0, 1000)
    .map((row) => {
      const code = codes.get(row.id) ?? null
      const outcome = isSame(row, value) ? ('same' as const) : code ? ('refused' as const) : ('changes' as const)
      return { id: row.id, name: row.name, before: row.before, outcome, code }
    })
    .sort((a, b) => order[a.outcome] - order[b.outcome])
    .slice(0, 12)
}

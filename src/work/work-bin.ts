import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import type { BinPart } from '#lists'
import { workField } from './party-of-work.ts'
import { rowsOf } from './rows.ts'

export type WorkKind = 'task' | 'note' | 'activity' | 'document'

/** What staff wrote down, planned and filed (S5.29), and the rules they made. */
export const workBin: Record<WorkKind | 'rule', BinPart> = {
  task: part('task', sql`title`),
  note: part('note', sql`left(text, 200)`),
  activity: part('activity', sql`title`),
  document: part('document', sql`name`),
  rule: {
    kind: 'rule',
    table: 'register.work_rule',
    fields: [workField],
    title: sql`name`,
    own: true,
    // What happened while the rule lay in the bin starts nothing, as with one that rested.
    restoring: async (act: Act<never>, id) =>
      void (await rowsOf(act, sql`update register.work_rule set since = ${act.at} where id = ${id}::uuid`)),
  },
}

function part(kind: WorkKind, title: RawBuilder<unknown>): BinPart {
  return { kind, table: `register.${kind}`, fields: [workField], title, party: 'free' }
}

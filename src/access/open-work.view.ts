import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import type { Policy } from '#statement'
import type { StaffCard } from './staff.view.ts'
import type { AccessTables } from './tables.ts'
import { type OpenWork, takenOf } from './taken-of.ts'

export interface KindOfWork {
  kind: string
  many: number
  /** How much of it the colleague asked about can take over; null where nobody was asked about. */
  taken: number | null
}

export interface HandedOver {
  id: string
  at: Date
  byName: string | null
  toName: string | null
  counts: Record<string, number>
  undoneAt: Date | null
  /** It may be taken back yet. */
  mayUndo: boolean
}

/** What somebody holds and has not done, by kind, and what they have handed over: how much, never whose or what. */
export async function openWorkOf(
  look: Look<AccessTables>,
  policy: Policy | null,
  { id, receiver }: { id: string; receiver: StaffCard | null },
): Promise<{ items: KindOfWork[]; handedOver: HandedOver[] }> {
  look.saw([], [])
  const work = await heldBy(look, id)
  const kinds = Map.groupBy(work, ({ kind }) => kind)
  const taken = receiver && takenOf(work, receiver, policy)
  const items = [...kinds].map(([kind, parts]) => ({
    kind,
    many: sum(parts),
    taken: taken && sum(taken.get(kind) ?? []),
  }))
  return { items, handedOver: await handedOverBy(look, id) }
}

async function handedOverBy({ db, at }: Look<AccessTables>, id: string): Promise<HandedOver[]> {
  const name = (column: string) =>
    sql<string | null>`(select staff.name from register.staff where staff.id::text = ${sql.ref(column)}::text)`
  return db
    .selectFrom('register.hand_over as one')
    .select(['one.id', 'one.at', 'one.counts', 'one.undone_at as undoneAt'])
    .select([name('one.to_staff').as('toName'), name('one.by').as('byName')])
    .select(
      sql<boolean>`one.ids is not null and one.undone_at is null
      and one.at >= ${at}::timestamptz - interval '14 days'`.as('mayUndo'),
    )
    .where('one.from_staff', '=', id)
    .orderBy('one.at', 'desc')
    .limit(50)
    .execute()
}

function sum(parts: readonly OpenWork[]): number {
  return parts.reduce((all, { many }) => all + many, 0)
}

/** Open work of somebody, a row for each kind and group company. */
export async function heldBy({ db }: { db: unknown }, id: string): Promise<OpenWork[]> {
  const { rows } = await sql<OpenWork>`
    select kind, field, group_company as "groupCompany", many from seloste.open_work_of(${id}::uuid)`.execute(
    db as Parameters<RawBuilder<OpenWork>['execute']>[0],
  )
  return rows
}

import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { type PaperState, stateOfPaper } from './paper.ts'
import type { RecipientTables } from './tables.ts'

/** Papers that are still there, the most pressing first; or those that were destroyed, the latest first. */
export async function papersListed(
  look: Look<RecipientTables>,
  { destroyed, limit }: { destroyed: boolean; limit: number },
) {
  const rows = await papers(look)
    .where('destroyed_at', destroyed ? 'is not' : 'is', null)
    .orderBy(destroyed ? 'destroyed_at' : 'destroy_by', destroyed ? 'desc' : 'asc')
    .orderBy('id')
    .limit(limit)
    .execute()
  look.saw([...new Set(rows.flatMap(({ people }) => people))], [])
  return { items: rows.map((row) => shown(row, dayInHelsinki(look.at))), next: null }
}

/** S10.7: the papers about a person that nobody has destroyed. While there is one, neither an access case nor an erasure closes. */
export async function paperOpen(look: Look<RecipientTables>, personId: string) {
  const rows = await papers(look)
    .where('destroyed_at', 'is', null)
    .where(sql<boolean>`people @> array[${personId}]::uuid[]`)
    .orderBy('destroy_by')
    .execute()
  look.saw([personId], [])
  return rows.map((row) => shown(row, dayInHelsinki(look.at)))
}

function papers({ db }: Look<RecipientTables>) {
  const named = (staff: 'made_by' | 'destroyed_by' | 'witness') =>
    sql<string | null>`(select staff.name from register.staff where staff.id::text = paper_item.${sql.ref(staff)})`
  return db
    .selectFrom('register.paper_item')
    .select(['id', 'what', 'location', 'people', 'reason', 'method', 'certificate'])
    .select([
      'made_at as madeAt',
      'destroy_by as destroyBy',
      'destroyed_at as destroyedAt',
      'group_company as groupCompany',
    ])
    .select([
      named('made_by').as('madeByName'),
      named('destroyed_by').as('destroyedByName'),
      named('witness').as('witnessName'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof papers>['execute']>>[number]

function shown(
  { people, ...paper }: Row,
  today: Day,
): Omit<Row, 'people'> & { people: readonly string[]; state: PaperState } {
  return { ...paper, people, state: stateOfPaper(paper, today) }
}

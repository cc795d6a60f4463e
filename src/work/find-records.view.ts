import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import type { FinderPart } from '#lists'
import { type InForce, namesOf, type RegisterTables } from '#register'
import { may } from '#statement'
import { rowsOf } from './rows.ts'
import type { WorkReach } from './tables.ts'

interface Row {
  kind: string
  id: string
  title: string
  state: string | null
  person: string | null
  organisation: string | null
}

export interface FinderWish {
  parts: readonly FinderPart[]
  said: string
  /** Asks the indexes of words, named by kind, for the rows that may be read. */
  find(said: string, indexes: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, readonly string[]>>
}

const mostOfKind = 5

/** Records of every kind whose number begins so, or whose title holds these words, as far as this duty reads them. */
export async function recordsFound(look: Look<WorkReach>, inForce: InForce, { parts, said, find }: FinderWish) {
  const sees = (field: FinderPart['field']) =>
    [field].flat().some((one) => may(inForce.policy, look.duty, look.purpose, one, 'read').allowed)
  const open = parts.filter(({ field }) => sees(field))
  const ids = await find(said, new Map(open.flatMap(({ kind, words }) => (words ? [[kind, words] as const] : []))))
  const each = open.flatMap((part) => hitsSql(part, said, ids.get(part.kind) ?? []) ?? [])
  const found =
    each.length === 0 ? [] : await rowsOf<Row>(look, sql.join(each, sql` union all `) as unknown as RawBuilder<Row>)
  const people = found.flatMap(({ person }) => person ?? [])
  const about = new Set(found.flatMap(({ kind, person }) => (person ? kind : [])))
  const fields = open.filter(({ kind }) => about.has(kind)).flatMap(({ field }) => field)
  look.saw(people, fields)
  const names = await namesOf(look as unknown as Look<RegisterTables>, inForce, {
    people,
    companies: found.map(({ organisation }) => organisation),
  })
  return {
    items: found.map(({ person, organisation, ...row }) => ({
      ...row,
      name: names.get(organisation ?? '') ?? names.get(person ?? '') ?? null,
      company: organisation,
      person,
    })),
  }
}

/** The rows of one kind, those found by their number first, then the newest; undefined where none can be. */
function hitsSql(part: FinderPart, said: string, ids: readonly string[]) {
  const number = /\d/.test(said) && !/[\s@]/.test(said) ? part.numbered?.(said) : undefined
  const hits = [
    ...(number ? [sql`select numbered.id, numbered.place from (${number}) numbered`] : []),
    ...(ids.length > 0 ? [sql`select worded.id, 1000 as place from unnest(${ids}::uuid[]) as worded(id)`] : []),
  ]
  if (hits.length === 0) return undefined
  const row = part.table.split('.').at(-1) ?? ''
  const nobody = sql`null::uuid`
  return sql`(select ${part.kind}::text as kind, ${sql.ref(`${row}.id`)}, ${part.title} as title, ${part.state ?? sql`null::text`} as state,
      ${part.person ?? nobody} as person, ${part.organisation ?? nobody} as organisation
    from (select id, min(place) as place from (${sql.join(hits, sql` union all `)}) every group by id) hit
      join ${sql.table(part.table)} on ${sql.ref(`${row}.id`)} = hit.id ${part.where ? sql`where ${part.where}` : sql``}
    order by hit.place, hit.id desc limit ${sql.lit(mostOfKind)})`
}

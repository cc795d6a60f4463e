import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import type { FinderPart } from '#lists'
import type { Language } from '#platform/language'
import { type InForce, namesOf, type RegisterTables } from '#register'
import { may } from '#statement'
import { excerpt } from './excerpt.ts'
import { rowsOf } from './rows.ts'
import type { WorkReach } from './tables.ts'

interface Row {
  kind: string
  id: string
  sort: string | null
  title: string | null
  state: string | null
  person: string | null
  organisation: string | null
  others: string[] | null
}

export interface FinderWish {
  parts: readonly FinderPart[]
  said: string
  language: Language
  /** Asks the indexes of words, named by kind, for the rows that may be read. */
  find(said: string, indexes: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, readonly string[]>>
}

const mostOfKind = 5

/** Records of every kind whose number begins so, or whose title holds these words, as far as this duty reads them. */
export async function recordsFound(
  look: Look<WorkReach>,
  inForce: InForce,
  { parts, said, language, find }: FinderWish,
) {
  const open = partsSeen(look, inForce, parts)
  const ids = await find(said, new Map(open.flatMap(({ kind, words }) => (words ? [[kind, words] as const] : []))))
  const each = open.flatMap((part) => {
    const hit = hitsOf(part, said, ids.get(part.kind) ?? [])
    return hit ? recordsSql(part, hit, { language }) : []
  })
  if (each.length === 0) return { items: await shownRecords(look, inForce, { parts: open, each, said }) }
  // With their row policies, to plan them takes ten times as long as to ask them: one plan for however many ids.
  await rowsOf(look, sql`select set_config('plan_cache_mode', 'force_generic_plan', true)`)
  return { items: await shownRecords(look, inForce, { parts: open, each, said }) }
}

/** The kinds whose fields this duty reads. */
export function partsSeen(
  { duty, purpose }: Pick<Look<WorkReach>, 'duty' | 'purpose'>,
  { policy }: InForce,
  parts: readonly FinderPart[],
) {
  return parts.filter(({ field }) => [field].flat().some((one) => may(policy, duty, purpose, one, 'read').allowed))
}

/** The records that these queries give, with whom each is about, all of whom are said to have been seen. */
export async function shownRecords(
  look: Look<WorkReach>,
  inForce: InForce,
  { parts, each, said }: { parts: readonly FinderPart[]; each: readonly RawBuilder<unknown>[]; said: string },
) {
  const found: Row[] = []
  // Kind by kind: as one question, each choice of kinds would be planned anew, 10 ms with all their row policies.
  for (const one of each) found.push(...(await rowsOf(look, one as RawBuilder<Row>)))
  const about = ({ person, others }: Row) => [...(person ? [person] : []), ...(others ?? [])]
  const fieldsOf = new Map(parts.map(({ kind, field }) => [kind, field]))
  const kinds = new Set(found.flatMap((row) => (about(row).length > 0 ? row.kind : [])))
  look.saw(
    [...new Set(found.flatMap(about))],
    [...kinds].flatMap((kind) => fieldsOf.get(kind) ?? []),
  )
  const names = await namesOf(look as unknown as Look<RegisterTables>, inForce, {
    people: found.map(({ person }) => person),
    companies: found.map(({ organisation }) => organisation),
  })
  return found.map(({ kind, id, sort, title, state, person, organisation }) => ({
    ...{ kind, id, sort, title: excerpt(title ?? '', said), state },
    name: names.get(organisation ?? '') ?? names.get(person ?? '') ?? null,
    company: organisation,
    person,
  }))
}

/** Selects the records of one kind out of `hit`, which gives an `id` and its `place` among them, nearest first. */
export function recordsSql(
  part: FinderPart,
  hit: RawBuilder<unknown>,
  { language, most = mostOfKind }: { language: Language; most?: number },
) {
  const title = typeof part.title === 'function' ? part.title(language) : part.title
  const { row, where: shown, opens } = rowOf(part)
  const where = shown ? sql`where ${shown}` : sql``
  const nobody = sql`null::uuid`
  const best = part.opens
    ? sql`select distinct on (${part.opens}) ${sql.ref(`${row}.id`)}, hit.place from (${hit}) hit
        join ${sql.table(part.table)} on ${sql.ref(`${row}.id`)} = hit.id ${where} order by ${part.opens}, hit.place, ${sql.ref(`${row}.id`)} desc`
    : hit
  return sql`select ${part.kind}::text as kind, ${opens} as id, ${part.sort ?? sql`null::text`} as sort, ${title} as title,
      ${part.state ?? sql`null::text`} as state, ${part.person ?? nobody} as person, ${part.organisation ?? nobody} as organisation,
      ${part.others ?? sql`null::uuid[]`} as others
    from (${best}) hit join ${sql.table(part.table)} on ${sql.ref(`${row}.id`)} = hit.id ${where}
    order by hit.place, hit.id desc limit ${sql.lit(most)}`
}

/** How one names a row of a part, which of its rows are shown, and what its screen is opened by. */
export function rowOf({ table, where, opens }: FinderPart) {
  const row = table.split('.').at(-1) ?? ''
  return { row, where, opens: opens ?? sql.ref(`${row}.id`) }
}

/** The rows of one kind, those found by their number first, then the newest; undefined where none can be. */
function hitsOf(part: FinderPart, said: string, ids: readonly string[]) {
  const number = /\d/.test(said) && !/[\s@]/.test(said) ? part.numbered?.(said) : undefined
  const hits = [
    ...(number ? [sql`select numbered.id, numbered.place from (${number}) numbered`] : []),
    ...(ids.length > 0 ? [sql`select worded.id, 1000 as place from unnest(${ids}::uuid[]) as worded(id)`] : []),
  ]
  if (hits.length === 0) return undefined
  return sql`select id, min(place) as place from (${sql.join(hits, sql` union all `)}) every group by id`
}

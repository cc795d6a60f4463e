import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { FinderPart } from '#lists'
import type { Language } from '#platform/language'
import { type InForce, namesOf, type RegisterTables } from '#register'
import { partsSeen, recordsSql, rowOf, shownRecords } from './find-records.view.ts'
import type { WorkReach } from './tables.ts'

const [mostKept, mostShown] = [30, 12]

/** What one opened last, newest first. What is gone, lies in the bin or is out of reach by now is left out, and nothing tells of it. */
export async function seenLately(
  look: Look<WorkReach>,
  inForce: InForce,
  { parts, language }: { parts: readonly FinderPart[]; language: Language },
) {
  const rows = await look.db
    .selectFrom('register.seen_lately')
    .select(['kind', 'record_id as id', 'at'])
    .where('staff', '=', look.by)
    .orderBy('at', 'desc')
    .limit(mostKept)
    .execute()
  look.saw([], [])
  const idsOf = (kind: string) => rows.flatMap((row) => (row.kind === kind ? row.id : []))
  const names = await namesOf(look as unknown as Look<RegisterTables>, inForce, {
    people: idsOf('person'),
    companies: idsOf('company'),
  })
  const opened = partsSeen(look, inForce, parts).filter(({ kind }) => idsOf(kind).length > 0)
  const records = await shownRecords(look, inForce, {
    ...{ parts: opened, said: '' },
    each: opened.map((part) => recordsSql(part, openedSql(part, idsOf(part.kind)), { language, most: mostKept })),
  })
  const shown = new Map(records.map((record) => [`${record.kind}/${record.id}`, record]))
  const items = rows.flatMap(({ kind, id, at }) => {
    const record = shown.get(`${kind}/${id}`) ?? cardOf(kind, id, names.get(id))
    return record ? [{ ...record, at }] : []
  })
  return { items: items.slice(0, mostShown) }
}

function cardOf(kind: string, id: string, title: string | undefined) {
  if (title === undefined || (kind !== 'person' && kind !== 'company')) return undefined
  return { kind, id, sort: null, title, state: null, name: null, company: null, person: null }
}

function openedSql(part: FinderPart, ids: readonly string[]) {
  const { row, opens } = rowOf(part)
  return part.opens
    ? sql`select ${sql.ref(`${row}.id`)}, 0 as place from ${sql.table(part.table)} where ${opens} = any(${ids}::uuid[])`
    : sql`select opened.id, 0 as place from unnest(${ids}::uuid[]) as opened(id)`
}

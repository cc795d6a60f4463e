import type { Look } from '#ledger'
import type { FinderPart } from '#lists'
import type { Language } from '#platform/language'
import { type InForce, namesOf, type RegisterTables } from '#register'
import { recordsNamed } from './subjects.view.ts'
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
  const shown = await recordsNamed(look, inForce, { parts, language, named: rows })
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

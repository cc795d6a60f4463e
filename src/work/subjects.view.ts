import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { FinderPart } from '#lists'
import type { Language } from '#platform/language'
import type { InForce } from '#register'
import { partsSeen, recordsSql, rowOf, shownRecords } from './find-records.view.ts'
import type { SaidSubject } from './party-of-work.ts'
import type { WorkReach } from './tables.ts'

/** How records are called here: each kind by the part of the module that owns it, in the reader's language. */
export interface Called {
  parts: readonly FinderPart[]
  language: Language
}

/** These records as this duty sees them, by `kind/id`. What is gone, lies in the bin or is out of reach is left out. */
export async function recordsNamed(
  look: Look<WorkReach>,
  inForce: InForce,
  { parts, language, named }: Called & { named: readonly SaidSubject[] },
) {
  const idsOf = (wanted: string) => named.flatMap(({ kind, id }) => (kind === wanted ? id : []))
  const asked = partsSeen(look, inForce, parts).filter(({ kind }) => idsOf(kind).length > 0)
  const records = await shownRecords(look, inForce, {
    ...{ parts: asked, said: '' },
    each: asked.map((part) => recordsSql(part, namedSql(part, idsOf(part.kind)), { language, most: named.length })),
  })
  return new Map(records.map((record) => [`${record.kind}/${record.id}`, record]))
}

/** Says of each piece of work what the deal that it hangs on is called; null where this duty does not see the deal. */
export async function withSubjects<W extends { subject: SaidSubject | null }>(
  look: Look<WorkReach>,
  inForce: InForce,
  called: Called,
  work: readonly W[],
) {
  const named = work.flatMap(({ subject }) => subject ?? [])
  const records = named.length > 0 ? await recordsNamed(look, inForce, { ...called, named }) : new Map()
  return work.map((one) => {
    const { subject } = one
    const title: string | null = subject && (records.get(`${subject.kind}/${subject.id}`)?.title ?? null)
    return { ...one, subject: subject && { ...subject, title } }
  })
}

function namedSql(part: FinderPart, ids: readonly string[]) {
  const { row, opens } = rowOf(part)
  return part.opens
    ? sql`select ${sql.ref(`${row}.id`)}, 0 as place from ${sql.table(part.table)} where ${opens} = any(${ids}::uuid[])`
    : sql`select named.id, 0 as place from unnest(${ids}::uuid[]) as named(id)`
}

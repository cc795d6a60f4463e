import { type RawBuilder, sql } from 'kysely'
import type { Look, Occasion } from '#ledger'
import { type BinPart, daysInBin, isHeldInBin } from '#lists'
import { Refusal } from '#platform/refusal'
import { type InForce, namesOf, type RegisterTables } from '#register'
import { may } from '#statement'
import { namesOfStaff } from '../colleagues.view.ts'
import { rowsOf } from '../rows.ts'
import type { WorkReach } from '../tables.ts'

export interface BinWish {
  /** Only of these kinds. */
  kinds?: readonly string[]
  /** Only what this member of staff deleted. */
  by?: string
  /** Only what was deleted in so many days. */
  days?: number
  limit?: number
  after?: string
}

interface Row {
  id: string
  kind: string
  title: string | null
  organisation: string | null
  person: string | null
  at: Date
  key: string
  by: string
  isHeld: boolean
}

/** The kinds whose deleted records this duty may look at and take back: those it writes. */
export function partsFor(
  parts: readonly BinPart[],
  { policy }: InForce,
  { duty, purpose }: Pick<Occasion, 'duty' | 'purpose'>,
): BinPart[] {
  const writes = (field: string) => may(policy, duty, purpose, field, 'write').allowed
  return parts.filter(({ fields }) => fields.length === 0 || fields.some(writes))
}

/** What staff has deleted in the last fourteen days, the latest first; each kind for those who may write it. Its occasion opens the bin. */
export async function binSeen(
  look: Look<WorkReach>,
  inForce: InForce,
  parts: readonly BinPart[],
  { kinds, by, days, limit = 50, after }: BinWish,
) {
  const open = partsFor(parts, inForce, look)
  const asked = kinds?.length ? open.filter(({ kind }) => kinds.includes(kind)) : open
  const key = after ? keyOf(after) : null
  const wanted = [
    ...(by ? [sql`binned_by = ${by}`] : []),
    ...(days ? [sql`binned_at > ${look.at}::timestamptz - make_interval(days => ${days})`] : []),
    ...(key ? [sql`(binned_at, id) < (${key.at}::timestamptz, ${key.id}::uuid)`] : []),
  ]
  const each = asked.map(
    (part) => sql`(select ${selected(part)} from ${rowsIn(part)}
      where ${sql.join([...seenOf(part, look), ...wanted], sql` and `)} order by binned_at desc, id desc limit ${limit + 1})`,
  )
  const rows =
    each.length === 0
      ? []
      : await rowsOf<Row>(
          look,
          sql<Row>`select * from (${sql.join(each, sql` union all `)}) bin order by at desc, id desc limit ${limit + 1}`,
        )
  const page = rows.slice(0, limit)
  const people = page.flatMap(({ person }) => person ?? [])
  const fields = new Set(page.flatMap(({ kind }) => parts.find((part) => part.kind === kind)?.fields ?? []))
  look.saw(people, people.length > 0 ? [...fields] : [])
  const names = await namesOf(look as unknown as Look<RegisterTables>, inForce, {
    people: page.map(({ person }) => person),
    companies: page.map(({ organisation }) => organisation),
  })
  const deleters = await whoDeleted(look, open)
  const last = page.at(-1)
  return {
    items: page.map(({ key: _, organisation, person, by: who, isHeld, at, ...row }) => ({
      ...row,
      at,
      party: names.get(organisation ?? person ?? '') ?? null,
      by: who,
      byName: deleters.find(({ id }) => id === who)?.name ?? null,
      daysLeft: Math.floor((at.getTime() - look.at.getTime()) / 86_400_000) + daysInBin,
      // One's own only; Art. 18: what is restricted is not destroyed.
      mayDestroy: who === look.by && !isHeld && !parts.find(({ kind }) => kind === row.kind)?.erased,
    })),
    next: rows.length > limit && last ? Buffer.from(`${last.key} ${last.id}`).toString('base64url') : null,
    days: daysInBin,
    kinds: open.map(({ kind }) => kind),
    deleters,
    me: look.by,
  }
}

/** Opaque ids of what somebody deleted themselves and may destroy now, of all or of those named. Its occasion opens the bin. */
export async function ownInBin(
  look: Look<WorkReach>,
  inForce: InForce,
  parts: readonly BinPart[],
  items?: readonly { kind: string; id: string }[],
) {
  look.saw([], [])
  const found: { part: BinPart; ids: string[] }[] = []
  for (const part of partsFor(parts, inForce, look).filter(({ erased }) => !erased)) {
    const named = items?.filter(({ kind }) => kind === part.kind).map(({ id }) => id)
    if (named?.length === 0) continue
    const rows = await rowsOf<{ id: string }>(
      look,
      sql`select id from ${rowsIn(part)} where binned_at is not null and binned_by = ${look.by}
        and not ${isHeldInBin(part)} ${named ? sql`and id = any(${named}::uuid[])` : sql``} limit 5000`,
    )
    if (rows.length > 0) found.push({ part, ids: rows.map(({ id }) => id) })
  }
  return found
}

function selected(part: BinPart) {
  const { kind, title, party } = part
  const none = sql`null::uuid`
  return sql`id, ${kind}::text as kind, ${title} as title, ${party ? sql`organisation_id` : none} as organisation,
    ${party ? sql`person_id` : none} as person, binned_at as at, binned_by as by,
    ${isHeldInBin(part)} as "isHeld",
    to_char(binned_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as key`
}

function rowsIn({ table, hidden }: BinPart): RawBuilder<unknown> {
  return hidden ? sql`${hidden.rows} hidden` : sql.table(table)
}

function seenOf({ own }: BinPart, { by }: Occasion): RawBuilder<unknown>[] {
  return [sql`binned_at is not null`, ...(own ? [sql`binned_by = ${by}`] : [])]
}

async function whoDeleted(look: Look<WorkReach>, parts: readonly BinPart[]) {
  if (parts.length === 0) return []
  const each = parts.map(
    (part) => sql`select binned_by as id from ${rowsIn(part)} where ${sql.join(seenOf(part, look), sql` and `)}`,
  )
  const rows = await rowsOf<{ id: string }>(look, sql`${sql.join(each, sql` union `)}`)
  const names = await namesOfStaff(
    look,
    rows.map(({ id }) => id),
  )
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'fi'))
}

function keyOf(cursor: string) {
  const said = /^(\d{4}-\d\d-\d\dT[\d:.]{15}Z) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (!said) throw new Refusal('CURSOR_NOT_VALID', 422, { field: 'after' })
  const [, at, id] = said
  return { at, id }
}

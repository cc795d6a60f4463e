import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import { limitSql, type TimelinePage, type TimelinePart, type TimelineParty } from '#lists'
import { keptQuery } from '#platform/kept-query'
import type { Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { type InForce, type Names, namesOf, type RegisterTables } from '#register'
import { may } from '#statement'
import { namesOfStaff } from './colleagues.view.ts'
import { workField } from './party-of-work.ts'
import { rowsOf } from './rows.ts'
import type { WorkReach } from './tables.ts'

export interface TimelineWish {
  party: TimelineParty
  language: Language
  /** Kinds of parts to show; all that the duty reads, where nothing is said. */
  kinds?: readonly string[]
  limit?: number
  after?: string
}

interface Row {
  at: Date
  key: string
  id: string
  part: string
  kind: string
  title: string | null
  state: string | null
  by: string | null
  person: string | null
}

/**
 * One page of everything that happened with a company or a person, the newest first, down to the first.
 * Each part gives its newest rows before the key, from its own index, so that a page costs the same on every page and at every size.
 */
export async function timelineOf(
  look: Look<WorkReach>,
  inForce: InForce,
  parts: readonly TimelinePart[],
  { party, language, kinds, limit = 40, after }: TimelineWish,
) {
  const reads = (field: string) => may(inForce.policy, look.duty, look.purpose, field, 'read').allowed
  const open = parts.filter(
    ({ field, also, hangs }) => reads(field) && (!also || reads(also)) && (hangs || !party.subjectId),
  )
  const shown = kinds?.length ? open.filter(({ kind }) => kinds.includes(kind)) : open
  const rows = shown.length === 0 ? [] : await rowsShown(look, inForce, shown, { party, language, kinds, limit, after })
  const page = rows.slice(0, limit)

  const fields = new Set(page.map(({ part }) => open.find(({ kind }) => kind === part)?.field ?? ''))
  const people = page.flatMap(({ person }) => person ?? [])
  look.saw(page.length > 0 ? [...people, ...(party.personId ? [party.personId] : [])] : [], [...fields])
  const others = people.filter((id) => id !== party.personId)
  const names: Names = await namesOf(look as unknown as Look<RegisterTables>, inForce, {
    people: others,
    companies: [],
  })
  const staff = await namesOfStaff(
    look,
    page.flatMap(({ by }) => by ?? []),
  )
  const last = page.at(-1)
  return {
    mayAdd: may(inForce.policy, look.duty, look.purpose, workField, 'write').allowed,
    kinds: [...new Set(open.map(({ kind }) => kind))],
    items: page.map(({ key: _, by, person, ...row }) => ({
      ...row,
      by,
      byName: by ? (staff.get(by) ?? null) : null,
      person: person && person !== party.personId ? { id: person, name: names.get(person) ?? null } : null,
    })),
    next: rows.length > limit && last ? cursorOf(last) : null,
  }
}

const askPage = keptQuery<[party: string, at: string, id: string]>()

// Seventeen thousand letters: written once for each duty and language, and planned once, where all kinds are shown.
function rowsShown(
  look: Look<WorkReach>,
  { policy }: InForce,
  parts: readonly TimelinePart[],
  { party, language, kinds, limit = 40, after }: TimelineWish,
): Promise<Row[]> {
  const key = after ? keyOf(after) : null
  const page = limitSql(limit + 1)
  if (kinds?.length || party.subjectId)
    return rowsOf<Row>(look, merged(parts, party, { limit: page, before: key, language }))
  const whose = party.personId ? 'personId' : 'organisationId'
  return askPage<Row>(look.db, {
    under: policy,
    key: `${look.duty} ${look.purpose} ${language} ${whose} ${limit} ${key !== null}`,
    values: [party[whose] ?? '', key?.at ?? '', key?.id ?? ''],
    write: ([id, at, row]) => merged(parts, { [whose]: id }, { limit: page, before: key && { at, id: row }, language }),
  })
}

function merged(parts: readonly TimelinePart[], party: TimelineParty, page: TimelinePage): RawBuilder<Row> {
  const { limit, before: key } = page
  const before = key ? sql`where (part.at, part.id) < (${key.at}::timestamptz, ${key.id}::uuid)` : sql``
  const each = parts.map(
    ({
      kind,
      rows,
    }) => sql`(select part.at, part.id, ${kind}::text as part, part.kind, part.title, part.state, part.by, part.person
      from (${rows(party, page)}) part ${before} order by part.at desc, part.id desc limit ${limit})`,
  )
  return sql<Row>`select *, to_char(at at time zone 'utc', 'YYYYMMDD"T"HH24MISS.US') as key
    from (${sql.join(each, sql` union all `)}) timeline order by at desc, id desc limit ${limit}`
}

function cursorOf({ key, id }: Row) {
  return Buffer.from(`${key} ${id}`).toString('base64url')
}

function keyOf(cursor: string) {
  const said = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\.(\d{6}) ([0-9a-f-]{36})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  )
  if (!said) throw new Refusal('CURSOR_NOT_VALID', 422, { field: 'after' })
  const [, year, month, day, hours, minutes, seconds, micros, id = ''] = said
  return { at: `${year}-${month}-${day} ${hours}:${minutes}:${seconds}.${micros}Z`, id }
}

import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { InForce } from '#register'
import { may } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { type BinKind, binKinds, daysInBin } from './binned.ts'

export interface BinnedItem {
  id: string
  kind: BinKind
  title: string | null
  party: string | null
  person: string | null
  at: string
  byName: string | null
  /** When it is erased. */
  until: string
}

/** What staff has deleted in the last fourteen days, the newest first; each kind for whom may write it. */
export async function binSeen(look: Look<DealingsReach>, { policy }: InForce) {
  const allowed = (field: string, deed: 'read' | 'write') => may(policy, look.duty, look.purpose, field, deed).allowed
  const kinds = (Object.keys(binKinds) as BinKind[]).filter((kind) => allowed(binKinds[kind].field, 'write'))
  const firm = allowed('org.name', 'read')
    ? sql`(select firm.name from register.organisation firm where firm.id = organisation_id)`
    : sql`null::text`
  const person = allowed('person.name', 'read')
    ? sql`(select btrim(who.given_name || ' ' || who.family_name) from register.person who where who.id = person_id)`
    : sql`null::text`
  const items: BinnedItem[] = []
  for (const kind of kinds) {
    const { table, title } = binKinds[kind]
    items.push(
      ...(await rowsOf<BinnedItem>(
        look,
        sql`select id, ${kind}::text as kind, ${sql.ref(title)} as title, coalesce(${firm}, ${person}) as party, person_id as person, binned_at as at,
            (select staff.name from register.staff where staff.id::text = binned_by) as "byName",
            binned_at + make_interval(days => ${daysInBin}) as until
          from ${sql.table(table)} where binned_at is not null order by binned_at desc, id desc limit 200`,
      )),
    )
  }
  const people = items.flatMap((item) => item.person ?? [])
  look.saw(people, people.length > 0 ? ['person.name', ...kinds.map((kind) => binKinds[kind].field)] : [])
  return { items: items.sort((a, b) => (new Date(a.at) < new Date(b.at) ? 1 : -1)), next: null, days: daysInBin }
}

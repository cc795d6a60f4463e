import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type InForce, seesOf } from './in-force.ts'
import { displayPhone } from './phone-number.ts'
import { alsoSelect, rowsOf } from './pieces.ts'
import type { RegisterTables } from './tables.ts'

interface Hit {
  kind: 'person' | 'company'
  id: string
  field: string
  closed: boolean
  title: string | null
}

export interface FoundItem extends Hit {
  subtitle: string | null
}

interface Shown {
  id: string
  personId?: string | null
  title: string
  company?: string | null
  email?: string | null
  phone?: string | null
  businessId?: string | null
}

/** Search as you type: names without their dots, companies, business IDs, e-mail and phone, as far as this duty reads them. */
export async function found(look: Look<RegisterTables>, inForce: InForce, { q, limit }: { q: string; limit: number }) {
  const hits = await rowsOf<Hit>(
    look.db,
    sql<Hit>`select kind, id, field, closed, title from seloste.search(${q}, ${limit})`,
  )
  const once = hits.filter((hit, at) => hits.findIndex(({ id }) => id === hit.id) === at)
  const chosen = interleaved(once, limit)
  const people = await peopleNamed(look, inForce, idsOf(chosen, 'person'))
  const companies = await companiesNamed(look, inForce, idsOf(chosen, 'company'))

  const sees = seesOf(inForce, look)
  const shownFields = ['person.name', 'person.email', 'person.phone', 'org.name', 'org.businessId'].filter(sees)
  look.saw([...people.keys(), ...[...companies.values()].flatMap(({ personId }) => personId ?? [])], shownFields)
  return chosen.flatMap(({ kind, id, field, closed, title }): FoundItem[] => {
    if (closed) return [{ kind, id, field, closed, title, subtitle: null }]
    const shown = (kind === 'person' ? people : companies).get(id)
    return shown ? [{ kind, id, field, closed, title: shown.title, subtitle: subtitleOf(shown, field) }] : []
  })
}

/** People and companies take turns, so that a common family name does not push every company out. */
function interleaved(hits: readonly Hit[], limit: number): Hit[] {
  const [people, companies] = [
    hits.filter(({ kind }) => kind === 'person'),
    hits.filter(({ kind }) => kind === 'company'),
  ]
  const half = Math.ceil(limit / 2)
  const most = Math.max(half, limit - companies.length)
  return [...people.slice(0, most), ...companies].slice(0, limit)
}

function idsOf(hits: readonly Hit[], kind: Hit['kind']) {
  return hits.filter((hit) => hit.kind === kind && !hit.closed).map(({ id }) => id)
}

async function peopleNamed(look: Look<RegisterTables>, inForce: InForce, ids: string[]) {
  if (ids.length === 0) return new Map<string, Shown>()
  const sees = seesOf(inForce, look)
  const title = sees('person.name') ? sql`btrim(person.given_name || ' ' || person.family_name)` : sql`''`
  const rows = await rowsOf<Shown>(
    look.db,
    sql<Shown>`
      select person.id, ${title} as title
        ${alsoSelect(
          sees('org.name') &&
            sql`(select firm.name from register.affiliation link join register.organisation firm on firm.id = link.organisation_id
              where link.person_id = person.id and link.left_on is null order by link.since desc limit 1) as company`,
          sees('person.email') &&
            sql`(select mail.address from register.person_email mail where mail.person_id = person.id order by mail.is_primary desc limit 1) as email`,
          sees('person.phone') &&
            sql`(select call.number from register.person_phone call where call.person_id = person.id order by call.is_primary desc limit 1) as phone`,
        )}
      from register.person where person.id = any(${ids}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

async function companiesNamed(look: Look<RegisterTables>, inForce: InForce, ids: string[]) {
  if (ids.length === 0) return new Map<string, Shown>()
  const sees = seesOf(inForce, look)
  const rows = await rowsOf<Shown>(
    look.db,
    sql<Shown>`
      select organisation.id, organisation.person_id as "personId", ${sees('org.name') ? sql`organisation.name` : sql`''`} as title
        ${alsoSelect(sees('org.businessId') && sql`organisation.business_id as "businessId"`)}
      from register.organisation where organisation.id = any(${ids}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

function subtitleOf({ company, email, phone, businessId }: Shown, field: string): string | null {
  if (field === 'person.email') return email ?? null
  if (field === 'person.phone') return phone ? displayPhone(phone) : null
  return company ?? businessId ?? email ?? null
}

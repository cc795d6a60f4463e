import { type RawBuilder, sql } from 'kysely'
import { addressKey, type ChoicesKey, postalKey } from '#choices'
import type { Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { type InForce, preferredLanguageOf } from '#register'
import type { Audience } from './audience.ts'
import type { GateVerdict, Wish } from './gate.ts'
import type { MarketingReach } from './reach.ts'
import { rowsOf } from './rows.ts'

/** Somebody whom an audience means, with the gate's verdict. */
export interface Judged extends GateVerdict {
  id: string
  language: Language
}

interface Meant {
  id: string
  language: Language
  given: string
  family: string
  email: string | null
  door: {
    street: string
    houseNumber: string
    stair: string
    flat: string
    poBox: string
    postcode: string
    country: string
  } | null
}

export interface Judging {
  audience: Audience
  wish: Wish
  key: ChoicesKey
}

/** Everybody whom the audience means among those whom the duty sees, judged by the gate. It shows nobody: whoever shows, says so. */
export async function judged(
  look: Look<MarketingReach>,
  inForce: InForce,
  { audience, wish, key }: Judging,
): Promise<Judged[]> {
  const day = dayInHelsinki(look.at)
  const language = sql`coalesce(${preferredLanguageOf(inForce, look, sql`person.id`)}, 'fi')`
  const meant = await rowsOf<Meant>(
    look.db,
    sql<Meant>`
      select person.id, ${language} as language, person.given_name as given, person.family_name as family, mail.address as email,
        case when door.id is not null then json_build_object('street', door.street, 'houseNumber', door.house_number, 'stair', door.stair,
          'flat', door.flat, 'poBox', door.po_box, 'postcode', door.postcode, 'country', door.country) end as door
      from register.person
        left join lateral seloste.address_for(person.id, ${wish.channel}, ${day}::date) place on true
        left join register.person_email mail on mail.id = place.id
        left join register.organisation_address door on door.id = place.id
      where ${conditionsOf(audience, language, day)}
      order by person.id`,
  )
  const judgedAll: Judged[] = []
  for (let from = 0; from < meant.length; from += 2000) {
    const some = meant.slice(from, from + 2000)
    const verdicts = await rowsOf<Judged>(
      look.db,
      sql<Judged>`
        select asked.id, asked.language, said.allowed, said.code, said.clause, said.ground, said.address
        from unnest(${some.map(({ id }) => id)}::uuid[], ${some.map((one) => one.language)}::text[], ${some.map((one) => digestOf(key, one) ?? Buffer.alloc(0))}::bytea[])
            with ordinality asked (id, language, digest, place),
          lateral seloste.gate(asked.id, ${JSON.stringify(wish)}::jsonb, array[asked.digest], (select seloste.marketing_rules())) said
        order by asked.place`,
    )
    judgedAll.push(...verdicts)
  }
  return judgedAll
}

function digestOf(key: ChoicesKey, { email, door, given, family }: Meant): Buffer | null {
  if (email) return addressKey(key, 'email', email)
  return door ? addressKey(key, 'post', postalKey(`${given} ${family}`, door)) : null
}

function conditionsOf(
  { groupCompany, relationship, jobRoles, postcode, languages }: Audience,
  language: RawBuilder<unknown>,
  day: string,
) {
  const tie = sql`exists (select from register.relationship tie where tie.closed_at is null
    and (tie.person_id = person.id or tie.organisation_id in (select link.organisation_id from register.affiliation link
      where link.person_id = person.id and (link.left_on is null or link.left_on > ${day}::date)))
    and (${groupCompany ?? null}::text is null or tie.group_company = ${groupCompany ?? null})
    and (${relationship ?? null}::text[] is null or tie.state = any(${relationship ?? null}::text[])))`
  const roles = jobRoles?.map((role) => role.trim().toLowerCase())
  const role = sql`exists (select from register.affiliation link where link.person_id = person.id
    and (link.left_on is null or link.left_on > ${day}::date) and lower(btrim(link.job_role) collate pg_c_utf8) = any(${roles ?? null}::text[]))`
  const area = sql`exists (select from register.affiliation link join register.organisation_address near on near.organisation_id = link.organisation_id
    where link.person_id = person.id and (link.left_on is null or link.left_on > ${day}::date) and starts_with(near.postcode, ${postcode ?? ''}))`
  const wanted = [
    ...(groupCompany || relationship?.length ? [tie] : []),
    ...(jobRoles?.length ? [role] : []),
    ...(postcode ? [area] : []),
    ...(languages?.length ? [sql`${language} = any(${languages}::text[])`] : []),
  ]
  return wanted.length > 0 ? sql.join(wanted, sql` and `) : sql`true`
}

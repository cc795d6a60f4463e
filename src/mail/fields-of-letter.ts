import { sql } from 'kysely'
import type { Look, Occasion } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import type { InForce } from '#register'
import { may } from '#statement'
import type { MailReach } from './reach.ts'
import { rowsOf } from './rows.ts'
import type { TemplateField } from './template.ts'

export type Sees = (field: string) => boolean

/** Which fields this occasion may read. */
export function seesOf({ policy }: InForce, { duty, purpose }: Pick<Occasion, 'duty' | 'purpose'>): Sees {
  return (field) => may(policy, duty, purpose, field, 'read').allowed
}

interface Row {
  given?: string | null
  family?: string | null
  jobRole?: string | null
  company?: string | null
  businessId?: string | null
  me: string | null
  groupCompany: string | null
}

/** The values of a template's fields for one person: only what the statement lets this duty read. */
export async function fieldsOfLetter(
  look: Look<MailReach>,
  inForce: InForce,
  { personId, language }: { personId: string; language: Language },
): Promise<Partial<Record<TemplateField, string | null>>> {
  const sees = seesOf(inForce, look)
  const when = (field: string, piece: ReturnType<typeof sql>) => (sees(field) ? piece : sql`null::text`)
  const [row] = await rowsOf<Row>(
    look,
    sql`select ${when('person.name', sql`person.given_name`)} as given, ${when('person.name', sql`person.family_name`)} as family,
      ${when('person.jobRole', sql`(select tie.job_role from register.affiliation tie where tie.person_id = person.id and tie.left_on is null order by tie.since desc limit 1)`)} as "jobRole",
      ${when('org.name', sql`firm.name`)} as company, ${when('org.businessId', sql`firm.business_id`)} as "businessId",
      (select name from register.staff where id::text = ${look.by}) as me,
      (select group_company from register.staff where id::text = ${look.by}) as "groupCompany"
    from register.person left join lateral (
      select organisation.id ${sees('org.name') ? sql`, organisation.name` : sql``} ${sees('org.businessId') ? sql`, organisation.business_id` : sql``}
      from register.affiliation tie join register.organisation on organisation.id = tie.organisation_id
      where tie.person_id = person.id and tie.left_on is null order by tie.since desc limit 1) firm on true
    where person.id = ${personId}`,
  )
  look.saw(row ? [personId] : [], ['org.name', 'person.jobRole', 'person.name'].filter(sees))
  if (!row) return {}
  const ours =
    inForce.policy.groupCompanies.find(({ id }) => id === row.groupCompany) ?? inForce.policy.groupCompanies[0]
  return {
    'person.givenName': row.given ?? null,
    'person.familyName': row.family ?? null,
    'person.name': `${row.given ?? ''} ${row.family ?? ''}`.trim() || null,
    'person.jobRole': row.jobRole ?? null,
    'company.name': row.company ?? null,
    'company.businessId': row.businessId ?? null,
    'me.name': row.me,
    'me.groupCompany': ours?.name ?? null,
    'letter.today': new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'Europe/Helsinki' }).format(
      new Date(`${dayInHelsinki(look.at)}T12:00:00Z`),
    ),
  }
}

import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import { groupCompanyOf } from '#register'
import { addedOf, linesOf, type Making, rowsOf, sourceColumns, sourceNames } from './made-of-lines.ts'
import type { ExchangeReach } from './reach.ts'

type Own = Act<ExchangeReach>
const isNew = sql`line.organisation_id is null and line.new_organisation is not null`
const company = (path: string) => sql`line.said #>> ${`{company,${path}}`}::text[]`

/** Makes the companies that the lines of a piece bring, each with its relationship and the source of every value. Answers how many. */
export async function makeCompanies(act: Own, making: Making): Promise<number> {
  const made = await insertCompanies(act, making)
  if (made.length === 0) return 0
  const ties = await beginRelationships(act, making)
  await insertAddresses(act, making)
  await insertAdded(act, making)
  await tellSources(act, making)
  const fields = [...making.fields].filter((field) => !field.startsWith('person.')).sort()
  for (const id of made)
    await act.record({
      what: 'organisation.created',
      about: id,
      detail: { form: 'company', source: making.from.source.id, fields, import: making.id },
    })
  for (const { id, organisation } of ties)
    await act.record({ what: 'relationship.begun', about: id, detail: { organisation, state: stateOf(making) } })
  return made.length
}

async function insertCompanies(act: Own, making: Making): Promise<string[]> {
  const columns: [string, RawBuilder<unknown>][] = [['name', company('org.name')]]
  if (making.fields.has('org.businessId')) columns.push(['business_id', company('org.businessId')])
  if (making.fields.has('org.phone'))
    columns.push(['phone', company('org.phone,number')], ['phone_typed', company('org.phone,typed')])
  if (making.fields.has('org.email'))
    columns.push(['email', company('org.email,address')], ['email_kind', company('org.email,kind')])
  await rowsOf(
    act,
    sql`insert into register.organisation (id, form, created_at, changed_at, ${sql.join(columns.map(([name]) => sql.ref(name)))})
      select line.new_organisation, 'company', ${act.at}::timestamptz, ${act.at}::timestamptz, ${sql.join(columns.map(([, value]) => value))}
      from ${linesOf(making)} and ${isNew} order by line.line`,
  )
  // Not `returning`: a narrow reach does not see a company before its relationship says whose it is.
  return (
    await rowsOf<{ id: string }>(
      act,
      sql`select line.new_organisation as id from ${linesOf(making)} and ${isNew} order by line.line`,
    )
  ).map(({ id }) => id)
}

const stateOf = ({ from }: Making) => (from.source.saleContext ? 'customer' : 'prospect')

async function beginRelationships(act: Own, making: Making) {
  const group = groupCompanyOf(making.wanted.policy, making.settings.groupCompany)
  const [name, value] = making.fields.has('com.paymentTerms')
    ? [sql`, payment_terms`, sql`, ${company('com.paymentTerms')}`]
    : [sql``, sql``]
  return rowsOf<{ id: string; organisation: string }>(
    act,
    sql`with made as materialized (select uuidv7() as id, line.new_organisation as organisation, line.said from ${linesOf(making)} and ${isNew})
      insert into register.relationship (id, organisation_id, group_company, state, owner, started_at, last_activity_at${name})
      select line.id, line.organisation, ${group}, ${stateOf(making)}, ${act.by}, (line.said ->> 'obtainedAt')::timestamptz, ${act.at}::timestamptz${value} from made line
      returning id, organisation_id as organisation`,
  )
}

async function insertAddresses(act: Own, making: Making) {
  if (!making.fields.has('org.addresses')) return
  await rowsOf(
    act,
    sql`with made as (
        insert into register.organisation_address (organisation_id, kind, care_of, street, house_number, stair, flat, po_box, postcode, city, country, added_at)
        select line.new_organisation, place.kind, place."careOf", place.street, place."houseNumber", place.stair, place.flat, place."poBox", place.postcode, place.city, place.country, ${act.at}::timestamptz
        from (select line.new_organisation, line.said from ${linesOf(making)} and ${isNew}) line
          cross join lateral jsonb_to_recordset(line.said #> '{company,org.addresses}') as place (kind text, "careOf" text, street text, "houseNumber" text,
            stair text, flat text, "poBox" text, postcode text, city text, country text)
        returning id, organisation_id)
      insert into register.organisation_source (organisation_id, ${sourceNames})
      select made.organisation_id, 'org.addresses', made.id, ${sourceColumns(making, act)}
      from made join (select line.new_organisation, line.said from ${linesOf(making)} and ${isNew}) line on line.new_organisation = made.organisation_id`,
  )
}

async function insertAdded(act: Own, making: Making) {
  const added = addedOf(making, 'organisation')
  if (added.length === 0) return
  await rowsOf(
    act,
    sql`insert into declared.organisation (organisation_id, ${sql.join(added.map(({ column }) => column))})
      select line.new_organisation, ${sql.join(added.map(({ value }) => value))} from ${linesOf(making)} and ${isNew}
        and coalesce(line.said #> '{company,added}', '{}') <> '{}'`,
  )
}

async function tellSources(act: Own, making: Making) {
  const single = ['org.name', 'org.businessId', 'org.phone', 'org.email'].filter((field) => making.fields.has(field))
  const told = [
    ...single.map((field) => sql`select ${field}::text as field where ${company(field)} is not null`),
    ...addedOf(making, 'organisation').map(({ field, value }) => sql`select ${field}::text where ${value} is not null`),
  ]
  await rowsOf(
    act,
    sql`insert into register.organisation_source (organisation_id, ${sourceNames})
      select line.new_organisation, told.field, line.new_organisation, ${sourceColumns(making, act)}
      from (select line.new_organisation, line.said from ${linesOf(making)} and ${isNew}) line cross join lateral (${sql.join(told, sql` union all `)}) told`,
  )
  if (!making.fields.has('com.paymentTerms')) return
  await rowsOf(
    act,
    sql`insert into register.organisation_source (organisation_id, ${sourceNames})
      select line.new_organisation, 'com.paymentTerms', tie.id, ${sourceColumns(making, act)}
      from (select line.new_organisation, line.said from ${linesOf(making)} and ${isNew}) line join register.relationship tie on tie.organisation_id = line.new_organisation
      where tie.payment_terms is not null`,
  )
}

import { sql } from 'kysely'
import type { Act } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import { clockOf, groupCompanyOf } from '#register'
import { addedOf, linesOf, type Making, rowsOf, sourceColumns, sourceNames } from './made-of-lines.ts'
import type { ExchangeReach } from './reach.ts'

type Own = Act<ExchangeReach>
const isNew = sql`line.person_id is null and line.new_person is not null`
const company = sql`coalesce(line.organisation_id, line.new_organisation)`
const person = (path: string) => sql`line.said #>> ${`{person,${path}}`}::text[]`

/** Makes the people that the lines of a piece bring: values, sources, place and notice. Answers how many, and how many notices wait. */
export async function makePeople(act: Own, making: Making, noticesBefore: number) {
  const made = await rowsOf<{ id: string; place: string | null }>(
    act,
    sql`select line.new_person as id, ${company} as place from ${linesOf(making)} and ${isNew} order by line.line`,
  )
  if (made.length === 0) return again(act, making)
  await rowsOf(
    act,
    sql`insert into register.person (id, kind, given_name, family_name, created_at, changed_at)
      select line.new_person, case when ${company} is null then 'private-customer' else 'representative' end,
        coalesce(${person('person.name,given')}, ''), coalesce(${person('person.name,family')}, ''), ${act.at}::timestamptz, ${act.at}::timestamptz
      from ${linesOf(making)} and ${isNew} order by line.line`,
  )
  await placePeople(act, making)
  await insertLists(act, making)
  await insertAdded(act, making)
  await tellSources(act, making)
  const queued = await queueNotices(act, making, noticesBefore)
  const fields = [...making.fields].filter((field) => field.startsWith('person.')).sort()
  for (const { id, place } of made) {
    const kind = place ? 'representative' : 'private-customer'
    await act.record({
      what: 'person.created',
      about: id,
      detail: { kind, source: making.from.source.id, fields, import: making.id },
    })
  }
  await affiliateAgain(act, making)
  return { made: made.length, queued }
}

async function again(act: Own, making: Making) {
  await affiliateAgain(act, making)
  return { made: 0, queued: 0 }
}

const today = (act: Own) => sql`${act.at.toISOString().slice(0, 10)}::date`

/** Whom an earlier line of the file made may represent one more company. */
async function affiliateAgain(act: Own, making: Making) {
  const [name, value] = making.fields.has('person.jobRole')
    ? [sql`, job_role`, sql`, ${person('person.jobRole')}`]
    : [sql``, sql``]
  await rowsOf(
    act,
    sql`insert into register.affiliation (person_id, organisation_id, since${name})
      select distinct on (line.person_id, ${company}) line.person_id, ${company}, ${today(act)}${value}
      from ${linesOf(making)} and line.first_line is not null and ${company} is not null
        and exists (select from register.person who where who.id = line.person_id)
        and not exists (select from register.affiliation tie where tie.person_id = line.person_id and tie.organisation_id = ${company} and tie.left_on is null)
      order by line.person_id, ${company}, line.line`,
  )
}

async function placePeople(act: Own, making: Making) {
  const group = groupCompanyOf(making.wanted.policy, making.settings.groupCompany)
  const hasRole = making.fields.has('person.jobRole')
  const [name, value] = hasRole ? [sql`, job_role`, sql`, ${person('person.jobRole')}`] : [sql``, sql``]
  // Ids are made before the rows: what an insert returns is looked at by row policies once more.
  const ties = sql`ties as materialized (select uuidv7() as id, line.new_person, ${company} as place, line.said from ${linesOf(making)} and ${isNew} and ${company} is not null)`
  const insert = sql`insert into register.affiliation (id, person_id, organisation_id, since${name})
    select line.id, line.new_person, line.place, ${today(act)}${value} from ties line`
  const sources = sql`insert into register.person_source (person_id, ${sourceNames})
    select line.new_person, 'person.jobRole', line.id, ${sourceColumns(making, act)} from ties line where ${person('person.jobRole')} is not null`
  await rowsOf(act, hasRole ? sql`with ${ties}, placed as (${insert}) ${sources}` : sql`with ${ties} ${insert}`)
  const state = making.from.source.saleContext ? 'customer' : 'prospect'
  await rowsOf(
    act,
    sql`insert into register.relationship (person_id, group_company, state, owner, started_at, last_activity_at)
      select line.new_person, ${group}, ${state}, ${act.by}, (line.said ->> 'obtainedAt')::timestamptz, ${act.at}::timestamptz
      from ${linesOf(making)} and ${isNew} and ${company} is null`,
  )
}

/** A value of several has a row and a source of its own. */
async function insertLists(act: Own, making: Making) {
  const each = async (field: string, table: string, columns: string, values: string, shape: string) => {
    if (!making.fields.has(field)) return
    await rowsOf(
      act,
      sql`with line as materialized (
          select uuidv7() as id, line.new_person, line.said, ${sql.raw(values)}
          from (select line.new_person, line.said from ${linesOf(making)} and ${isNew}) line
            cross join lateral jsonb_to_recordset(line.said #> ${`{person,${field}}`}::text[]) as one (${sql.raw(shape)})), made as (
          insert into ${sql.table(table)} (id, person_id, added_at, ${sql.raw(columns)})
          select line.id, line.new_person, ${act.at}::timestamptz, ${sql.raw(values.replaceAll('one.', 'line.'))} from line)
        insert into register.person_source (person_id, ${sourceNames})
        select line.new_person, ${field}, line.id, ${sourceColumns(making, act)} from line`,
    )
  }
  await each(
    'person.email',
    'register.person_email',
    'address, kind, is_primary',
    'one.address, one.kind, one."primary"',
    'address text, kind text, "primary" boolean',
  )
  await each(
    'person.phone',
    'register.person_phone',
    'number, typed, kind, is_primary',
    'one.number, one.typed, one.kind, one."primary"',
    'number text, typed text, kind text, "primary" boolean',
  )
  await each(
    'person.address',
    'register.person_address',
    'kind, care_of, street, house_number, stair, flat, po_box, postcode, city, country',
    'one.kind, one."careOf", one.street, one."houseNumber", one.stair, one.flat, one."poBox", one.postcode, one.city, one.country',
    'kind text, "careOf" text, street text, "houseNumber" text, stair text, flat text, "poBox" text, postcode text, city text, country text',
  )
}

async function insertAdded(act: Own, making: Making) {
  const added = addedOf(making, 'person')
  if (added.length === 0) return
  await rowsOf(
    act,
    sql`insert into declared.person (person_id, ${sql.join(added.map(({ column }) => column))})
      select line.new_person, ${sql.join(added.map(({ value }) => value))} from ${linesOf(making)} and ${isNew}
        and coalesce(line.said #> '{person,added}', '{}') <> '{}'`,
  )
}

async function tellSources(act: Own, making: Making) {
  const told = [
    sql`select 'person.name'::text as field`,
    ...addedOf(making, 'person').map(({ field, value }) => sql`select ${field}::text where ${value} is not null`),
  ]
  await rowsOf(
    act,
    sql`insert into register.person_source (person_id, ${sourceNames})
      select line.new_person, told.field, line.new_person, ${sourceColumns(making, act)}
      from (select line.new_person, line.said from ${linesOf(making)} and ${isNew}) line cross join lateral (${sql.join(told, sql` union all `)}) told`,
  )
}

// Art. 13 and 14 GDPR: whoever comes into the register is told. Our own earlier register says when they were;
// whom it did not tell stands in a plan of so many a day.
async function queueNotices(act: Own, making: Making, before: number): Promise<number> {
  const { source } = making.from
  const clock = clockOf(source, act.at)
  const { noticesADay } = making.settings
  const isPlanned = noticesADay !== undefined
  const first = addDays(dayInHelsinki(act.at), 1)
  const state = clock || isPlanned ? 'queued' : 'not-needed'
  const rows = await rowsOf<{ state: string }>(
    act,
    sql`with one as materialized (
        select line.new_person, line.said, line.said ->> 'noticedOn' as told,
          count(*) filter (where line.said ->> 'noticedOn' is null) over (order by line.line) - 1 + ${before}::int as turn
        from ${linesOf(making)} and ${isNew}), noted as (
        insert into register.notice (id, person_id, article, state, source, obtained_at, target_on, due_on, statement_version, settled_at, plan_on)
        select uuidv7(), one.new_person, ${source.notice === 'art14' ? '14' : '13'}, case when one.told is not null then 'delivered' else ${state} end, ${source.id},
          (one.said ->> 'obtainedAt')::timestamptz, case when one.told is null then ${clock?.targetOn ?? null}::date end,
          case when one.told is null then ${clock?.dueOn ?? null}::date end, ${Number(act.under)}::int, (one.told || 'T12:00:00Z')::timestamptz,
          case when one.told is null and ${isPlanned} then ${first}::date + (one.turn / ${noticesADay ?? 1}::int)::int end
        from one returning id, person_id, state, settled_at), kept as (
        insert into register.notice_delivery (id, notice_id, person_id, way, outcome, language, statement_version, by, at)
        select uuidv7(), noted.id, noted.person_id, 'print', 'delivered', 'fi', ${Number(act.under)}::int, ${act.by}, noted.settled_at
        from noted where noted.state = 'delivered')
      select state from noted`,
  )
  return rows.filter((row) => row.state === 'queued').length
}

import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import { declaredColumn } from '#statement'
import { columnTypeOf, type Making, rowsOf } from './made-of-lines.ts'
import { isAdded, type PlannedChanges } from './planned-changes.ts'
import type { ExchangeReach } from './reach.ts'

type Own = Act<ExchangeReach>
type Subject = 'person' | 'organisation'

/** Writes the changes of a piece table by table, each value with its source, and says of each record that it was corrected. */
export async function changeHeld(act: Own, making: Making, plan: PlannedChanges) {
  await touchAll(act, 'organisation', plan.companies)
  await touchAll(act, 'person', plan.people)
  await setNames(act, plan)
  await setOfCompanies(act, plan)
  const terms = await setTerms(act, plan)
  for (const subject of ['person', 'organisation'] as const) await setAdded(act, making, plan, subject)
  await addFresh(act, plan)
  const roles = await setRoles(act, plan)
  await addTies(act, making, plan)
  await tellSources(act, making, plan, [...terms, ...roles])
  await recordAll(act, making, plan)
}

async function touchAll(act: Own, subject: Subject, asked: PlannedChanges['people']) {
  if (asked.size === 0) return
  await rowsOf(act, sql`select seloste.touch_several(${subject}, ${[...asked.keys()]}::uuid[], ${act.at})`)
}

const valuesOf = ({ single }: PlannedChanges, field: string) =>
  [...single.values()].filter((one) => one.field === field)
const said = (rows: unknown, shape: string) =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as said (${sql.raw(shape)})`

async function setNames(act: Own, plan: PlannedChanges) {
  const names = valuesOf(plan, 'person.name').map(({ record, value }) => ({ record, ...(value as object) }))
  if (names.length === 0) return
  await rowsOf(
    act,
    sql`update register.person who set given_name = said.given, family_name = said.family
      from ${said(names, 'record uuid, given text, family text')} where who.id = said.record`,
  )
}

const columnsOfCompany: Record<string, Record<string, string>> = {
  'org.name': { name: '' },
  'org.businessId': { business_id: '' },
  'org.phone': { phone: 'number', phone_typed: 'typed' },
  'org.email': { email: 'address', email_kind: 'kind' },
}

async function setOfCompanies(act: Own, plan: PlannedChanges) {
  for (const [field, columns] of Object.entries(columnsOfCompany)) {
    const values = valuesOf(plan, field).map(({ record, value }) => ({ record, value }))
    if (values.length === 0) continue
    const set = Object.entries(columns).map(
      ([column, part]) => sql`${sql.ref(column)} = said.value #>> ${part ? `{${part}}` : '{}'}::text[]`,
    )
    await rowsOf(
      act,
      sql`update register.organisation firm set ${sql.join(set)} from ${said(values, 'record uuid, value jsonb')} where firm.id = said.record`,
    )
  }
}

interface Told {
  record: string
  field: string
  valueId: string
  asOf: string
  obtainedAt: string
}

/** Payment terms are agreed per relationship; said of the organisation, they are those of its first. */
async function setTerms(act: Own, plan: PlannedChanges): Promise<Told[]> {
  const terms = valuesOf(plan, 'com.paymentTerms')
  if (terms.length === 0) return []
  return rowsOf<Told>(
    act,
    sql`update register.relationship tie set payment_terms = said.value
      from ${said(terms, 'record uuid, value text, "asOf" text, "obtainedAt" text')}
      where tie.id = (select first.id from register.relationship first where first.organisation_id = said.record order by first.started_at limit 1)
      returning tie.organisation_id as record, 'com.paymentTerms' as field, tie.id as "valueId", said."asOf", said."obtainedAt"`,
  )
}

/** Fields that the statement added: the columns that change together of whom change in one statement. */
async function setAdded(act: Own, { wanted }: Making, plan: PlannedChanges, subject: Subject) {
  for (const { id, type } of wanted.added.filter((field) => field.subject === subject)) {
    const values = valuesOf(plan, id).map(({ record, value }) => ({ record, value }))
    if (values.length === 0) continue
    const [key, column] = [sql.ref(`${subject}_id`), sql.ref(declaredColumn(id).column)]
    await rowsOf(
      act,
      sql`insert into ${sql.table(`declared.${subject}`)} (${key}, ${column})
        select said.record, (said.value #>> '{}')::${sql.raw(columnTypeOf(type))} from ${said(values, 'record uuid, value jsonb')}
        on conflict (${key}) do update set ${column} = excluded.${column}`,
    )
  }
}

const place = {
  columns: 'kind, care_of, street, house_number, stair, flat, po_box, postcode, city, country',
  parts: ['kind', 'careOf', 'street', 'houseNumber', 'stair', 'flat', 'poBox', 'postcode', 'city', 'country'],
}
const lists = {
  'person.email': {
    table: 'person_email',
    columns: 'address, kind, is_primary',
    parts: ['address', 'kind', 'primary'],
  },
  'person.phone': {
    table: 'person_phone',
    columns: 'number, typed, kind, is_primary',
    parts: ['number', 'typed', 'kind', 'primary'],
  },
  'person.address': { table: 'person_address', ...place },
  'org.addresses': { table: 'organisation_address', ...place },
}

async function addFresh(act: Own, plan: PlannedChanges) {
  for (const [field, { table, columns, parts }] of Object.entries(lists)) {
    const rows = plan.fresh.filter((one) => one.field === field)
    if (rows.length === 0) continue
    const values = parts.map((part) =>
      part === 'primary' ? sql`(said.value ->> 'primary')::boolean` : sql`said.value ->> ${sql.lit(part)}`,
    )
    await rowsOf(
      act,
      sql`insert into ${sql.table(`register.${table}`)} (id, ${sql.ref(field.startsWith('org.') ? 'organisation_id' : 'person_id')}, added_at, ${sql.raw(columns)})
        select said.id, said.record, ${act.at}::timestamptz, ${sql.join(values)} from ${said(rows, 'id uuid, record uuid, value jsonb')}`,
    )
  }
}

async function setRoles(act: Own, { roles }: PlannedChanges): Promise<Told[]> {
  if (roles.size === 0) return []
  return rowsOf<Told>(
    act,
    sql`update register.affiliation tie set job_role = said.role
      from ${said([...roles.values()], 'record uuid, organisation uuid, role text, "asOf" text, "obtainedAt" text')}
      where tie.person_id = said.record and tie.organisation_id = said.organisation and tie.left_on is null
      returning tie.person_id as record, 'person.jobRole' as field, tie.id as "valueId", said."asOf", said."obtainedAt"`,
  )
}

async function addTies(act: Own, { fields }: Making, { ties }: PlannedChanges) {
  if (ties.length === 0) return
  const [name, value] = fields.has('person.jobRole') ? [sql`, job_role`, sql`, said.role`] : [sql``, sql``]
  await rowsOf(
    act,
    sql`insert into register.affiliation (id, person_id, organisation_id, since${name})
      select said.id, said.record, said.organisation, ${act.at.toISOString().slice(0, 10)}::date${value}
      from ${said(ties, 'id uuid, record uuid, organisation uuid, role text')}`,
  )
}

// S6: a value told anew has the new source; what was not told keeps its own.
async function tellSources(act: Own, { from }: Making, plan: PlannedChanges, more: readonly Told[]) {
  const told: Told[] = [
    ...[...plan.single.values()]
      .filter(({ field }) => field !== 'com.paymentTerms')
      .map((one) => ({ ...one, valueId: one.record })),
    ...plan.fresh.map(({ value: _, id, ...one }) => ({ ...one, valueId: id })),
    ...plan.ties.flatMap(({ id, role, ...one }) => (role ? [{ ...one, field: 'person.jobRole', valueId: id }] : [])),
    ...more,
  ]
  const shape = 'record uuid, field text, "valueId" uuid, "asOf" date, "obtainedAt" timestamptz'
  for (const subject of ['person', 'organisation'] as const) {
    const mine = told
      .filter(({ field }) => field.startsWith('person.') === (subject === 'person'))
      .map(({ record, field, valueId, asOf, obtainedAt }) => ({ record, field, valueId, asOf, obtainedAt }))
    if (mine.length === 0) continue
    const [table, key] = [sql.table(`register.${subject}_source`), sql.ref(`${subject}_id`)]
    await rowsOf(
      act,
      sql`delete from ${table} old using ${said(mine, shape)} where old.${key} = said.record and old.field = said.field and old.value_id = said."valueId"`,
    )
    await rowsOf(
      act,
      sql`insert into ${table} (${key}, field, value_id, source, note, by, recorded_at, obtained_at, as_of)
        select said.record, said.field, said."valueId", ${from.source.id}, ${from.note}::text, ${act.by}, ${act.at}::timestamptz, said."obtainedAt", said."asOf"
        from ${said(mine, shape)}` as RawBuilder<unknown>,
    )
  }
}

async function recordAll(act: Own, { from, id }: Making, { people, companies, ties }: PlannedChanges) {
  const detail = (fields: ReadonlySet<string>) => ({ source: from.source.id, fields: [...fields].sort(), import: id })
  for (const [about, fields] of companies)
    await act.record({ what: 'organisation.corrected', about, detail: detail(fields) })
  for (const [about, fields] of people)
    if (fields.size > 0) await act.record({ what: 'person.corrected', about, detail: detail(fields) })
  for (const { record, organisation } of ties)
    await act.record({
      what: 'affiliation.begun',
      about: record,
      detail: { organisation, source: from.source.id, import: id },
    })
}

/** The tables that the changes of a file with these fields can touch. */
export function placesOf(fields: ReadonlySet<string>): string[] {
  const named = [...fields].flatMap((field) => {
    const list = lists[field as keyof typeof lists]
    if (list) return [`register.${list.table}`]
    if (field === 'com.paymentTerms') return ['register.relationship']
    return isAdded(field) ? [`declared.${field.startsWith('person.') ? 'person' : 'organisation'}`] : []
  })
  const always = ['person', 'person_source', 'organisation', 'organisation_source', 'affiliation']
  return [...new Set([...always.map((table) => `register.${table}`), ...named])]
}

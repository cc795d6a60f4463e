import { type RawBuilder, sql } from 'kysely'
import type { Tables } from '#ledger'
import type { Values } from '#register'
import { declaredColumn } from '#statement'
import type { Held } from './difference.ts'
import type { ExchangeReach } from './reach.ts'

export interface HeldRecord {
  revision: number
  values: Held
  /** Of a person: the role in each organisation they represent. */
  roles: Map<string, string | null>
}

type Db = Tables<ExchangeReach>

/** What is held of these people, of the fields that a file speaks of; whom this login does not see is not in the answer. */
export async function heldPeople(
  db: Db,
  ids: readonly string[],
  fields: ReadonlySet<string>,
): Promise<Map<string, HeldRecord>> {
  if (ids.length === 0) return new Map()
  const among = sql`any(${[...ids]}::uuid[])`
  const people = await rows<{ id: string; revision: number; given: string; family: string }>(
    db,
    sql`select id, revision, given_name as given, family_name as family from register.person where id = ${among}`,
  )
  const held = new Map(
    people.map(({ id, revision, given, family }) => [
      id,
      {
        revision,
        values: { 'person.name': { given, family }, added: {} } as Held,
        roles: new Map<string, string | null>(),
      },
    ]),
  )
  if (fields.has('person.email'))
    await lists<NonNullable<Values['person.email']>>(
      db,
      held,
      'person.email',
      sql`
      select person_id as id, jsonb_agg(jsonb_build_object('address', address, 'kind', kind, 'primary', is_primary) order by added_at, id) as list
      from register.person_email where person_id = ${among} group by 1`,
    )
  if (fields.has('person.phone'))
    await lists<NonNullable<Values['person.phone']>>(
      db,
      held,
      'person.phone',
      sql`
      select person_id as id, jsonb_agg(jsonb_build_object('number', number, 'typed', typed, 'kind', kind, 'primary', is_primary) order by added_at, id) as list
      from register.person_phone where person_id = ${among} group by 1`,
    )
  if (fields.has('person.address')) await lists(db, held, 'person.address', addressesOf('person', among))
  const roles = await rows<{ id: string; place: string; role: string | null }>(
    db,
    sql`select person_id as id, organisation_id as place, ${fields.has('person.jobRole') ? sql`job_role` : sql`null::text`} as role
      from register.affiliation where person_id = ${among} and left_on is null`,
  )
  for (const { id, place, role } of roles) held.get(id)?.roles.set(place, role)
  await addAdded(db, held, 'person', fields, among)
  return held
}

/** The same of companies. */
export async function heldCompanies(
  db: Db,
  ids: readonly string[],
  fields: ReadonlySet<string>,
): Promise<Map<string, HeldRecord>> {
  if (ids.length === 0) return new Map()
  const among = sql`any(${[...ids]}::uuid[])`
  const columns = [
    ...(fields.has('org.businessId') ? ['business_id'] : []),
    ...(fields.has('org.phone') ? ['phone', 'phone_typed'] : []),
    ...(fields.has('org.email') ? ['email', 'email_kind'] : []),
  ]
  const firms = await rows<Record<string, string | null> & { id: string; revision: number }>(
    db,
    sql`select ${sql.join(['id', 'revision', 'name', ...columns].map((column) => sql.ref(column)))} from register.organisation where id = ${among}`,
  )
  const held = new Map(
    firms.map((firm) => [
      firm.id,
      { revision: Number(firm.revision), values: valuesOfCompany(firm), roles: new Map<string, string | null>() },
    ]),
  )
  if (fields.has('org.addresses')) await lists(db, held, 'org.addresses', addressesOf('organisation', among))
  if (fields.has('com.paymentTerms')) {
    const terms = await rows<{ id: string; terms: string | null }>(
      db,
      sql`select distinct on (organisation_id) organisation_id as id, payment_terms as terms from register.relationship
        where organisation_id = ${among} order by organisation_id, started_at`,
    )
    for (const { id, terms: said } of terms) Object.assign(held.get(id)?.values ?? {}, { 'com.paymentTerms': said })
  }
  await addAdded(db, held, 'organisation', fields, among)
  return held
}

function valuesOfCompany(firm: Record<string, string | null>): Held {
  return {
    added: {},
    'org.name': firm.name ?? '',
    'org.businessId': firm.business_id ?? null,
    'org.phone': firm.phone
      ? ({ number: firm.phone, typed: firm.phone_typed ?? firm.phone, kind: 'other' } as Values['org.phone'] & object)
      : null,
    'org.email': firm.email ? { address: firm.email, kind: 'unknown', primary: true } : null,
  }
}

function addressesOf(subject: 'person' | 'organisation', among: RawBuilder<unknown>) {
  return sql<{ id: string; list: never }>`
    select ${sql.ref(`${subject}_id`)} as id, jsonb_agg(jsonb_build_object('kind', kind, 'careOf', care_of, 'street', street, 'houseNumber', house_number,
      'stair', stair, 'flat', flat, 'poBox', po_box, 'postcode', postcode, 'city', city, 'country', country) order by added_at, id) as list
    from ${sql.table(`register.${subject}_address`)} where ${sql.ref(`${subject}_id`)} = ${among} group by 1`
}

async function lists<L>(db: Db, held: Map<string, HeldRecord>, field: string, query: RawBuilder<unknown>) {
  for (const { id, list } of await rows<{ id: string; list: L }>(db, query as RawBuilder<{ id: string; list: L }>))
    Object.assign(held.get(id)?.values ?? {}, { [field]: list })
}

async function addAdded(
  db: Db,
  held: Map<string, HeldRecord>,
  subject: 'person' | 'organisation',
  fields: ReadonlySet<string>,
  among: RawBuilder<unknown>,
) {
  const own = [...fields].filter((field) => declaredColumn(field).subject === subject && !known.test(field))
  if (own.length === 0) return
  const columns = own.map((field) => sql`${sql.ref(declaredColumn(field).column)} as ${sql.id(field)}`)
  const said = await rows<{ id: string; added: Record<string, unknown> }>(
    db,
    sql`select key as id, to_jsonb(one) - 'key' as added from (select ${sql.ref(`${subject}_id`)} as key, ${sql.join(columns)}
      from ${sql.table(`declared.${subject}`)} where ${sql.ref(`${subject}_id`)} = ${among}) one`,
  )
  for (const { id, added } of said) Object.assign(held.get(id)?.values.added ?? {}, added)
}

const known =
  /^(person\.(name|jobRole|email|phone|address)|org\.(name|businessId|addresses|phone|email)|com\.paymentTerms)$/

async function rows<R>(db: Db, query: RawBuilder<R>): Promise<R[]> {
  return (await query.execute(db as never)).rows
}

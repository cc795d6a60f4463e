import { sql } from 'kysely'
import type { Look } from '#ledger'
import { fewReached } from '#lists'
import { vatNumberOf } from '#platform/business-id'
import { keptQuery } from '#platform/kept-query'
import type { Language } from '#platform/language'
import { addedJson } from './added-values.ts'
import { fieldsAbout, type InForce, knownFields, refuseUnlessSees, type Sees, seesOf } from './in-force.ts'
import { afterRow, idOfCursor, orderBy, orderKey, orderOf, type Paging, pageOf } from './paging.ts'
import { instantOf } from './people.view.ts'
import { displayPhone } from './phone-number.ts'
import { addressesOf, alsoSelect, type Piece, relationshipsOf, rowsOf, sourcesOf, whereAll } from './pieces.ts'
import { doubtsOf, type PostalAddress, postLabel } from './postal-address.ts'
import type { RelationshipState } from './relationship.ts'
import { type SourceRow, sourcesSaid } from './sources-said.ts'
import type { OrganisationForm, RegisterTables } from './tables.ts'
import { mayEdit, verdictsOn } from './verdict-said.ts'

export interface OrganisationsWish extends Paging {
  state?: RelationshipState
  groupCompany?: string
  /** An id of staff, or `me`. */
  owner?: string
  hasOpenEnquiry?: boolean
  updatedSince?: string
  count?: boolean
}

interface Row {
  id: string
  form: OrganisationForm
  personId: string | null
  revision: number
  createdAt: Date
  changedAt: Date
  closedAt: Date | null
  name?: string
  businessId?: string | null
  vatRegistered?: boolean | null
  phone?: string | null
  phoneTyped?: string | null
  email?: string | null
  emailKind?: string | null
  addresses?: PostalAddress[]
  relationships: { paymentTerms?: string | null }[]
  added: Record<string, unknown> | null
  openEnquiries?: number
  sources?: SourceRow[]
}

const askPage = keptQuery<[after: string, rows: number]>()

/** One page of organisations, with their relationships. */
export async function organisationsListed(look: Look<RegisterTables>, inForce: InForce, wish: OrganisationsWish) {
  refuseUnlessSees(inForce, look, knownFields.organisation)
  const sees = seesOf(inForce, look)
  const limit = wish.limit ?? 50
  const orders = { ...(sees('org.name') ? { name: ['name'] } : {}), changedAt: ['changed_at'] }
  const order = orderOf(wish.sort, orders, sees('org.name') ? 'name' : 'changedAt')
  const asked = conditionsOf(wish, look)
  const reached = await fewReached(look, 'register.organisation')
  const conditions = reached ? [reached, ...asked] : asked

  const rows = await askPage(look.db, {
    under: inForce,
    key:
      asked.length === 0
        ? `${look.duty} ${look.purpose} ${reached && look.reach} ${orderKey(order)} ${Boolean(wish.after)}`
        : null,
    values: [wish.after ? idOfCursor(wish.after) : '', limit + 1],
    write: ([after, most]) => sql<Row>`
      select ${columnsOf(inForce, sees)} ${alsoSelect(seesEnquiries(sees) && openEnquiries)}
      from register.organisation
      ${whereAll([...conditions, wish.after ? afterRow('register.organisation', order, after) : undefined])}
      ${orderBy('register.organisation', order)} limit ${most}`,
  })
  const page = pageOf(rows, limit)
  sawOrganisations(look, inForce, page.rows)
  return {
    items: page.rows.map(itemOf),
    next: page.next,
    ...(wish.count ? { count: await countOf(look, conditions) } : {}),
  }
}

/** Everything of one organisation that this duty reads; null where it sees no such organisation. */
export async function organisationOf(
  look: Look<RegisterTables>,
  inForce: InForce,
  { id, language }: { id: string; language: Language },
) {
  refuseUnlessSees(inForce, look, knownFields.organisation)
  const sees = seesOf(inForce, look)
  const [row] = await rowsOf<Row>(
    look.db,
    sql<Row>`
      select ${columnsOf(inForce, sees)}, ${sourcesOf('organisation', sql`organisation.id`)} as sources
        ${alsoSelect(
          sees('org.addresses') && sql`${addressesOf('organisation', sql`organisation.id`)} as addresses`,
          seesEnquiries(sees) && openEnquiries,
        )}
      from register.organisation where organisation.id = ${id}`,
  )
  sawOrganisations(look, inForce, row ? [row] : [])
  if (!row) return null
  return {
    ...itemOf(row),
    createdAt: row.createdAt,
    closedAt: row.closedAt,
    sources: sourcesSaid(row.sources ?? [], id, inForce, language),
    may: {
      edit: mayEdit(inForce, look, 'organisation', language),
      fields: verdictsOn(inForce, look, 'organisation', language),
    },
  }
}

/** Which relationships can be reopened with an organisation that no daily duty sees any more; null where it is none. */
export async function closedOrganisation(look: Look<RegisterTables>, id: string): Promise<string[] | null> {
  const rows = await rowsOf<{ relationship: string | null }>(
    look.db,
    sql<{
      relationship: string | null
    }>`select relationship from seloste.closed_organisation(${id}, null) where closed`,
  )
  look.saw([], [])
  return rows.length === 0 ? null : rows.flatMap(({ relationship }) => relationship ?? [])
}

// S5.2: a company's data are nobody's personal data; a sole trader's are.
function sawOrganisations(look: Look<RegisterTables>, inForce: InForce, rows: readonly Row[]) {
  const people = rows.flatMap(({ personId }) => personId ?? [])
  look.saw(
    people,
    people.length === 0
      ? []
      : fieldsAbout(inForce, 'organisation')
          .map(({ id }) => id)
          .filter(seesOf(inForce, look)),
  )
}

function columnsOf(inForce: InForce, sees: Sees): Piece {
  const me = sql`organisation.id`
  return sql`
    organisation.id, organisation.form, organisation.person_id as "personId", organisation.revision,
    organisation.created_at as "createdAt", organisation.changed_at as "changedAt", organisation.closed_at as "closedAt",
    ${addedJson(inForce, sees, 'organisation', me)} as added
    ${alsoSelect(
      (sees('org.name') || sees('com.paymentTerms')) &&
        sql`${relationshipsOf('organisation', me, sees('com.paymentTerms'))} as relationships`,
      sees('org.name') && sql`organisation.name`,
      sees('org.businessId') &&
        sql`organisation.business_id as "businessId", organisation.vat_registered as "vatRegistered"`,
      sees('org.phone') && sql`organisation.phone, organisation.phone_typed as "phoneTyped"`,
      sees('org.email') && sql`organisation.email, organisation.email_kind as "emailKind"`,
    )}`
}

const openEnquiries = sql`(
  select count(*) from register.enquiry open where open.organisation_id = organisation.id and open.state <> 'closed') as "openEnquiries"`

function itemOf(row: Row) {
  const {
    id,
    form,
    personId,
    revision,
    changedAt,
    relationships,
    name,
    businessId,
    vatRegistered,
    phone,
    email,
    addresses,
    added,
  } = row
  const terms = relationships?.find(({ paymentTerms }) => paymentTerms)?.paymentTerms
  return {
    ...{
      id,
      form,
      personId,
      revision,
      changedAt,
      relationships: relationships ?? [],
      openEnquiries: row.openEnquiries ?? 0,
    },
    // B10: a VAT number is derived only when somebody has said that the company is registered for VAT.
    ...(businessId === undefined
      ? {}
      : { vatRegistered, vatNumber: businessId && vatRegistered ? vatNumberOf(businessId) : null }),
    values: {
      ...(name === undefined ? {} : { 'org.name': name }),
      ...(businessId ? { 'org.businessId': businessId } : {}),
      ...(phone ? { 'org.phone': { number: phone, typed: row.phoneTyped, display: displayPhone(phone) } } : {}),
      ...(email ? { 'org.email': { address: email, kind: row.emailKind } } : {}),
      ...(addresses
        ? {
            'org.addresses': addresses.map((one) => ({
              ...one,
              label: postLabel(name ?? '', one),
              doubts: doubtsOf(one),
            })),
          }
        : {}),
      ...(terms ? { 'com.paymentTerms': terms } : {}),
      ...added,
    },
  }
}

function conditionsOf(
  { state, groupCompany, owner, hasOpenEnquiry, updatedSince }: OrganisationsWish,
  look: Look<RegisterTables>,
): Piece[] {
  const tie = [
    ...(state ? [sql`tie.state = ${state}`] : []),
    ...(groupCompany ? [sql`tie.group_company = ${groupCompany}`] : []),
    ...(owner ? [sql`tie.owner = ${owner === 'me' ? look.by : owner}`] : []),
  ]
  const enquiry = sql`exists (select from register.enquiry open where open.organisation_id = organisation.id and open.state <> 'closed')`
  const since = updatedSince ? instantOf(updatedSince) : null
  return [
    ...(tie.length > 0
      ? [
          sql`exists (select from register.relationship tie where tie.organisation_id = organisation.id and ${sql.join(tie, sql` and `)})`,
        ]
      : []),
    ...(hasOpenEnquiry === undefined ? [] : [hasOpenEnquiry ? enquiry : sql`not ${enquiry}`]),
    ...(since ? [sql`organisation.changed_at >= ${since}`] : []),
  ]
}

export function seesEnquiries(sees: Sees) {
  return sees('com.enquiries') || sees('person.name') || sees('person.phone')
}

async function countOf(look: Look<RegisterTables>, conditions: Piece[]) {
  const [row] = await rowsOf<{ count: number }>(
    look.db,
    sql<{ count: number }>`select count(*) as count from register.organisation ${whereAll(conditions)}`,
  )
  return row?.count ?? 0
}

import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#ledger'
import type { Language } from '#platform/language'
import { type InForce, saidOfDeal } from '#register'
import { type DealSubject, may } from '#statement'
import { eventsOfInvoice, type InvoiceStatus } from './invoices/invoice.ts'
import { productName } from './products/products-list.ts'
import { rowsOf } from './rows.ts'
import type { DealingsTables } from './tables.ts'

interface Row {
  id: string
  personId: string | null
  values?: Record<string, unknown>
}

const product = (
  table: string,
  language: Language,
) => sql`(select jsonb_build_object('id', what.id, 'name', ${productName(language, 'what')})
  from register.product what where what.id = ${sql.ref(`${table}.product_id`)})`

// S5.1: of these two, which have no card of their own, what the statement's own fields say stands here.
const columnsIn = (language: Language, added: (subject: DealSubject) => RawBuilder<unknown>) => ({
  invoices: {
    field: 'com.invoicing',
    query: sql`select id, person_id as "personId", number, origin, kind, open_cents as "openCents", issued_on as "issuedOn", due_on as "dueOn", amount_cents as "amountCents", currency,
      status, settled_on as "settledOn", fiscal_year_end as "fiscalYearEnd", debtor_name as "debtorName", text,
      held_at is not null as held from register.invoice`,
    order: sql`issued_on desc nulls first, id desc`,
  },
  warranties: {
    field: 'com.warranty',
    query: sql`select id, person_id as "personId", item, serial, ${product('warranty', language)} as product, starts_on as "startsOn", ends_on as "endsOn", claim_until as "claimUntil", ${added('warranty')} as "values"
      from register.warranty`,
    order: sql`ends_on desc, id desc`,
  },
  complaints: {
    field: 'com.complaints',
    query: sql`select id, person_id as "personId", opened_on as "openedOn", closed_on as "closedOn", taken_on as "takenOn", text, outcome,
      resolution, credited_on as "creditedOn", ${product('complaint', language)} as product, invoice_id as invoice, warranty_id as warranty, ${added('complaint')} as "values"
      from register.complaint`,
    order: sql`closed_on nulls first, opened_on desc, id desc`,
  },
})

/** What was sold to a company or a person, is owed, warranted and complained about; each list only for whom it is. */
export async function dealingsOf(
  look: Look<DealingsTables>,
  inForce: InForce,
  { organisationId, personId, language }: { organisationId?: string; personId?: string; language: Language },
) {
  const allowed = (field: string, deed: 'read' | 'write') =>
    may(inForce.policy, look.duty, look.purpose, field, deed).allowed
  const theirs = organisationId ? sql`organisation_id = ${organisationId}::uuid` : sql`person_id = ${personId}::uuid`
  const added = (subject: DealSubject) => saidOfDeal(inForce, look, subject, sql.ref(`${subject}.id`))
  const lists: Record<string, { items: Row[]; mayAdd: boolean } | null> = {}
  const seen = new Set<string>(personId ? [personId] : [])
  const fields: string[] = []

  for (const [name, { field, query, order }] of Object.entries(columnsIn(language, added))) {
    lists[name] = null
    if (!allowed(field, 'read')) continue
    const rows = await rowsOf<Row>(look, sql<Row>`${query} where ${theirs} order by ${order} limit 200`)
    lists[name] = {
      items: rows.map((row) => withEvents(row, allowed(field, 'write'))),
      mayAdd: allowed(field, 'write'),
    }
    for (const row of rows) if (row.personId) seen.add(row.personId)
    if (name === 'complaints' && allowed('com.invoicing', 'read')) await addCredits(look, rows)
    if (rows.length > 0) fields.push(field)
    for (const { values = {} } of rows) fields.push(...Object.keys(values))
  }
  look.saw(fields.length > 0 ? [...seen] : [], [...new Set(fields)])
  return lists
}

// S5.12: a complaint knows the credit notes that settled it, for those who read invoices.
async function addCredits(look: Look<DealingsTables>, complaints: readonly Row[]) {
  const notes = await rowsOf<{ complaint: string; id: string; number: string; amountCents: number }>(
    look,
    sql`select complaint_id as complaint, id, number, amount_cents as "amountCents" from register.invoice
      where complaint_id = any(${complaints.map(({ id }) => id)}::uuid[]) and number is not null order by issued_at, id`,
  )
  for (const one of complaints) Object.assign(one, { credits: notes.filter(({ complaint }) => complaint === one.id) })
}

function withEvents(row: Row, mayWrite: boolean) {
  const { status, origin, kind } = row as Row & { status?: InvoiceStatus; origin?: string; kind?: string }
  if (!status) return row
  const events = mayWrite && kind === 'invoice' ? eventsOfInvoice(status) : []
  return { ...row, events: origin === 'own' ? events.filter((event) => event !== 'credit') : events }
}

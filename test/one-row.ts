import { randomBytes, randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'

/** Words that stand nowhere else: whatever of them is found after an erasure was left behind. */
export const told = {
  given: 'Xqvetta',
  family: 'Xqvinen',
  email: 'xqvetta@xqvinen.example',
  number: '+358401230987',
  typed: '040 123 0987',
  word: 'xqvsana',
}

export const isTold = /xqvetta|xqvinen|xqvsana|401230987|040 123 0987/i

interface Column {
  name: string
  type: string
  allowed: string[] | null
  target: string | null
}

export interface MadeRow {
  table: string
  id: string
}

/** What the live schema alone cannot tell of a row that its checks let in. A new table without a line here may need one. */
const special: Record<string, unknown> = {
  'register.person.kind': 'sole-trader',
  'register.person.given_name': told.given,
  'register.person.family_name': told.family,
  'register.person_email.address': told.email,
  'register.person_phone.number': told.number,
  'register.person_phone.typed': told.typed,
  'register.organisation.form': 'sole-trader',
  'register.organisation.business_id': '0112038-9',
  'register.organisation.name': `Tmi ${told.family}`,
  'register.organisation.parent_id': null,
  'register.relationship.organisation_id': null,
  'register.enquiry.organisation_id': null,
  'register.objection.organisation_id': null,
  'register.objection.channel': null,
  'register.objection.topic': null,
  'register.objection.lifted_at': null,
  'register.objection.lifted_by': null,
  'register.consent.expires_on': null,
  // The words of a form and the heading of a letter are the same for everybody.
  'register.consent_wording.text': 'Saatte lähettää minulle uutisia.',
  'register.consent_wording.purpose': 'direct-marketing',
  'register.rights_letter.subject': 'Vastaus pyyntöönne',
  'register.consent_wording.hash': 'a'.repeat(64),
  'register.consent_event.shown': 'b'.repeat(64),
  'register.invoice.status': 'paid',
  'register.invoice.origin': 'entered',
  'register.invoice.kind': 'invoice',
  'register.invoice.credits_invoice_id': null,
  'register.invoice.issued_at': null,
  'register.invoice.reference': '10016',
  'register.invoice.debtor_vat_number': `FI ${told.word}`,
  'register.invoice.net_cents': null,
  'register.invoice.credited_cents': 0,
  'register.invoice.contact_person_id': null,
  'register.payment.fiscal_year_end': '2010-12-31',
  'register.payment.digest': 'e'.repeat(64),
  'register.payment.file_id': null,
  'register.payment_file.digest': 'e'.repeat(64),
  'register.reminder.due_on': '2026-03-13',
  'register.reminder.round': 1,
  'register.invoice.fiscal_year_end': '2010-12-31',
  'register.invoice.issued_on': '2010-01-01',
  'register.invoice.due_on': '2010-01-02',
  'register.invoice.currency': 'EUR',
  'register.task.due_time': '10:00',
  'register.document_version.bytes': 1,
  'register.seen_lately.organisation_id': null,
  'register.legal_hold.closed_at': '2026-01-01T00:00:00Z',
  'register.legal_hold.claim': `Riita: ${told.word}`,
  'register.recipient_notice.state': 'confirmed',
  'register.recipient_notice.about': null,
  'register.recipient_notice.note': `Kuitannut ${told.word}`,
  'register.rights_request.part_of': null,
  'register.rights_request.state': 'closed',
  'register.rights_request.minimised_at': null,
  'register.campaign_recipient.state': 'sent',
  // What is left of a message that was sent: codes, never words.
  'register.campaign_recipient.channel': 'email',
  'register.campaign_recipient.code': null,
  'register.campaign_recipient.clause': null,
  'register.campaign_recipient.ground': 'consent',
  'register.campaign.state': 'sent',
  'register.authority_request.state': 'released',
  'register.authority_request.extract_digest': 'c'.repeat(64),
  'register.authority_request.decided_by': 'another',
  'register.authority_request.fields': '{person.name}',
  'register.import_run.people': 1,
  'register.merge.organisation_id': null,
  'register.merge.undone_at': null,
  'register.undo_row.organisation_id': null,
  'register.import_line.cells': `{"${told.word} solu"}`,
  'register.duplicate_pair.organisation_id': null,
  'register.duplicate_pair.other_organisation_id': null,
}
// Of what may become a sale: it is open, and not in the bin.
Object.assign(special, {
  ...{ 'register.opportunity.state': 'open', 'register.opportunity.closed_on': null },
  ...{
    'register.opportunity.lost_reason': null,
    'register.opportunity.binned_at': null,
    'register.opportunity.binned_by': null,
    'register.price_list.currency': 'EUR',
    'register.price_list.ends_on': null,
  },
})
// Of papers.
Object.assign(special, { 'register.paper_sent.paper': 'invoice', 'register.paper_sent.language': 'fi' })
// Of the chain: what is over blocks nothing, and words stand in the JSON of lines and addresses too.
Object.assign(special, {
  'register.quote.language': 'fi',
  'register.quote.lines': JSON.stringify([{ text: told.word }]),
  'register.quote_version.content': JSON.stringify({ buyer: { name: told.family } }),
  'register.quote_version.state': 'superseded',
  'register.quote_version.hash': 'd'.repeat(64),
  'register.quote_version.answered_at': null,
  'register.quote_version.answered_via': null,
  'register.sales_order.state': 'closed',
  'register.sales_order.language': 'fi',
  'register.sales_order.settled_on': '2026-01-01',
  'register.sales_order.lines': JSON.stringify([{ text: told.word }]),
  'register.sales_order.delivery_address': JSON.stringify({ name: told.family }),
  'register.delivery.state': 'planned',
  'register.delivery.delivered_on': null,
  'register.delivery.lines': JSON.stringify([{ line: told.word, quantity: 1 }]),
  'register.delivery.address': JSON.stringify({ name: told.family }),
  'register.contract.state': 'draft',
  'register.contract.renewal': 'fixed',
  'register.contract.billing_months': null,
  'register.contract.ended_on': null,
  'register.contract.lines': JSON.stringify([{ text: told.word }]),
  'register.assignment.state': 'done',
  'register.assignment.settled_on': '2026-01-01',
  'register.assignment_contact.staff_id': null,
})
// Of mail: what ties several columns together.
Object.assign(special, {
  'register.mailbox.duty': null,
  'register.mailbox.opens_enquiries': false,
  'register.mailbox.imap_port': 993,
  'register.mailbox.smtp_port': 465,
  'register.message.direction': 'in',
  'register.message.message_id': `<${told.word}@${told.email.split('@')[1]}>`,
  'register.message_person.organisation_id': null,
  'register.message_person.address': told.email,
  'register.message_body.attachments': JSON.stringify([{ name: `${told.word}.pdf` }]),
})
const byName: Record<string, unknown> = {
  postcode: '00520',
  country: 'FI',
  closed_at: null,
  held_at: null,
  left_on: null,
}

/** One row about this person in each of these tables, and in those that they lean on. */
export async function oneRowEach(
  owner: Kysely<never>,
  tables: readonly string[],
  { person, personal, more = {} }: { person: string; personal: ReadonlySet<string>; more?: Record<string, unknown> },
): Promise<MadeRow[]> {
  const ids = new Map([['register.person', person]])
  const idOf = (table: string) => {
    const known = ids.get(table) ?? randomUUID()
    ids.set(table, known)
    return known
  }
  const made: MadeRow[] = []
  const waiting = [...tables]
  await owner.transaction().execute(async (db) => {
    await sql`set local session_replication_role = replica`.execute(db) // rows lean on each other in every direction
    for (let table = waiting.shift(); table; table = waiting.shift()) {
      if (made.some((row) => row.table === table)) continue
      const values: [string, unknown][] = []
      for (const column of await columnsOf(db, table)) {
        const value = valueFor(table, column, { person, idOf, more, personal })
        if (value === undefined) continue
        if (column.target && value !== null && !tables.includes(column.target)) waiting.push(column.target)
        values.push([column.name, value])
      }
      await insert(db, table, values)
      made.push({ table, id: idOf(table) })
    }
  })
  return made.filter(({ table }) => tables.includes(table))
}

async function insert(db: Kysely<never>, table: string, values: [string, unknown][]) {
  await sql`insert into ${sql.table(table)} (${sql.join(values.map(([name]) => sql.ref(name)))})
    values (${sql.join(values.map(([, value]) => value))})`
    .execute(db)
    .catch((fault: Error) => {
      throw new Error(`no row for ${table}: say in test/one-row.ts what its checks ask (${fault.message})`)
    })
}

async function columnsOf(db: Kysely<never>, table: string): Promise<Column[]> {
  const { rows } = await sql<Column & { check: string | null }>`
    select own.attname as name, format_type(own.atttypid, null) as type,
      (select string_agg(pg_get_constraintdef(rule.oid), ' ') from pg_constraint rule
        where rule.conrelid = own.attrelid and rule.contype = 'c' and rule.conkey = array[own.attnum]) as check,
      (select rule.confrelid::regclass::text from pg_constraint rule
        where rule.conrelid = own.attrelid and rule.contype = 'f' and rule.conkey = array[own.attnum]) as target
    from pg_attribute own
    where own.attrelid = ${table}::regclass and own.attnum > 0 and not own.attisdropped and own.attidentity = '' and own.attgenerated = ''
    order by own.attnum`.execute(db)
  return rows.map(({ check, ...column }) => ({ ...column, allowed: allowedBy(check) }))
}

function allowedBy(check: string | null): string[] | null {
  const list = /= ANY \(ARRAY\[(.+?)\]\)/.exec(check ?? '')?.[1]
  return list ? [...list.matchAll(/'([^']*)'::text/g)].map(([, word = '']) => word) : null
}

interface Making {
  person: string
  /** Columns that carry a declared field. The others say nothing about a person. */
  personal: ReadonlySet<string>
  idOf(table: string): string
  more: Record<string, unknown>
}

function valueFor(
  table: string,
  { name, type, allowed, target }: Column,
  { person, idOf, more, personal }: Making,
): unknown {
  const path = `${table}.${name}`
  if (path in more) return more[path]
  if (path in special) return special[path]
  if (name === 'person_id') return person
  if (name === 'people' || name === 'parties') return `{${person}}`
  if (name === 'id' && type === 'uuid') return idOf(table)
  if (target && type === 'uuid') return idOf(target)
  if (name === 'organisation_id') return idOf('register.organisation')
  if (target) return more[`${target}.key`] ?? special[`${target}.hash`]
  if (name in byName) return byName[name]
  if (allowed) return allowed[0]
  return byType(type, personal.has(path) ? `${told.word} ${name}` : 'sana')
}

function byType(type: string, word: string): unknown {
  if (type === 'text') return word
  if (type === 'text[]') return `{"${word}"}`
  if (type === 'uuid') return randomUUID()
  if (type === 'uuid[]') return '{}'
  if (type === 'date') return '2026-02-27'
  if (type.startsWith('timestamp')) return '2026-02-27T10:00:00Z'
  if (type === 'boolean') return false
  if (type === 'jsonb' || type === 'json') return '{}'
  if (type === 'bytea') return randomBytes(32)
  return 1
}

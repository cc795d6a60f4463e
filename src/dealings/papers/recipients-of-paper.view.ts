import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { InForce } from '#register'
import { allowedOf, staffName } from '../deal-seen.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import type { PartyOfPaper } from './buyer.view.ts'
import type { PaperState } from './outbox.ts'
import { type Asked, type DocumentKind, paperOf } from './paper-of.view.ts'

/** To whom a paper may be mailed: the person it is for, or the company's own address. */
export interface PaperRecipient {
  to: 'contact' | 'person' | 'company'
  address: string
  name: string | null
  personId: string | null
  /** Nobody has said whose the address is: no notice about the person goes there. */
  unproven?: true
  /** The address (`register.person_email.id`) that has not answered yet either: this paper goes there with a link to do so. */
  unanswered?: string
}

type Document = { kind: DocumentKind; id: string }

/** Where a paper would go by mail, the best first. S6.3: to an address nobody has confirmed only the order goes that it was given with, and once it answered what follows of it. */
export async function recipientsOf(
  look: Look<DealingsReach>,
  inForce: InForce,
  { organisationId, personId, contactId }: PartyOfPaper,
  document: Document,
): Promise<PaperRecipient[]> {
  const sees = allowedOf(inForce, look)
  const found: PaperRecipient[] = []
  const person = async (id: string, to: 'contact' | 'person') => {
    const given = sql`(${document.kind === 'orders'}::boolean and mail.given_with @> array[${document.id}::uuid])`
    const [row] = await rowsOf<{ id: string; address: string; name: string; isProven: boolean; hasAnswered: boolean }>(
      look,
      sql`select mail.id, mail.address, mail.is_proven as "isProven", mail.has_answered as "hasAnswered",
          btrim(who.given_name || ' ' || who.family_name) as name
        from register.person_email mail join register.person who on who.id = mail.person_id
        where mail.person_id = ${id}::uuid and (mail.is_proven or ${given}
          or (mail.has_answered and mail.given_with @> array[${orderBehind(document)}]))
        order by ${given} desc, mail.is_proven desc, mail.is_primary desc, mail.id limit 1`,
    )
    if (!row) return
    const { id: emailId, isProven, hasAnswered, ...said } = row
    const asked = isProven || hasAnswered ? {} : { unanswered: emailId }
    found.push({ to, ...said, personId: id, ...(isProven ? {} : { unproven: true as const }), ...asked })
  }
  if (sees('person.email') && sees('person.name')) {
    if (contactId) await person(contactId, 'contact')
    if (personId && personId !== contactId) await person(personId, 'person')
  }
  if (organisationId && sees('org.email')) {
    const firm = await look.db
      .selectFrom('register.organisation')
      .select(['email'])
      .where('id', '=', organisationId)
      .executeTakeFirst()
    if (firm?.email) found.push({ to: 'company', address: firm.email, name: null, personId: null })
  }
  look.saw(
    found.flatMap((one) => one.personId ?? []),
    ['person.email', 'person.name'],
  )
  return found
}

/** The order of which a paper follows; null of one that follows of none. */
function orderBehind({ kind, id }: Document) {
  if (kind === 'orders') return sql`${id}::uuid`
  if (kind === 'deliveries') return sql`(select sent.order_id from register.delivery sent where sent.id = ${id}::uuid)`
  if (kind === 'invoices') return sql`(select bill.order_id from register.invoice bill where bill.id = ${id}::uuid)`
  if (kind === 'reminders')
    return sql`(select bill.order_id from register.reminder again join register.invoice bill on bill.id = again.invoice_id
      where again.id = ${id}::uuid)`
  return sql`null::uuid`
}

/** A paper as the desk shows it before it goes: what it is, to whom it may go, and when it went. */
export async function paperAtDesk(kind: DocumentKind, asked: Asked) {
  const { look, inForce } = asked
  const { paper, party } = await paperOf(kind, asked)
  const recipients = await recipientsOf(look, inForce, party, { kind, id: asked.id })
  const sent = await sendings(asked)
  const { kind: is, number, language, buyer, seller } = paper
  const eInvoice = (is === 'invoice' || is === 'credit-note') && number !== null && paper.lines.length > 0
  return {
    ...{ kind: is, number, language, recipients, sent },
    eInvoice: eInvoice ? { address: buyer.eAddress ?? null, ready: Boolean(buyer.eAddress && seller.eAddress) } : null,
  }
}

/** One sending of a paper, as its card shows it. */
interface Sending {
  id: string
  at: Date
  state: PaperState
  fault: string | null
  notBefore: Date | null
  to: PaperRecipient['to']
  byName: string | null
  toName: string | null
}

async function sendings({ look, inForce, id }: Asked): Promise<Sending[]> {
  const sees = allowedOf(inForce, look)
  const name =
    sees('com.activities') && sees('person.name')
      ? sql`(select btrim(who.given_name || ' ' || who.family_name) from register.person who where who.id = sent.sent_to)`
      : sql`null::text`
  return rowsOf<Sending>(
    look,
    sql<Sending>`select sent.id, coalesce(sent.settled_at, sent.entered_at) as at, sent.state, sent.fault, sent.not_before as "notBefore",
        sent.recipient as "to", ${staffName(sql`sent.entered_by`)} as "byName", ${name} as "toName"
      from register.paper_sent sent where sent.document_id = ${id}::uuid order by sent.entered_at desc, sent.id desc limit 20`,
  )
}

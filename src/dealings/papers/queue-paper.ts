import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { type InForce, inForce, refuseIdentityCodes, refuseUnlessWriter } from '#register'
import type { Running } from '#statement'
import { allowedOf } from '../deal-seen.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { type DocumentKind, documents, paperOf } from './paper-of.view.ts'
import { type PaperRecipient, recipientsOf } from './recipients-of-paper.view.ts'

export interface PaperWish {
  document: DocumentKind
  id: string
  /** The first that there is where nothing is said. */
  to?: PaperRecipient['to']
  /** What staff writes to go with it, 4000 characters at most. */
  message?: string
  /** False: the caller sends it itself once its transaction is committed, by `sendPaper`. */
  wakes?: boolean
}

type Statements = Pick<Running<unknown>, 'current' | 'policy' | 'ground'>

/**
 * Puts a paper into the outbox, within the caller's own transaction: it leaves once that is committed, under the duty that queued it, and
 * never twice silently. Refuses a draft (`PAPER_IS_DRAFT`), a customer without an address (`NO_EMAIL_ADDRESS`) and a paper that is on its
 * way to the same recipient already (`PAPER_ON_ITS_WAY`). Answers the id of its row and which recipient it goes to.
 */
export async function queuePaper(act: Act<DealingsReach>, running: Statements, wish: PaperWish) {
  const [rules, published] = [inForce(running), running.current()]
  if (!published) throw new Refusal('NO_ACTIVE_STATEMENT', 409, { clause: 'S0.1' })
  const keeps = allowedOf(rules, act)('com.activities', 'write')
  refuseWithout(keeps, { act, rules, wish })
  refuseIdentityCodes(wish.message, 'com.activities')
  const door = { ...act, saw: () => undefined } as unknown as Look<DealingsReach> // nobody is shown: the sender's own look is logged
  const { statement } = published
  const { paper, party, groupCompany } = await paperOf(wish.document, {
    ...{ look: door, inForce: rules, statement, id: wish.id },
  })
  if (paper.number === null) throw new Refusal('PAPER_IS_DRAFT', 409)
  const recipients = await recipientsOf(door, rules, party, { kind: wish.document, id: wish.id })
  const to = wish.to ? recipients.find((one) => one.to === wish.to) : recipients[0]
  if (!to) throw new Refusal('NO_EMAIL_ADDRESS', 409, { clause: 'S6.7' })
  const id = newId(act.at.getTime())
  const { kind: is, number, language } = paper
  const said = { paper: is, number, language, sent_to: to.personId, message: wish.message?.trim() || null }
  const made = await act.db
    .insertInto('register.paper_sent')
    .values({
      ...{ id, group_company: groupCompany, organisation_id: party.organisationId, person_id: party.personId },
      ...{ document: wish.document, document_id: wish.id, recipient: to.to, duty: act.duty, state: 'queued' },
      ...{ entered_by: act.by, entered_at: act.at, held_at: null },
      ...(keeps ? said : {}),
    })
    .onConflict((held) => held.doNothing()) // paper_on_its_way
    .executeTakeFirst()
  if (Number(made.numInsertedOrUpdatedRows ?? 0) === 0) throw new Refusal('PAPER_ON_ITS_WAY', 409)
  await act.record({ what: 'paper.queued', about: wish.id, detail: { document: wish.document, toPerson: to.personId } })
  if (wish.wakes !== false) await wakeSender(act)
  return { id, to: to.to }
}

/** Puts a paper that did not leave, or of which nobody knows, into the outbox once more, under whoever asks for it. */
export async function queueAgain(act: Act<DealingsReach>, rules: InForce, id: string) {
  const fields = ['com.activities', ...Object.values(documents)]
  if (!fields.some((field) => allowedOf(rules, act)(field, 'write'))) refuseUnlessWriter(rules, act, 'com.activities')
  const held = await act.db
    .selectFrom('register.paper_sent')
    .select(['document', 'document_id', 'recipient', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  const wish = { document: held.document, id: held.document_id }
  refuseWithout(allowedOf(rules, act)('com.activities', 'write'), { act, rules, wish })
  const others = await rowsOf(
    act,
    sql`select from register.paper_sent other where other.document_id = ${held.document_id}::uuid and other.recipient = ${held.recipient}
      and other.state in ('queued', 'sending')`,
  )
  if (others.length > 0) throw new Refusal('PAPER_ON_ITS_WAY', 409)
  if (held.state === 'sent') throw new Refusal('PAPER_STATE', 409)
  const anew = {
    state: 'queued',
    attempts: 0,
    fault: null,
    not_before: null,
    fenced_at: null,
    settled_at: null,
  } as const
  await act.db
    .updateTable('register.paper_sent')
    .set({ ...anew, entered_by: act.by, duty: act.duty })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'paper.queued-again', about: held.document_id, detail: { was: held.state } })
}

// The word goes out when the transaction is committed; where nobody hears it, the minute's round finds the row.
async function wakeSender(act: Act<DealingsReach>) {
  await rowsOf(act, sql`select pg_notify('papers_queued', '')`)
}

// Sending a paper is a deed: of whoever writes what it is about, or what was done with the customer.
function refuseWithout(
  keeps: boolean,
  { act, rules, wish }: { act: Act<DealingsReach>; rules: InForce; wish: Pick<PaperWish, 'document' | 'message'> },
) {
  if (!keeps) refuseUnlessWriter(rules, act, wish.message ? 'com.activities' : documents[wish.document])
}

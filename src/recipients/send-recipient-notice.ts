import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Statement } from '#statement'
import { recipientLetter } from './letter.ts'
import type { RecipientTables } from './tables.ts'

/** Where a letter goes out; a refused one throws. */
export interface LetterOut {
  send(letter: { to: string; subject: string; text: string; language: 'fi' | 'sv' | 'en' }): Promise<unknown>
}

export interface Telling {
  id: string
  /** By mail from the register, or told by other means. Either may be done again while no receipt is in. */
  way: 'mail' | 'told'
  statement: Statement
  out?: LetterOut
}

/** Tells a receiver, or says that it was told; again where no receipt has come. */
export async function sendRecipientNotice(act: Act<RecipientTables>, { id, way, statement, out }: Telling) {
  const notice = await act.db
    .updateTable('register.recipient_notice')
    .set((row) => ({
      ...{ state: 'sent', way, sent_at: act.at, sent_by: act.by, times_sent: row('times_sent', '+', 1) },
      revision: row('revision', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'sent'])
    .returning(['id', 'kind', 'receiver', 'receiver_kind as receiverKind', 'about', 'times_sent as timesSent'])
    .executeTakeFirst()
  if (!notice) throw new Refusal('RECEIPT_NOT_AWAITED', 409, { clause: 'S9.8' })
  await act.record({
    what: 'recipient-notice.sent',
    about: id,
    detail: { way, receiver: notice.receiver, times: notice.timesSent },
  })
  if (way === 'told') return

  const to = contactOf(statement, notice.receiver)
  if (!to) throw new Refusal('RECEIVER_WITHOUT_ADDRESS', 409, { clause: 'S9.6' })
  if (!out) throw new Refusal('MAIL_NOT_SET_UP', 409)
  // Last, so that nothing is kept of a letter that did not go.
  await out.send({ to, ...recipientLetter(statement, { ...notice, about: notice.about ?? '' }) }).catch((fault) => {
    if (fault instanceof Refusal) throw fault
    throw new Refusal('MAIL_NOT_SENT', 502)
  })
}

/** The mail address that the statement gives for a processor. */
export function contactOf({ processors }: Statement, receiver: string): string | null {
  return processors?.find(({ id }) => id === receiver)?.contact ?? null
}

import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import type { MailReach } from './reach.ts'
import { rowsOf } from './rows.ts'

/** Says that a thread needs no answer, or that it does after all. */
export async function settleThread(
  act: Act<MailReach>,
  inForce: InForce,
  { threadId, isSettled }: { threadId: string; isSettled: boolean },
) {
  refuseUnlessWriter(inForce, act, 'com.enquiries')
  const rows = await rowsOf(
    act,
    sql`update register.message set settled_at = ${isSettled ? act.at : null}
      where thread_id = ${threadId} and direction = 'in' and (settled_at is null) = ${isSettled}
        and mailbox_id in (select seloste.mailboxes_seen('own')) returning id`,
  )
  if (rows.length === 0) throw new Refusal('NOT_FOUND', 404)
  await act.record({ what: isSettled ? 'thread.settled' : 'thread.unsettled', about: threadId })
}

/** Keeps the words under one's own letters. */
export async function saveSignature(act: Act<MailReach>, inForce: InForce, text: string) {
  refuseUnlessWriter(inForce, act, 'com.enquiries')
  if (text.length > 2000) throw new Refusal('TEXT_TOO_LONG', 422, { field: 'signature', limit: 2000 })
  await act.db
    .insertInto('register.mail_signature')
    .values({ staff_id: act.by, text, changed_at: act.at })
    .onConflict((held) => held.column('staff_id').doUpdateSet({ text, changed_at: act.at }))
    .execute()
  await act.record({ what: 'signature.kept' })
}

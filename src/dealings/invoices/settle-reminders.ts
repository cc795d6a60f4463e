import { sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter } from '#register'
import { queueAgain } from '../papers/queue-paper.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { type InvoiceStatus, isOwed } from './invoice.ts'
import type { Way } from './reminder-sending.ts'

export type ReminderEvent = 'printed' | 'as-letter' | 'again'

export interface Settling {
  run: string
  event: ReminderEvent
  reminders: readonly string[]
}

interface Held {
  id: string
  way: Way
  status: InvoiceStatus
  mail: string | null
  fault: string | null
  paper: string | null
}

/**
 * What a person does with reminders of a run that did not go by themselves: their letters are in the post (`printed`), a mail that failed
 * or is held becomes a letter (`as-letter`), or one that failed is sent anew (`again`). Refuses what is not where it can be
 * (`REMINDER_STATE`). What was paid or credited meanwhile is not asked for anew: it is left out and counted, or refused where all of it was
 * (`REMINDER_SETTLED`).
 */
export async function settleReminders(act: Act<DealingsReach>, inForce: InForce, { run, event, reminders }: Settling) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const held = await rowsOf<Held>(
    act,
    sql<Held>`
      select reminder.id, reminder.way, invoice.status, last.state as mail, last.fault, last.id as paper from register.reminder
        join register.invoice on invoice.id = reminder.invoice_id left join lateral (select sent.id, sent.state, sent.fault from register.paper_sent sent where sent.document_id = reminder.id
          order by sent.entered_at desc limit 1) last on true
      where reminder.run_id = ${run}::uuid and reminder.id = any(${[...reminders]}::uuid[]) order by reminder.id for update of reminder`,
  )
  if (held.length < new Set(reminders).size) throw new Refusal('NOT_FOUND', 404)
  if (!held.every((one) => mayBe(event, one))) throw new Refusal('REMINDER_STATE', 409)

  const meant = event === 'printed' ? held : held.filter(({ status }) => isOwed(status))
  if (meant.length === 0) throw new Refusal('REMINDER_SETTLED', 409, { clause: 'S5.11' })
  for (const { id, mail, paper } of meant) {
    if (event === 'again') await queueAgain(act, inForce, paper ?? '')
    else {
      if (mail === 'queued') await keepFromMail(act, paper ?? '')
      await act.db
        .updateTable('register.reminder')
        .set(event === 'printed' ? { printed_at: act.at } : { way: 'letter' })
        .where('id', '=', id)
        .execute()
    }
    await act.record({ what: `reminder.${event}`, about: id })
  }
  return { settled: meant.length, leftOut: held.length - meant.length }
}

function mayBe(event: ReminderEvent, { way, mail, fault, paper }: Held): boolean {
  if (event === 'printed') return way === 'letter'
  if (way !== 'email') return false
  if (event === 'again') return paper !== null && (mail === 'failed' || mail === 'unsure')
  return mail === null || mail === 'failed' || mail === 'unsure' || (mail === 'queued' && fault !== null)
}

// Only from the queue: where a sender has fenced it meanwhile, it is in the air, and no letter goes beside it.
async function keepFromMail(act: Act<DealingsReach>, paper: string) {
  const kept = await rowsOf(
    act,
    sql`update register.paper_sent set state = 'failed', fault = 'SENT_AS_LETTER', not_before = null, settled_at = ${act.at}
      where id = ${paper}::uuid and state = 'queued' returning id`,
  )
  if (kept.length === 0) throw new Refusal('REMINDER_STATE', 409)
}

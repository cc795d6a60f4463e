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
  paper: string | null
}

/**
 * What a person does with reminders of a run that did not go by themselves: their letters are in the post (`printed`), a mail that failed
 * becomes a letter (`as-letter`), or is sent anew (`again`). Refuses what is not where it can be (`REMINDER_STATE`), and to ask anew for
 * what was paid or credited meanwhile (`REMINDER_SETTLED`).
 */
export async function settleReminders(act: Act<DealingsReach>, inForce: InForce, { run, event, reminders }: Settling) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const held = await rowsOf<Held>(
    act,
    sql<Held>`
      select reminder.id, reminder.way, invoice.status, last.state as mail, last.id as paper from register.reminder
        join register.invoice on invoice.id = reminder.invoice_id left join lateral (select sent.id, sent.state from register.paper_sent sent where sent.document_id = reminder.id
          order by sent.entered_at desc limit 1) last on true
      where reminder.run_id = ${run}::uuid and reminder.id = any(${[...reminders]}::uuid[]) order by reminder.id for update of reminder`,
  )
  if (held.length < new Set(reminders).size) throw new Refusal('NOT_FOUND', 404)
  const isOpen = ({ way, mail }: (typeof held)[number]) =>
    event === 'printed' ? way === 'letter' : way === 'email' && ['failed', 'unsure', null].includes(mail)
  if (!held.every(isOpen)) throw new Refusal('REMINDER_STATE', 409)

  if (event !== 'printed' && !held.every(({ status }) => isOwed(status)))
    throw new Refusal('REMINDER_SETTLED', 409, { clause: 'S5.11' })
  for (const { id, paper } of held) {
    if (event === 'again') {
      if (!paper) throw new Refusal('REMINDER_STATE', 409)
      await queueAgain(act, inForce, paper)
    } else
      await act.db
        .updateTable('register.reminder')
        .set(event === 'printed' ? { printed_at: act.at } : { way: 'letter' })
        .where('id', '=', id)
        .execute()
    await act.record({ what: `reminder.${event}`, about: id })
  }
}

import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { groupCompanyOf, type InForce, inForce, refuseUnlessWriter } from '#register'
import type { Running } from '#statement'
import { queuePaper } from '../papers/queue-paper.ts'
import type { DealingsReach } from '../reach.ts'
import { type Reminding, writeReminders } from './remind.ts'
import { reminderWays } from './reminder-ways.view.ts'

export interface ReminderRound extends Reminding {
  /** Of the invoices, those whose reminders are printed although there is an e-mail address. */
  letters?: readonly string[]
}

type Statements = Pick<Running<unknown>, 'current' | 'policy' | 'ground'>

/**
 * Writes reminders of these invoices and queues their sending, in one deed: by mail where there is an address, else as letters to print.
 * All of it stands or nothing does. What was paid or reminded of meanwhile is left out, so a second press finds nothing
 * (`NOTHING_TO_REMIND`). Answers the run's id.
 */
export async function beginReminderRun(act: Act<DealingsReach>, running: Statements, wish: ReminderRound) {
  const rules: InForce = inForce(running)
  refuseUnlessWriter(rules, act, 'com.invoicing')
  const [id, printed] = [newId(act.at.getTime()), new Set(wish.letters)]
  const ways = await reminderWays(act, rules, wish.invoices)
  const wayOf = (invoice: string) => (ways.get(invoice)?.address && !printed.has(invoice) ? 'email' : 'letter')
  const group_company = groupCompanyOf(rules.policy, wish.groupCompany)
  const run = { id, group_company, left_out: 0, begun_by: act.by, begun_at: act.at }
  await act.db.insertInto('register.reminder_run').values(run).execute()

  const written = await writeReminders(act, rules, { ...wish, run: { id, wayOf } })
  for (const { id: reminder, invoice } of written)
    if (wayOf(invoice) === 'email') await queuePaper(act, running, { document: 'reminders', id: reminder })
  const left_out = wish.invoices.length - written.length
  if (left_out > 0) await act.db.updateTable('register.reminder_run').set({ left_out }).where('id', '=', id).execute()
  await act.record({ what: 'reminders.begun', about: id, detail: { reminders: written.length, leftOut: left_out } })
  return { id, reminders: written.length, leftOut: left_out }
}

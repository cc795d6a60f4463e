import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, inForce, refuseUnlessWriter } from '#register'
import type { Running } from '#statement'
import { queuePaper } from '../papers/queue-paper.ts'
import type { DealingsReach } from '../reach.ts'
import { type Reminding, writeReminders } from './remind.ts'
import { reminderWays } from './reminder-ways.view.ts'

export interface ReminderRound extends Pick<Reminding, 'groupCompany' | 'invoices'> {
  /** Of the invoices, those whose reminders are printed although there is an e-mail address. */
  letters?: readonly string[]
  /** The run that these go on with, an id: many are written in parts. */
  run?: string
}

type Statements = Pick<Running<unknown>, 'current' | 'policy' | 'ground'>

/**
 * Writes reminders of these invoices and queues their sending, in one deed: by mail where there is an address, else as letters to print.
 * All of it stands or nothing does. What was paid or reminded of meanwhile is left out, so a second press finds nothing
 * (`NOTHING_TO_REMIND`). A long run is begun with some and goes on with others (`run`): where it is cut off, what was not written is
 * still due. Answers the run's id.
 */
export async function beginReminderRun(act: Act<DealingsReach>, running: Statements, wish: ReminderRound) {
  const rules: InForce = inForce(running)
  refuseUnlessWriter(rules, act, 'com.invoicing')
  const groupCompany = groupCompanyOf(rules.policy, wish.groupCompany)
  const [id, printed] = [await runOf(act, groupCompany, wish.run), new Set(wish.letters)]
  const ways = await reminderWays(act, rules, wish.invoices)
  const wayOf = (invoice: string) => (ways.get(invoice)?.address && !printed.has(invoice) ? 'email' : 'letter')

  const written = await writeReminders(
    act,
    rules,
    { ...wish, run: { id, wayOf } },
    { mayBeNone: wish.run !== undefined },
  )
  for (const { id: reminder, invoice } of written)
    if (wayOf(invoice) === 'email') await queuePaper(act, running, { document: 'reminders', id: reminder })
  const left_out = wish.invoices.length - written.length
  if (left_out > 0)
    await act.db
      .updateTable('register.reminder_run')
      .set((run) => ({ left_out: run('left_out', '+', left_out) }))
      .where('id', '=', id)
      .execute()
  await act.record({
    what: wish.run ? 'reminders.continued' : 'reminders.begun',
    about: id,
    detail: { reminders: written.length, leftOut: left_out },
  })
  return { id, reminders: written.length, leftOut: left_out }
}

async function runOf(act: Act<DealingsReach>, group_company: string, known?: string): Promise<string> {
  if (!known) {
    const id = newId(act.at.getTime())
    const run = { id, group_company, left_out: 0, begun_by: act.by, begun_at: act.at }
    await act.db.insertInto('register.reminder_run').values(run).execute()
    return id
  }
  const held = await act.db
    .selectFrom('register.reminder_run')
    .select('id')
    .where('id', '=', known)
    .where('group_company', '=', group_company)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404, { field: 'run' })
  return held.id
}

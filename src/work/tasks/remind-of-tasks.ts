import { sql } from 'kysely'
import { staffNow } from '#access'
import { type Act, type Look, look, type Occasion, perform } from '#ledger'
import type { Language } from '#platform/language'
import type { MailOut } from '#platform/mail'
import { notify } from '../notify.ts'
import type { WorkReach } from '../tables.ts'
import type { WorkRegister } from '../under-duty.ts'

/** Reminds of tasks whose moment has come: at the desk, and by mail whoever wants it. Answers how many. */
export async function remindOfTasks(running: WorkRegister, mail: MailOut, publicUrl: string): Promise<number> {
  const published = running.current()
  if (!published) return 0
  const occasion: Occasion = {
    ...{ by: 'register', duty: 'worker', purpose: 'customer-relationship', at: running.now() },
    under: String(published.version),
  }
  const due = await look(running.db, occasion, (view) => tasksToRemind(view as unknown as Look<WorkReach>))
  for (const task of due) {
    await perform(running.db, occasion, (act) => remind(act as unknown as Act<WorkReach>, task))
    // The mail goes after the mark: whoever loses one sees it at the desk, and nobody gets it every minute.
    if (task.mail) await mailReminder(running, { mail, publicUrl }, task).catch(() => undefined)
  }
  return due.length
}

interface Due {
  id: string
  assigned_to: string
  organisation_id: string | null
  person_id: string | null
  mail: boolean | null
}

async function tasksToRemind({ db, saw, at }: Look<WorkReach>): Promise<Due[]> {
  saw([], [])
  return db
    .selectFrom('register.task')
    .leftJoin('register.work_wish', 'register.work_wish.staff', 'register.task.assigned_to')
    .select(['id', 'assigned_to', 'organisation_id', 'person_id', 'reminder_mail as mail'])
    .where('remind_at', '<=', at)
    .where('done_at', 'is', null)
    .where('reminded_at', 'is', null)
    .where(sql<boolean>`(person_id is null or not seloste.is_restricted(person_id))`) // Art. 18 GDPR: it waits
    .orderBy('remind_at')
    .limit(500)
    .execute()
}

async function remind(act: Act<WorkReach>, { id, assigned_to, organisation_id, person_id }: Due) {
  await act.db.updateTable('register.task').set({ reminded_at: act.at }).where('id', '=', id).execute()
  await notify(act, {
    ...{ to: [assigned_to], kind: 'reminder', organisationId: organisation_id, personId: person_id },
    subject: { kind: 'task', id },
  })
  await act.record({ what: 'task.reminded', about: id, detail: { to: assigned_to } })
}

const said: Record<Language, [subject: string, text: string]> = {
  fi: ['Muistutus tehtävästä', 'Sinulla on tehtävä, josta pyysit muistutusta. Se avautuu rekisterissä:'],
  sv: ['Påminnelse om en uppgift', 'Du har en uppgift som du bad om påminnelse för. Den öppnas i registret:'],
  en: ['Reminder of a task', 'You have a task that you asked to be reminded of. It opens in the register:'],
}

// What the task says stays in the register: mail passes through others.
async function mailReminder(
  running: WorkRegister,
  { mail, publicUrl }: { mail: MailOut; publicUrl: string },
  { id, assigned_to }: Due,
) {
  const staff = await staffNow(running.db, assigned_to, running.now())
  const from = running.current()?.statement.controller.email?.address
  if (!staff || !from) return
  const [subject, text] = said[staff.language]
  await mail.send({
    ...{ from, to: staff.email, subject, language: staff.language, id: `reminder-${id}` },
    text: `${text}\n${publicUrl}/desk/tasks/${id}\n`,
  })
}

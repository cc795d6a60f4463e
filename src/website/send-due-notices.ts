import { type LedgerTables, type Look, look, type Occasion, perform } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import type { MailOut } from '#platform/mail'
import { dueNotice, noticesRode, noticesToRide, type RegisterTables } from '#register'
import type { Running, StatementTables } from '#statement'

type Tables = LedgerTables & StatementTables & RegisterTables

// Missing notices of an import or of a changed statement go out at a walk, so that no mail server takes them for a flood.
const pace = { aRun: 100, daysBefore: 7 }

/** Sends by itself the notices that no other mail has carried and whose deadline is near. Answers how many people were written to. */
export async function sendDueNotices<T extends Tables>(
  running: Running<T>,
  mail: MailOut,
  publicUrl: string,
): Promise<number> {
  const published = running.current()
  if (!published) return 0
  const at = running.now()
  const occasion: Occasion = {
    ...{ by: 'messenger', duty: 'messenger', purpose: 'customer-communication' },
    ...{ at, under: String(published.version) },
  }
  const language: Language = published.statement.metadata.languages?.primary ?? 'fi'
  const from = published.statement.controller.email?.address ?? 'rekisteri@localhost'
  const people = await look(running.db, occasion, (view) => peopleDue(view as never, dayInHelsinki(at)))
  for (const { personId, address, first } of people) {
    const notices = await look(running.db, occasion, async (view) => {
      view.saw([personId], ['person.email'])
      return noticesToRide(view as never, personId)
    })
    const letter = dueNotice(published, notices, { language, publicUrl })
    if (!letter) continue
    await mail.send({ ...letter, from, language, to: address, id: `notice-${first}`, regarding: personId })
    await perform(running.db, occasion, (act) => noticesRode(act as never, personId, notices, language, 'mail'))
  }
  return people.length
}

async function peopleDue({ db, saw }: Look<RegisterTables>, today: string) {
  const rows = await db
    .selectFrom('register.notice as note')
    .innerJoin('register.person_email as mail', 'mail.person_id', 'note.person_id')
    .select(['note.person_id as personId', 'note.id as first', 'mail.address'])
    .distinctOn('note.person_id')
    .where('note.state', 'in', ['queued', 'failed'])
    .where((eb) => eb.or([eb('note.due_on', '<=', addDays(today, pace.daysBefore)), eb('note.plan_on', '<=', today)]))
    .orderBy('note.person_id')
    .orderBy('mail.is_primary', 'desc')
    .limit(pace.aRun)
    .execute()
  saw(
    rows.map(({ personId }) => personId),
    ['person.email'],
  )
  return rows
}

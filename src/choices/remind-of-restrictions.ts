import { sql } from 'kysely'
import { type Act, type LedgerTables, type Look, look, type Occasion, perform } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { RegisterTables } from '#register'
import type { Running } from '#statement'
import type { Sending } from './send-links.ts'
import type { ChoicesTables } from './tables.ts'

type Tables = ChoicesTables & RegisterTables & LedgerTables

/** Whoever does not look is told again after so many days. */
const again = 14

// Art. 5(1)(e) GDPR: a restriction stops retention, so nobody may forget one. By an opaque id, with no name and no reason.
/** Mails the privacy contact which restrictions are to be looked at, on the day and every two weeks after it. Answers how many. */
export async function remindOfRestrictions<T extends Tables>(
  register: Running<T>,
  { mail, publicUrl }: Sending,
): Promise<number> {
  const running = register as unknown as Running<Tables> // its tables are among T's
  const published = running.current()
  const to = published?.statement.contact?.email?.address ?? published?.statement.controller.email?.address
  if (!published || !to) return 0
  const at = running.now()
  const itself: Occasion = {
    by: 'register',
    duty: 'rights',
    purpose: 'retention',
    at,
    under: String(published.version),
  }
  const due = await look(running.db, itself, (view) => toReview(view))
  if (due.length === 0) return 0

  const day = dayInHelsinki(at)
  await mail.send({
    ...{ from: published.statement.controller.email?.address ?? to, to, language: 'fi' },
    subject: `Käsittelyn rajoituksia tarkistettavana / begränsningar att ompröva / restrictions to review ${day}`,
    text: due.map(({ person_id, review_on }) => `${review_on}: ${publicUrl}/desk/people/${person_id}`).join('\n'),
    id: `restrictions-${day}-${due.length}`,
  })
  await perform(running.db, itself, (act) => noteReminded(act, due))
  return due.length
}

interface Due {
  id: string
  person_id: string
  review_on: string
}

function toReview({ db, at, saw }: Look<Tables>): Promise<Due[]> {
  const today = dayInHelsinki(at)
  saw([], [])
  return db
    .selectFrom('register.restriction')
    .select(['id', 'person_id', 'review_on'])
    .where('lifted_at', 'is', null)
    .where('review_on', '<=', today)
    .where(sql<boolean>`(reminded_on is null or reminded_on <= ${today}::date - ${again}::integer)`)
    .orderBy('review_on')
    .limit(500)
    .execute()
}

async function noteReminded(act: Act<Tables>, due: readonly Due[]) {
  await act.db
    .updateTable('register.restriction')
    .set({ reminded_on: dayInHelsinki(act.at) })
    .where(
      'id',
      'in',
      due.map(({ id }) => id),
    )
    .execute()
  for (const { person_id } of due) await act.record({ what: 'restriction.reminded', about: person_id })
}

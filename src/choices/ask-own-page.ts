import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { ChoicesReach } from './reach.ts'

const waitMinutes = 10

/** Puts a link to the own page of whoever has this mailbox into the queue, under `intake`. An unknown address does nothing. */
export async function askOwnPage(act: Act<ChoicesReach>, address: string): Promise<void> {
  const { rows } = await sql<{ email_id: string; person_id: string }>`
    select email_id, person_id from seloste.mailboxes(${address})`.execute(executor(act))
  for (const { email_id, person_id } of rows) await queue(act, email_id, person_id)
  if (rows.length === 0) await act.record({ what: 'own-page.asked', detail: { known: false } })
}

/** The same for a person whom a desk is talking with. */
export async function askOwnPageOf(act: Act<ChoicesReach>, personId: string): Promise<void> {
  const { rows } = await sql<{ email_id: string }>`
    select email_id from seloste.mailbox_of(${personId}) as email_id`.execute(executor(act))
  const [mailbox] = rows
  if (!mailbox?.email_id) throw new Refusal('NO_EMAIL_ADDRESS', 409, { field: 'person.email' })
  await queue(act, mailbox.email_id, personId)
}

// Asked again within minutes, the link that is on its way is enough: nobody's mailbox is filled by somebody else.
// One statement decides, so that of two that ask in one moment the second finds what the first wrote.
async function queue(act: Act<ChoicesReach>, email_id: string, person_id: string) {
  const old = new Date(act.at.getTime() - waitMinutes * 60_000)
  const queued = await act.db
    .insertInto('register.own_page_link')
    .values({ email_id, person_id, asked_at: act.at, sent_at: null })
    .onConflict((conflict) =>
      conflict
        .column('email_id')
        .doUpdateSet({ asked_at: act.at, sent_at: null })
        .where('register.own_page_link.asked_at', '<=', old),
    )
    .returning('email_id')
    .executeTakeFirst()
  await act.record({ what: 'own-page.asked', about: person_id, detail: { known: true, again: !queued } })
  if (queued) await sql`select seloste.enqueue('send-own-page-link', ${email_id})`.execute(executor(act))
}

function executor<T>(act: Act<T>) {
  return act.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0]
}

import { sql } from 'kysely'
import { type Act, performAsOwner } from '#ledger'
import type { Running } from '#statement'
import { restoring } from './replay-lost.ts'

/** Stops what a restored register would do a second time, or let somebody do who may no longer: people decide anew. */
export async function calmRestored<T>(register: Running<T>, takenAt: Date): Promise<void> {
  await performAsOwner(register.db, restoring(register), async (act) => {
    // Signed out since, or gone from the house: nobody is still signed in by a backup, and no link or token of then opens.
    const sessions = await changed(act, sql`update auth.session set ended_at = ${act.at} where ended_at is null`)
    await changed(act, sql`update auth.token set ended_at = ${act.at} where ended_at is null`)
    await changed(act, sql`delete from auth.link where used_at is null`)
    // What waited to be sent then may have been sent since: nobody gets it twice unasked, and nobody is silently left out.
    const messages = await changed(
      act,
      sql`update register.campaign_recipient set state = 'unsure', fenced_at = coalesce(fenced_at, ${takenAt}::timestamptz)
        where state in ('queued', 'held', 'sending')`,
    )
    await act.record({ what: 'register.calmed', detail: { sessions, messages } })
  })
}

async function changed<T>(act: Act<T>, query: ReturnType<typeof sql>): Promise<number> {
  const { numAffectedRows } = await query.execute(act.db as never) // an Act's handle is Kysely's own
  return Number(numAffectedRows ?? 0)
}

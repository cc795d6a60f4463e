import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import type { Policy } from '#statement'
import type { NewConsent } from './give-consent.ts'
import type { ChoicesReach } from './reach.ts'
import { requestConsent } from './request-consent.ts'

/** Asks for a consent by a mail with a link; the mail says what is asked and carries no promotion. */
export async function askConsentByMail(act: Act<ChoicesReach>, policy: Policy, said: Omit<NewConsent, 'digests'>) {
  const id = await requestConsent(act, policy, said)
  if (id)
    await sql`select seloste.enqueue('send-consent-link', ${id})`.execute(
      act.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0],
    )
}

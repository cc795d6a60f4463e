import type { Act } from '#ledger'
import { moveConsent } from './consent-record.ts'
import type { ChoicesTables } from './tables.ts'

// C3: words or a page later found defective gave no consent, to anybody who read them.
/** Takes every consent of a wording out of force; answers how many. */
export async function invalidateWording(act: Act<ChoicesTables>, hash: string): Promise<number> {
  await act.db
    .updateTable('register.consent_wording')
    .set({ invalidated_at: act.at })
    .where('hash', '=', hash)
    .where('invalidated_at', 'is', null)
    .execute()
  const held = await act.db
    .selectFrom('register.consent')
    .select(['person_id', 'purpose', 'channel'])
    .where('wording', '=', hash)
    .where('state', 'in', ['given', 'requested'])
    .forUpdate()
    .execute()
  for (const { person_id, purpose, channel } of held) {
    await moveConsent(act, { personId: person_id, purpose, channel, state: 'invalidated', wording: hash, via: 'other' })
  }
  await act.record({ what: 'wording.invalidated', about: hash, detail: { consents: held.length } })
  return held.length
}

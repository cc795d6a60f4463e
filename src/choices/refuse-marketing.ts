import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { addObjection, refuseUnlessWhole, type SaidObjection } from './object.ts'
import type { ChoicesReach } from './reach.ts'

// § 202 of laki 917/2014: an organisation's refusal covers its own addresses and what its people get for their job.
/** Keeps that an organisation refuses direct marketing. */
export async function organisationRefusal(
  act: Act<ChoicesReach>,
  said: SaidObjection & { organisationId: string },
): Promise<void> {
  const { organisationId, scope, channel = null, topic = null, via } = said
  refuseUnlessWhole(said)
  const seen = await act.db
    .selectFrom('register.organisation')
    .select('id')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (!seen) throw new Refusal('NOT_FOUND', 404)
  await addObjection(act, { person_id: null, organisation_id: organisationId }, said)
  await act.record({
    what: 'refusal.recorded',
    about: organisationId,
    detail: { scope, channel, topic, via },
    replay: {
      ...{ kind: 'objection', organisation: organisationId, scope, digests: [] },
      ...(channel ? { channel } : {}),
      ...(topic ? { topic } : {}),
    },
  })
}

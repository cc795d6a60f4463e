import type { Look } from '#ledger'
import type { InForce } from '#register'
import { may } from '#statement'
import { marketingPurpose, refuseUnlessReads } from './choices.view.ts'
import type { ChoicesReach } from './reach.ts'

/** What an organisation has refused (§ 202 of laki 917/2014); null where the duty sees no such organisation. */
export async function organisationChoicesOf(look: Look<ChoicesReach>, { policy }: InForce, organisationId: string) {
  refuseUnlessReads(policy, look)
  const firm = await look.db
    .selectFrom('register.organisation')
    .select(['id', 'person_id as soleTrader'])
    .where('id', '=', organisationId)
    .executeTakeFirst()
  look.saw(firm?.soleTrader ? [firm.soleTrader] : [], ['sys.consent'])
  if (!firm) return null
  const refusals = await look.db
    .selectFrom('register.objection')
    .select(['id', 'scope', 'channel', 'topic', 'at', 'via'])
    .where('organisation_id', '=', organisationId)
    .where('lifted_at', 'is', null)
    .orderBy('at', 'desc')
    .execute()
  const purpose = marketingPurpose(policy)
  const verdict = may(policy, look.duty, look.purpose, 'sys.consent', 'write')
  return {
    organisationId,
    /** L-DM.12: a sole trader is treated as a person: their choices are on the person's card. */
    soleTrader: firm.soleTrader,
    refusals,
    channels: purpose?.channels ?? [],
    may: { write: verdict.allowed ? { allowed: true } : { ...verdict } },
  }
}

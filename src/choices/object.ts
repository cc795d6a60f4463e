import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import type { Channel, Via } from './channel.ts'
import { moveConsent, refuseUnlessSeen } from './consent-record.ts'
import type { Scope } from './objection.ts'
import type { ChoicesReach } from './reach.ts'
import type { ChoicesTables } from './tables.ts'

export interface SaidObjection {
  scope: Scope
  channel?: Channel | null
  topic?: string | null
  via: Via
  /** When it was said; a letter that came yesterday was said yesterday. */
  at?: Date
  /** Somebody said it for the person (Tietosuojalautakunta 6/2012). */
  byAgent?: boolean
}

export interface NewObjection extends SaidObjection {
  personId: string
  /** Keyed digests of the addresses that it covers, where they are known to whoever asks. */
  digests?: readonly Buffer[]
}

// Art. 21(2)–(3) GDPR: absolute. No reasons, no proof, no form, and it never refuses.
/** Keeps that a person objects to direct marketing, with effect at once; a consent for the same goes with it. */
export async function object(act: Act<ChoicesReach>, said: NewObjection): Promise<void> {
  const { personId, digests = [] } = said
  refuseUnlessWhole(said)
  await refuseUnlessSeen(act, personId)
  await addObjection(act, { person_id: personId, organisation_id: null }, said)
  await endConsents(act, said)
  await act.record({
    what: 'objection.recorded',
    about: personId,
    detail: { scope: said.scope, channel: said.channel ?? null, topic: said.topic ?? null, via: said.via },
    replay: {
      ...{ kind: 'objection', person: personId, scope: said.scope, digests: digests.map((one) => one.toString('hex')) },
      ...(said.channel ? { channel: said.channel } : {}),
      ...(said.topic ? { topic: said.topic } : {}),
    },
  })
}

/** An objection that says what it covers: a channel or a topic by its name, everything without one. */
export function refuseUnlessWhole({ scope, channel, topic }: Pick<SaidObjection, 'scope' | 'channel' | 'topic'>) {
  const isWhole =
    scope === 'topic' ? Boolean(topic) : scope === 'channel' ? Boolean(channel) && !topic : !channel && !topic
  if (!isWhole)
    throw new Refusal('OBJECTION_SCOPE', 422, { field: scope === 'topic' ? 'topic' : 'channel', clause: 'S12.16' })
}

/** One row; said twice, it stays as it was first said. */
export async function addObjection(
  act: Act<ChoicesTables>,
  whose: { person_id: string | null; organisation_id: string | null },
  { scope, channel = null, topic = null, via, at, byAgent = false }: SaidObjection,
) {
  await act.db
    .insertInto('register.objection')
    .values({
      ...{ id: newId(act.at.getTime()), ...whose, scope, channel, topic, at: at ?? act.at, via, by: act.by },
      ...{ by_agent: byAgent, recorded_at: act.at, lifted_at: null, lifted_by: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Who objects to a channel withdraws what they had consented to in it. */
export async function endConsents(
  act: Act<ChoicesTables>,
  { personId, scope, channel, via }: Pick<NewObjection, 'personId' | 'scope' | 'channel' | 'via'>,
) {
  if (scope !== 'all' && scope !== 'channel') return
  const held = await act.db
    .selectFrom('register.consent')
    .select(['purpose', 'channel', 'wording'])
    .where('person_id', '=', personId)
    .where('state', 'in', ['given', 'requested'])
    .forUpdate()
    .execute()
  for (const one of held.filter((consent) => scope === 'all' || consent.channel === channel)) {
    await moveConsent(act, { personId, ...one, state: 'withdrawn', via })
  }
}

import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Policy } from '#statement'
import { isOwnAct, type Via } from './channel.ts'
import { refuseUnlessSeen } from './consent-record.ts'
import { addObjection } from './object.ts'
import type { ChoicesReach } from './reach.ts'
import type { ChoicesTables } from './tables.ts'

export interface WantedTopics {
  personId: string
  purpose: string
  /** The topics of the purpose that the person wants; the others are refused. */
  wanted: readonly string[]
  via: Via
  /** The keyed digest of the mailbox by which the person does it. */
  digest?: Buffer
}

/** Keeps which topics a person wants. A topic they refused comes back only by their own act (C5). */
export async function setTopics(act: Act<ChoicesReach>, policy: Policy, said: WantedTopics): Promise<void> {
  const declared = policy.purposes.get(said.purpose)?.topics.map(({ id }) => id) ?? []
  if (said.wanted.some((topic) => !declared.includes(topic)))
    throw new Refusal('TOPIC_NOT_DECLARED', 422, { clause: 'S4.12', field: 'wanted' })
  await refuseUnlessSeen(act, said.personId)

  const refused = await refusedTopics(act, said.personId)
  const back = said.wanted.filter((topic) => refused.has(topic))
  if (back.length > 0 && !isOwnAct(said.via)) throw new Refusal('ONLY_OWN_ACT', 409, { clause: 'S12.16' })

  for (const topic of declared) await keep(act, said, topic)
  await act.record({
    what: 'topics.chosen',
    about: said.personId,
    detail: { wanted: [...said.wanted].sort(), via: said.via },
  })
  // What a backup must not undo is said topic by topic, as the objection it is.
  for (const topic of declared.filter((one) => !said.wanted.includes(one) && !refused.has(one)))
    await act.record({
      what: 'objection.recorded',
      about: said.personId,
      detail: { scope: 'topic', topic, via: said.via },
      replay: { kind: 'objection', person: said.personId, scope: 'topic', topic, digests: [] },
    })
}

async function keep(act: Act<ChoicesTables>, { personId, wanted, via, digest }: WantedTopics, topic: string) {
  const wants = wanted.includes(topic)
  const row = { wants, at: act.at, via, by: act.by }
  await act.db
    .insertInto('register.topic_preference')
    .values({ person_id: personId, topic, ...row })
    .onConflict((conflict) => conflict.columns(['person_id', 'topic']).doUpdateSet(row))
    .execute()
  if (!wants) {
    await addObjection(act, { person_id: personId, organisation_id: null }, { scope: 'topic', topic, via })
    return
  }
  if (!isOwnAct(via)) return
  await act.db
    .deleteFrom('register.objection')
    .where('person_id', '=', personId)
    .where('scope', '=', 'topic')
    .where('topic', '=', topic)
    .where('lifted_at', 'is', null)
    .execute()
  if (digest)
    await act.db.deleteFrom('register.suppression').where('digest', '=', digest).where('topic', '=', topic).execute()
}

async function refusedTopics(act: Act<ChoicesTables>, personId: string) {
  const rows = await act.db
    .selectFrom('register.objection')
    .select('topic')
    .where('person_id', '=', personId)
    .where('scope', '=', 'topic')
    .where('lifted_at', 'is', null)
    .execute()
  return new Set(rows.map(({ topic }) => topic))
}

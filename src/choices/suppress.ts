import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import type { Channel, Via } from './channel.ts'
import type { Objection } from './objection.ts'
import type { ChoicesTables } from './tables.ts'

export interface NewSuppression extends Objection {
  digests: readonly Buffer[]
  via: Via
  at?: Date
}

// S12.16: keyed by the address, so that it holds for whoever comes with it: by import, by form, after an erasure.
/** Puts addresses on the suppression list; those that are on it already stay as they were. Answers how many are new. */
export async function suppress(act: Act<ChoicesTables>, said: NewSuppression): Promise<number> {
  const added = await addSuppressions(act, said)
  const { scope, channel, topic, via } = said
  await act.record({
    what: 'address.suppressed',
    detail: { scope, channel, topic, via, addresses: said.digests.length },
    replay: replayOf(said),
  })
  return added
}

/** The rows alone, for a deed that records what it is part of. */
export async function addSuppressions(act: Act<ChoicesTables>, said: NewSuppression): Promise<number> {
  if (said.digests.length === 0) return 0
  const { scope, channel, topic, via, at = act.at } = said
  const { numInsertedOrUpdatedRows = 0n } = await act.db
    .insertInto('register.suppression')
    .values(said.digests.map((digest) => ({ id: newId(act.at.getTime()), digest, scope, channel, topic, at, via })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows)
}

/** What a restored backup must suppress again. */
export function replayOf(said: NewSuppression & { person?: string }) {
  const { scope, channel, topic, digests, person } = said
  return {
    kind: 'objection' as const,
    ...(person ? { person } : {}),
    digests: digests.map((one) => one.toString('hex')),
    scope,
    ...(channel ? { channel: channel satisfies Channel } : {}),
    ...(topic ? { topic } : {}),
  }
}

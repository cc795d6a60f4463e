import type { Act, Look } from '#ledger'
import { newId } from '#platform/new-id'
import { type Channel, channels } from './channel.ts'
import { type Objection, standsAgainst } from './objection.ts'
import type { ChoicesReach } from './reach.ts'
import type { ChoicesTables } from './tables.ts'

/** What stands against marketing to a person. */
export async function objectionsInForce(
  { db }: Pick<Act<ChoicesTables> | Look<ChoicesTables>, 'db'>,
  personId: string,
): Promise<(Objection & { id: string })[]> {
  return db
    .selectFrom('register.objection')
    .select(['id', 'scope', 'channel', 'topic'])
    .where('person_id', '=', personId)
    .where('lifted_at', 'is', null)
    .orderBy('at')
    .execute()
}

export interface Lifting {
  personId: string
  channel: Channel
  /** The consent event that the person's own act left. */
  event: string
  digests?: readonly Buffer[]
}

// C5: never by a toggle, an import, a form or a purchase. The person consented to one channel, so one channel opens.
/** Lifts what stands against a channel, called by a consent that the person gave with their own hand. */
export async function liftObjectionByConsent(
  act: Act<ChoicesReach>,
  { personId, channel, event, digests = [] }: Lifting,
) {
  const held = await objectionsInForce(act, personId)
  const lifted = held.filter((one) => one.scope !== 'topic' && standsAgainst([one], { channel }))
  for (const { id } of lifted) {
    await act.db
      .updateTable('register.objection')
      .set({ lifted_at: act.at, lifted_by: event })
      .where('id', '=', id)
      .execute()
  }
  if (lifted.some(({ scope }) => scope === 'all')) await keepOtherChannels(act, personId, channel)
  if (digests.length > 0 && !(await isObjectedByOthers(act, personId, channel))) await clear(act, digests, channel)
  if (lifted.length > 0) await act.record({ what: 'objection.lifted', about: personId, detail: { channel, by: event } })
}

// An objection to everything covered channels that this consent says nothing of, and profiling.
async function keepOtherChannels(act: Act<ChoicesTables>, personId: string, opened: Channel) {
  const still = [
    ...channels.filter((one) => one !== opened).map((channel) => ({ scope: 'channel' as const, channel })),
    { scope: 'profiling' as const, channel: null },
  ]
  for (const one of still) {
    await act.db
      .insertInto('register.objection')
      .values({
        ...{ id: newId(act.at.getTime()), person_id: personId, organisation_id: null, topic: null, ...one },
        ...{ at: act.at, via: 'my-page', by: act.by, by_agent: false, recorded_at: act.at },
        ...{ lifted_at: null, lifted_by: null },
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

async function clear(act: Act<ChoicesTables>, digests: readonly Buffer[], channel: Channel) {
  await act.db
    .deleteFrom('register.suppression')
    .where('digest', 'in', [...digests])
    .where((row) =>
      row.or([row('scope', '=', 'all'), row.and([row('scope', '=', 'channel'), row('channel', '=', channel)])]),
    )
    .execute()
}

// Two people may share a mailbox: one of them cannot open it for the other.
async function isObjectedByOthers(act: Act<ChoicesReach>, personId: string, channel: Channel) {
  if (channel !== 'email') return false
  const row = await act.db
    .selectFrom('register.person_email as mine')
    .innerJoin('register.person_email as theirs', (join) =>
      join.onRef('theirs.address', '=', 'mine.address').onRef('theirs.person_id', '<>', 'mine.person_id'),
    )
    .innerJoin('register.objection as said', 'said.person_id', 'theirs.person_id')
    .select('said.id')
    .where('mine.person_id', '=', personId)
    .where('said.lifted_at', 'is', null)
    .where((row) => row.or([row('said.scope', '=', 'all'), row('said.channel', '=', channel)]))
    .executeTakeFirst()
  return row !== undefined
}

import { sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import type { ChoicesKey } from './choices-key.ts'
import type { ConsentState } from './consent.ts'
import type { ChoicesReach } from './reach.ts'
import { suppressAddresses } from './suppress-addresses.ts'

// C5: the union of both people's objections, and of two answers to one question the stricter.
/** Hands one person's choices to another, under the machine duty `matching`. */
export async function mergeChoices(act: Act<ChoicesReach>, key: ChoicesKey, from: string, into: string): Promise<void> {
  await suppressAddresses(act, key, from)
  await mergeConsents(act, from, into)
  await mergeObjections(act, from, into)
  await mergeTopics(act, from, into)
  await act.db.updateTable('register.fact_of_sale').set({ person_id: into }).where('person_id', '=', from).execute()
  await mergeRestrictions(act, from, into)
  await act.db.deleteFrom('register.own_page_link').where('person_id', '=', from).execute()
  await suppressAddresses(act, key, into, from)
  await act.record({ what: 'choices.merged', about: into, detail: { from } })
}

const strictness: readonly ConsentState[] = [
  'given',
  'requested',
  'expired',
  'invalidated',
  'revoked',
  'refused',
  'withdrawn',
]

interface Held {
  state: ConsentState
  expires_on: string | null
}

const strictnessOf = ({ state }: Held) => strictness.indexOf(state)

function endsSooner(theirs: Held, own: Held): boolean {
  return theirs.state === own.state && (theirs.expires_on ?? '') < (own.expires_on ?? '')
}

async function mergeConsents(act: Act<ChoicesReach>, from: string, into: string) {
  const held = await act.db
    .selectFrom('register.consent')
    .select(['id', 'person_id', 'purpose', 'channel', 'state', 'expires_on'])
    .where('person_id', 'in', [from, into])
    .forUpdate()
    .execute()
  for (const theirs of held.filter((one) => one.person_id === from)) {
    const own = held.find(
      (one) => one.person_id === into && one.purpose === theirs.purpose && one.channel === theirs.channel,
    )
    const isStricter = !own || strictnessOf(theirs) > strictnessOf(own) || endsSooner(theirs, own)
    const loser = isStricter ? own?.id : theirs.id
    if (loser) await act.db.deleteFrom('register.consent').where('id', '=', loser).execute()
    if (isStricter)
      await act.db.updateTable('register.consent').set({ person_id: into }).where('id', '=', theirs.id).execute()
  }

  // Events are never changed: they are written again under the other name.
  const columns = [
    'purpose',
    'channel',
    'state',
    'wording',
    'at',
    'via',
    'by',
    'proof',
    'document',
    'own_words',
  ] as const
  const events = await act.db
    .selectFrom('register.consent_event')
    .select([...columns, 'shown', 'statement_version'])
    .where('person_id', '=', from)
    .orderBy('at')
    .execute()
  for (const event of events)
    await act.db
      .insertInto('register.consent_event')
      .values({ id: newId(act.at.getTime()), person_id: into, ...event })
      .execute()
  await act.db.deleteFrom('register.consent_event').where('person_id', '=', from).execute()
}

async function mergeObjections(act: Act<ChoicesReach>, from: string, into: string) {
  const theirs = await act.db
    .selectFrom('register.objection')
    .select(['scope', 'channel', 'topic', 'at', 'via', 'by', 'by_agent', 'recorded_at', 'lifted_at', 'lifted_by'])
    .where('person_id', '=', from)
    .execute()
  for (const one of theirs)
    await act.db
      .insertInto('register.objection')
      .values({ id: newId(act.at.getTime()), person_id: into, organisation_id: null, ...one })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await act.db.deleteFrom('register.objection').where('person_id', '=', from).execute()
}

async function mergeTopics(act: Act<ChoicesReach>, from: string, into: string) {
  const theirs = await act.db
    .selectFrom('register.topic_preference')
    .select(['topic', 'wants', 'at', 'via', 'by'])
    .where('person_id', '=', from)
    .execute()
  for (const one of theirs)
    await act.db
      .insertInto('register.topic_preference')
      .values({ person_id: into, ...one })
      .onConflict((conflict) =>
        conflict
          .columns(['person_id', 'topic'])
          .doUpdateSet({ wants: sql<boolean>`topic_preference.wants and excluded.wants` }),
      )
      .execute()
  await act.db.deleteFrom('register.topic_preference').where('person_id', '=', from).execute()
}

async function mergeRestrictions(act: Act<ChoicesReach>, from: string, into: string) {
  const theirs = await act.db
    .selectFrom('register.restriction')
    .select(['reason', 'since', 'by', 'lifting_told_at', 'told_via', 'lifted_at', 'review_on', 'reminded_on'])
    .where('person_id', '=', from)
    .execute()
  for (const one of theirs)
    await act.db
      .insertInto('register.restriction')
      .values({ id: newId(act.at.getTime()), person_id: into, ...one })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await act.db.deleteFrom('register.restriction').where('person_id', '=', from).execute()
}

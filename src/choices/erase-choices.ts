import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import type { Erasure, Fate } from '#register'
import type { HoldingSettings } from './choices-holding.ts'
import { covered, type KnownAddress, knownAddresses } from './known-addresses.ts'
import { objectionsInForce } from './lift-objection.ts'
import { endOf, keepingOf } from './proof-period.ts'
import type { ChoicesReach } from './reach.ts'
import { addSuppressions } from './suppress.ts'
import { tablesOfPerson } from './tables-of-person.ts'

/** Erases a person's choices. What they said no to stays, under digests of their addresses; a consent's proof for its period. */
export async function eraseChoices(
  act: Act<ChoicesReach>,
  settings: HoldingSettings,
  { personId, plan }: { personId: string; plan: readonly Fate[] },
): Promise<Erasure[]> {
  const addresses = await knownAddresses(act, settings.key(), personId)
  await keepObjections(act, addresses, personId)
  await keepProofs(act, settings, { personId, addresses })
  await keepTombstone(act, addresses, personId)

  const done: Erasure[] = []
  // Whoever is held somewhere keeps their objection with them: the record may get a new address.
  const stays = plan.some(({ table, fate }) => table === 'register.person' && fate === 'hold')
  for (const table of tablesOfPerson.filter((one) => !(stays && one === 'register.objection'))) {
    const { numDeletedRows } = await act.db.deleteFrom(table).where('person_id', '=', personId).executeTakeFirst()
    const { class: ofClass = 'contact', fate } = plan.find((one) => one.table === table) ?? {}
    if (numDeletedRows > 0n)
      done.push({
        ...{ holding: 'choices', table, class: ofClass, rows: Number(numDeletedRows) },
        outcome: fate === 'keep-minimal' ? 'kept-minimal' : 'erased',
      })
  }
  return done
}

async function keepObjections(act: Act<ChoicesReach>, addresses: readonly KnownAddress[], personId: string) {
  for (const { scope, channel, topic } of await objectionsInForce(act, personId)) {
    const digests = covered(addresses, channel)
    await addSuppressions(act, { scope, channel, topic, digests, via: 'other' })
  }
}

// Art. 7(1) GDPR with Art. 17(3)(e): that a consent was given is provable to whoever comes with the same address.
async function keepProofs(
  act: Act<ChoicesReach>,
  settings: HoldingSettings,
  { personId, addresses }: { personId: string; addresses: readonly KnownAddress[] },
) {
  const rows = await act.db
    .selectFrom('register.consent_event')
    .select(['purpose', 'channel', 'state', 'wording', 'at', 'via', 'proof', 'statement_version as version'])
    .where('person_id', '=', personId)
    .where('state', 'in', ['given', 'withdrawn', 'expired', 'invalidated', 'revoked', 'refused'])
    .orderBy('at')
    .execute()
  const { period } = keepingOf(settings.statement(), 'consent-proof')
  const kept_until = endOf(period, dayInHelsinki(act.at))
  for (const [what, events] of Map.groupBy(rows, ({ purpose, channel }) => `${purpose} ${channel}`)) {
    const [purpose = ''] = what.split(' ')
    const channel = events[0]?.channel ?? 'email'
    const subjects = covered(addresses, channel)
    for (const subject of subjects)
      await act.db
        .insertInto('register.consent_proof')
        .values({
          ...{ id: newId(act.at.getTime()), subject, purpose, channel, kept_until },
          events: JSON.stringify(events.map(({ purpose: _, channel: __, ...event }) => event)),
        })
        .execute()
  }
}

async function keepTombstone(act: Act<ChoicesReach>, addresses: readonly KnownAddress[], person_id: string) {
  const digests = addresses.map(({ digest }) => digest)
  await act.db
    .insertInto('register.tombstone')
    .values({ person_id, erased_at: act.at, statement_version: Number(act.under), digests })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

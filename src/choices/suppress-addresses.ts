import type { Act } from '#ledger'
import type { ChoicesKey } from './choices-key.ts'
import { covered, knownAddresses } from './known-addresses.ts'
import { objectionsInForce } from './lift-objection.ts'
import type { ChoicesReach } from './reach.ts'
import { addSuppressions, replayOf } from './suppress.ts'

// C5: an objection is of the person and of every address of theirs, so that it outlives either. Desks do not read all
// addresses: this is done under the machine duty `matching`, which sees keys and nothing else.
/** Puts all known addresses of a person who objects on the suppression list, as far as each objection reaches; those of a record that becomes theirs too. */
export async function suppressAddresses(
  act: Act<ChoicesReach>,
  key: ChoicesKey,
  personId: string,
  alsoOf?: string,
): Promise<number> {
  const others = alsoOf ? await knownAddresses(act, key, alsoOf) : []
  const addresses = [...(await knownAddresses(act, key, personId)), ...others]
  const objections = await objectionsInForce(act, personId)
  let added = 0
  for (const { scope, channel, topic } of objections) {
    const said = { scope, channel, topic, digests: covered(addresses, channel), via: 'other' as const }
    const fresh = await addSuppressions(act, said)
    added += fresh
    if (fresh === 0) continue
    const detail = { scope, channel, topic, addresses: fresh }
    const replay = replayOf({ ...said, person: personId })
    await act.record({ what: 'address.suppressed', about: personId, detail, replay })
  }
  if (added === 0) await act.record({ what: 'address.suppressed', about: personId, detail: { addresses: 0 } })
  return added
}

import type { Act } from '#ledger'
import type { Unsubscribing } from './links.ts'
import { addObjection, endConsents } from './object.ts'
import type { ChoicesReach } from './reach.ts'
import { addSuppressions, replayOf } from './suppress.ts'

// Art. 21(3) GDPR, RFC 8058: whoever holds the message may stop what comes to its address. Said twice, it stays as it was.
/** Stops marketing to the address a message was sent to, in its channel; also when its person is erased. */
export async function unsubscribe(
  act: Act<ChoicesReach>,
  { digest, channel, person, campaign }: Unsubscribing,
  via: 'one-click' | 'unsubscribe-link',
): Promise<{ personId: string | null }> {
  const found = person
    ? await act.db.selectFrom('register.person').select('id').where('id', '=', person).executeTakeFirst()
    : undefined
  const said = { scope: 'channel' as const, channel, topic: null, via }
  await addSuppressions(act, { ...said, digests: [digest] })
  if (found) {
    await addObjection(act, { person_id: found.id, organisation_id: null }, said)
    await endConsents(act, { ...said, personId: found.id })
  }
  await act.record({
    what: 'objection.recorded',
    ...(found ? { about: found.id } : {}),
    detail: { scope: 'channel', channel, via, campaign: campaign ?? null },
    replay: replayOf({ ...said, digests: [digest], person: found?.id }),
  })
  return { personId: found?.id ?? null }
}

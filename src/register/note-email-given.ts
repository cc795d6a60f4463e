import type { Act } from '#ledger'
import type { Language } from '#platform/language'
import type { InForce } from './in-force.ts'
import { queueNotice } from './queue-notice.ts'
import { provenanceOf, refuseOtherFields, type SaidSource } from './source.ts'
import { tellFirstSourcesOfPerson } from './sources.ts'
import type { RegisterTables } from './tables.ts'
import { type EmailValue, emailOf, refuseUndeclared } from './values.ts'

/** An address as somebody typed it of themselves on a page of ours, in the form it is kept in. Refuses what is none (`EMAIL_NOT_VALID`). */
export function emailGiven(inForce: InForce, typed: string): Pick<EmailValue, 'address' | 'kind'> {
  refuseUndeclared(inForce, 'person', 'person.email')
  return emailOf('person.email', typed)
}

// Art. 13(1), 14 GDPR: the page told whoever sent it in. That is a private buyer of their own order; a company's contact may never have seen
// it, and neither closes what waited before: nobody has said that it was they.
/**
 * S6.3: says where an address came from that was added as a page was sent in, and tells of it: on the page where its sender is the buyer
 * themselves, else by a notice that waits. Under the machine duty `intake`, which reads no card.
 */
export async function noteEmailGiven(
  act: Act<RegisterTables>,
  inForce: InForce,
  { personId, valueId, toldIn, ...said }: SaidSource & { personId: string; valueId: string; toldIn: Language | null },
) {
  const from = provenanceOf(inForce.policy, said, act)
  refuseOtherFields(from, ['person.email'])
  await tellFirstSourcesOfPerson(act, personId, [{ field: 'person.email', valueId }], from)
  await act.record({
    what: 'email.added',
    about: personId,
    detail: { source: from.source.id, value: valueId },
  })
  await queueNotice(act, personId, from, toldIn ? { way: 'form', language: toldIn } : undefined)
}

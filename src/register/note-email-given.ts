import type { Act } from '#ledger'
import type { Language } from '#platform/language'
import type { InForce } from './in-force.ts'
import { queueNotice } from './queue-notice.ts'
import { provenanceOf, refuseOtherFields, type SaidSource } from './source.ts'
import { tellFirstSourcesOfPerson } from './sources.ts'
import type { RegisterTables } from './tables.ts'
import { toldOnPage } from './told-on-page.ts'
import { type EmailValue, emailOf, refuseUndeclared } from './values.ts'

/** An address as somebody typed it of themselves on a page of ours, in the form it is kept in. Refuses what is none (`EMAIL_NOT_VALID`). */
export function emailGiven(inForce: InForce, typed: string): Pick<EmailValue, 'address' | 'kind'> {
  refuseUndeclared(inForce, 'person', 'person.email')
  return emailOf('person.email', typed)
}

/**
 * S6.3, Art. 13: says where an address came from that was added as a page was sent in, and that its notice stood on the page. Under the
 * machine duty `intake`, which reads no card.
 */
export async function noteEmailGiven(
  act: Act<RegisterTables>,
  inForce: InForce,
  { personId, valueId, language, ...said }: SaidSource & { personId: string; valueId: string; language: Language },
) {
  const from = provenanceOf(inForce.policy, said, act)
  refuseOtherFields(from, ['person.email'])
  await tellFirstSourcesOfPerson(act, personId, [{ field: 'person.email', valueId }], from)
  await act.record({
    what: 'email.added',
    about: personId,
    detail: { source: from.source.id, value: valueId },
  })
  await toldOnPage(act, { personId, language })
  await queueNotice(act, personId, from, { way: 'form', language })
}

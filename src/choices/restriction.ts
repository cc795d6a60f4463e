import { addMonths, type Day } from '#platform/finnish-calendar'

/** C9, Art. 18(1)(a)–(d) GDPR. */
export const restrictionReasons = ['accuracy', 'unlawful-kept', 'claims', 'objection-pending'] as const
export type RestrictionReason = (typeof restrictionReasons)[number]

// Art. 12(3): what is to be found out is answered within a month. A claim is looked at as often as a legal hold is (S12.15).
const months: Record<RestrictionReason, number> = {
  accuracy: 1,
  'objection-pending': 1,
  'unlawful-kept': 6,
  claims: 6,
}

/** The last day by which somebody looks whether a restriction still stands: a month on, or six where the person themself wants it kept. */
export function reviewOf(reason: RestrictionReason, today: Day): Day {
  return addMonths(today, months[reason])
}

import { addDays, type Day } from '#platform/finnish-calendar'
import { type Agreement, checklistItems } from '#statement'

export type AgreementState = 'complete' | 'review-soon' | 'review-overdue' | 'incomplete' | 'missing'

/** Art. 28(3) GDPR: whether the agreement is there, meets all of (a) to (h), and was looked at lately. */
export function stateOfAgreement(agreement: Agreement | null | undefined, today: Day): AgreementState {
  if (!agreement?.ref || !agreement.signedOn) return 'missing'
  if (missingPoints(agreement).length > 0) return 'incomplete'
  const { reviewOn } = agreement
  if (!reviewOn || addDays(today, 60) < reviewOn) return 'complete'
  return reviewOn < today ? 'review-overdue' : 'review-soon'
}

/** The points of Art. 28(3) that the agreement does not meet. */
export function missingPoints(agreement: Agreement | null | undefined): string[] {
  const met = new Set<string>(agreement?.checklist ?? [])
  return checklistItems.filter((point) => !met.has(point))
}

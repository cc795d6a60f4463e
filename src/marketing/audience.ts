import type { Language } from '#platform/language'
import type { RelationshipState } from './recipient.ts'

/** Who a campaign is meant for: every filter that is said must hold. What the gate then refuses is not a filter. */
export interface Audience {
  /** Those with a relationship to this group company; of any where nothing is said. */
  groupCompany?: string
  relationship?: readonly Extract<RelationshipState, 'prospect' | 'customer' | 'dormant'>[]
  jobRoles?: readonly string[]
  /** How the postcode begins, such as `33`. */
  postcode?: string
  languages?: readonly Language[]
}

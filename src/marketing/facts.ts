import type { Day } from '#platform/finnish-calendar'
import type { RelationshipState } from './recipient.ts'

/** C5: one objection in force, of a person, an organisation or a suppressed address. */
export interface Objection {
  scope: 'all' | 'channel' | 'topic' | 'profiling'
  /** Null: every channel. */
  channel: string | null
  topic: string | null
}

/** An address in one channel, with where it came from. */
export interface Place {
  id: string
  channel: 'email' | 'post'
  /** Of an e-mail address `personal-work`, `role`, `private` or `unknown`; of a door `postal` or `visiting`. */
  kind: string
  /** A letter to a person at their organisation's door. */
  ofOrganisation: boolean
  source: string | null
  /** Which of several comes first. */
  rank: readonly (string | number)[]
  /** Of an organisation's door. */
  leftOn: Day | null
  isClosed: boolean
}

export interface Affiliation {
  organisation: string
  isSoleTrader: boolean
  isClosed: boolean
  jobRole: string | null
  leftOn: Day | null
  /** What the organisation has said (§ 202 of laki 917/2014). */
  objections: readonly Objection[]
}

/** What the register knows of one person that the gate asks for. */
export interface Facts {
  kind: 'private-customer' | 'sole-trader' | 'representative'
  isClosed: boolean
  isRestricted: boolean
  /** Target days of the notices that are still to be given (Art. 14 GDPR). */
  noticeTargets: readonly Day[]
  /** What waits until the person is told of a change, such as `channel:sms`. */
  usesHeld: readonly string[]
  places: readonly Place[]
  undeliverable: readonly { address: string; channel: string }[]
  affiliations: readonly Affiliation[]
  /** Of the person in the register, and of their own company. */
  relationships: readonly { company: string; state: RelationshipState }[]
  consents: readonly { purpose: string; channel: string; state: string; expiresOn: Day | null }[]
  objections: readonly Objection[]
  /** By the digests of their addresses. */
  suppressions: readonly Objection[]
  topicsRefused: readonly string[]
  sales: readonly { company: string; productGroup: string; toldOfRefusal: boolean; address: string | null }[]
}

/** Whether the person's consent of this purpose and channel is in force. */
export function consents(facts: Facts, purpose: string, channel: string, today: Day): boolean {
  return facts.consents.some(
    (one) =>
      one.purpose === purpose &&
      one.channel === channel &&
      one.state === 'given' &&
      one.expiresOn !== null &&
      today < one.expiresOn,
  )
}

/** § 200(3): the same seller, its own products of the like, the address taken with the sale, and told that one may refuse. */
export function isCustomer(
  facts: Facts,
  place: Place,
  { company, productGroups }: { company: string; productGroups: readonly string[] },
): boolean {
  const sold = facts.sales.some(
    (sale) =>
      sale.company === company &&
      sale.toldOfRefusal &&
      sale.address === place.id &&
      productGroups.includes(sale.productGroup),
  )
  return sold && facts.relationships.some((tie) => tie.company === company && tie.state === 'customer')
}

/** The organisations that the person represents now, sole traders left out: those are people. */
export function works({ kind, affiliations }: Facts, today: Day): Affiliation[] {
  if (kind !== 'representative') return []
  return affiliations.filter((one) => isPresent(one, today) && !one.isSoleTrader)
}

/** A representative who represents nobody any more. */
export function hasLeft({ kind, affiliations }: Facts, today: Day): boolean {
  return kind === 'representative' && affiliations.length > 0 && !affiliations.some((one) => isPresent(one, today))
}

export function refusalOfOrganisation(facts: Facts, today: Day, stands: (one: Objection) => boolean): boolean {
  if (works(facts, today).length === 0) return false
  return facts.affiliations.some((one) => isPresent(one, today) && one.objections.some(stands))
}

/** § 200, § 202: whom the law takes the address to be of. One of unknown kind is a natural person's. */
export function recipientOf(facts: Facts, { kind, ofOrganisation }: Place, channel: string, today: Day) {
  if (works(facts, today).length === 0) return 'natural-person'
  if (channel === 'post') return ofOrganisation ? 'work-address' : 'natural-person'
  return kind === 'role' ? 'legal-person' : kind === 'personal-work' ? 'work-address' : 'natural-person'
}

/** The first e-mail address; for letters the person's own door, else that of the present organisation. */
export function addressFor({ places }: Facts, channel: string, today: Day): Place | null {
  const usable = places.filter(
    (place) => place.channel === channel && isPresent(place, today) && place.kind !== 'billing',
  )
  return usable.toSorted((one, other) => compared(one.rank, other.rank))[0] ?? null
}

function isPresent({ leftOn, isClosed }: Pick<Affiliation, 'leftOn' | 'isClosed'>, today: Day): boolean {
  return (leftOn === null || leftOn > today) && !isClosed
}

function compared(one: Place['rank'], other: Place['rank']): number {
  for (const [at, mine] of one.entries()) {
    const theirs = other[at]
    if (theirs !== undefined && mine !== theirs) return mine < theirs ? -1 : 1
  }
  return 0
}

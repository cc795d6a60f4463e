import type { Day } from '#platform/finnish-calendar'
import {
  addressFor,
  consents,
  type Facts,
  hasLeft,
  isCustomer,
  type Place,
  recipientOf,
  refusalOfOrganisation,
  works,
} from './facts.ts'
import type { Ground, Requirement, Rules } from './rules.ts'

/** What a campaign wants to do. */
export interface Wish {
  channel: string
  topics: readonly string[]
  /** The group company that sends. */
  company: string
  /** In lower case: whose work the message is about. */
  jobRoles: readonly string[]
  /** § 200(3): which of our products it tells of. */
  productGroups: readonly string[]
  /** Whether people were chosen by what is known of them (Art. 21(2) GDPR). */
  profiled: boolean
}

export type GateCode =
  | 'PURPOSE_NOT_DECLARED'
  | 'CHANNEL_NOT_DECLARED'
  | 'TOPIC_NOT_DECLARED'
  | 'GROUP_COMPANY_NOT_DECLARED'
  | 'PERSON_GONE'
  | 'SUPPRESSED'
  | 'OBJECTED'
  | 'RESTRICTED'
  | 'RELATIONSHIP_ENDED'
  | 'NOTICE_OVERDUE'
  | 'NOT_TOLD_OF_CHANGE'
  | 'TOPIC_NOT_WANTED'
  | 'LEFT_ORGANISATION'
  | 'NO_ADDRESS'
  | 'ADDRESS_UNDELIVERABLE'
  | 'SOURCE_NOT_FOR_MARKETING'
  | 'ORGANISATION_REFUSED'
  | 'ROLE_NOT_RELEVANT'
  | 'NO_GROUND_200_1'
  | 'NO_GROUND_DECLARED'

/** The one decision: whether, and if not why by which clause; if yes on which ground and at which address. */
export interface GateVerdict {
  allowed: boolean
  code: GateCode | null
  clause: string | null
  ground: Requirement | null
  /** The id of the address that was judged; null where it did not come to that. */
  address: string | null
}

/** May this person be told this? The database answers the same: `seloste.gate()`. Facts are null of whom the register has nothing. */
export function gate(facts: Facts | null, wish: Wish, rules: Rules | null, today: Day): GateVerdict {
  const refused = undeclared(wish, rules) ?? ofPerson(facts, wish, rules, today)
  if (refused) return refused
  if (!facts || !rules) return no('PERSON_GONE', 'S12.11') // said above already; for the types

  const place = addressFor(facts, wish.channel, today)
  const unusable = ofAddress(facts, place, rules, wish.channel, today)
  if (unusable || !place) return unusable ?? no('NO_ADDRESS', 'S5.7')
  return ofGrounds({ facts, place, wish, rules, today })
}

/** What the statement does not name is refused to everybody, before anybody is looked at. */
export function undeclared({ channel, topics, company }: Wish, rules: Rules | null): GateVerdict | null {
  if (!rules) return no('PURPOSE_NOT_DECLARED', 'S4.10')
  if (!rules.channels.includes(channel)) return no('CHANNEL_NOT_DECLARED', 'S4.12')
  if (topics.length === 0 || topics.some((topic) => !rules.topics.includes(topic)))
    return no('TOPIC_NOT_DECLARED', 'S4.11')
  return rules.companies.includes(company) ? null : no('GROUP_COMPANY_NOT_DECLARED', 'S8.1')
}

function ofPerson(facts: Facts | null, wish: Wish, rules: Rules | null, today: Day): GateVerdict | null {
  if (!facts) return no('PERSON_GONE', 'S12.11')
  if (facts.suppressions.some((one) => standsAgainst(one, wish))) return no('SUPPRESSED', 'S12.16')
  if (facts.objections.some((one) => standsAgainst(one, wish))) return no('OBJECTED', 'S12.16')
  if (facts.isRestricted) return no('RESTRICTED', 'S12.19')
  if (facts.isClosed) return no('RELATIONSHIP_ENDED', 'S4.4')
  if (facts.noticeTargets.some((target) => target < today)) return no('NOTICE_OVERDUE', 'S6.7')
  if (usesOf(wish, rules).some((use) => facts.usesHeld.includes(use))) return no('NOT_TOLD_OF_CHANGE', 'S0.2')
  return wish.topics.some((topic) => facts.topicsRefused.includes(topic)) ? no('TOPIC_NOT_WANTED', 'S4.11') : null
}

// Art. 13(3), 14(4) GDPR: what a later version brought waits until the person knows of it.
function usesOf({ channel, topics }: Wish, rules: Rules | null): string[] {
  return [`purpose:${rules?.purpose}`, `channel:${channel}`, ...topics.map((topic) => `topic:${topic}`)]
}

function ofAddress(facts: Facts, place: Place | null, rules: Rules, channel: string, today: Day): GateVerdict | null {
  const left = hasLeft(facts, today)
  if (!place) return left ? no('LEFT_ORGANISATION', 'S4.4') : no('NO_ADDRESS', 'S5.7')
  if (left && channel === 'email' && place.kind !== 'private') return no('LEFT_ORGANISATION', 'S4.4', place)
  if (facts.undeliverable.some((one) => one.address === place.id && one.channel === channel))
    return no('ADDRESS_UNDELIVERABLE', 'S12.6', place)
  return place.source !== null && rules.sources.includes(place.source)
    ? null
    : no('SOURCE_NOT_FOR_MARKETING', 'S6.8', place)
}

interface Asking {
  facts: Facts
  place: Place
  wish: Wish
  rules: Rules
  today: Day
}

// The statement's rows in their order: the first that holds is the ground.
function ofGrounds(asking: Asking): GateVerdict {
  const { place, wish, rules } = asking
  const rows = rowsFor(asking)
  const held = rows.find(({ require }) => holds(require, asking))
  if (held) return { allowed: true, code: null, clause: null, ground: held.require, address: place.id }

  const asked = new Set(rows.map(({ require }) => require))
  if (rows.some(({ require }) => stoppedByOrganisation(require, asking)))
    return no('ORGANISATION_REFUSED', 'S4.10', place)
  if (asked.has('role-relevance')) return no('ROLE_NOT_RELEVANT', 'S4.10', place)
  return no(wish.channel === 'post' || !rules ? 'NO_GROUND_DECLARED' : 'NO_GROUND_200_1', 'S4.10', place)
}

// A named work address is a natural person's too, so that a consent of theirs counts.
function rowsFor({ facts, place, wish, rules, today }: Asking): Ground[] {
  const recipient = recipientOf(facts, place, wish.channel, today)
  const fitting = recipient === 'work-address' ? ['work-address', 'natural-person', 'any'] : [recipient, 'any']
  return rules.grounds.filter((row) => row.channel === wish.channel && fitting.includes(row.recipient))
}

function holds(require: Requirement, { facts, place, wish, rules, today }: Asking): boolean {
  const organisationSaid = refusalOfOrganisation(facts, today, (one) => standsAgainst(one, wish))
  if (require === 'consent') return consents(facts, rules.purpose, wish.channel, today)
  if (require === 'existing-customer') return isCustomer(facts, place, wish)
  if (require === 'role-relevance') return isRelevant(facts, wish, today) && !organisationSaid
  if (require === 'not-refused') return !organisationSaid
  return !(organisationSaid && place.ofOrganisation)
}

function stoppedByOrganisation(require: Requirement, { facts, place, wish, today }: Asking): boolean {
  if (!refusalOfOrganisation(facts, today, (one) => standsAgainst(one, wish))) return false
  if (require === 'role-relevance') return isRelevant(facts, wish, today)
  return require === 'not-refused' || (require === 'not-objected-and-not-on-ban-list' && place.ofOrganisation)
}

// L-DM.5: a message about the work of the one who reads it.
function isRelevant(facts: Facts, { jobRoles }: Wish, today: Day): boolean {
  return works(facts, today).some(({ jobRole }) => jobRole !== null && jobRoles.includes(jobRole.trim().toLowerCase()))
}

// C5: any of the campaign's topics is enough.
function standsAgainst({ scope, channel, topic }: Facts['objections'][number], wish: Wish): boolean {
  if (scope === 'all') return true
  if (scope === 'profiling') return wish.profiled
  if (scope === 'channel') return channel === wish.channel
  return topic !== null && wish.topics.includes(topic) && (channel === null || channel === wish.channel)
}

function no(code: GateCode, clause: string, place?: Place): GateVerdict {
  return { allowed: false, code, clause, ground: null, address: place?.id ?? null }
}

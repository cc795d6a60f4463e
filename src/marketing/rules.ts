import type { Statement } from '#statement'

export type Requirement =
  | 'consent'
  | 'existing-customer'
  | 'role-relevance'
  | 'not-refused'
  | 'not-objected-and-not-on-ban-list'

/** One row of the statement's eligibility rules: whom one may tell in a channel, and what that requires. */
export interface Ground {
  channel: string
  recipient: 'natural-person' | 'work-address' | 'legal-person' | 'any'
  require: Requirement
  law?: string | null
}

/** What the statement in force says of marketing. SQL reads the same from the same text: `seloste.marketing_rules()`. */
export interface Rules {
  purpose: string
  channels: readonly string[]
  topics: readonly string[]
  grounds: readonly Ground[]
  /** Companies that the statement names as those of the group. */
  companies: readonly string[]
  /** Sources whose data may be used for marketing (S6.8). */
  sources: readonly string[]
}

/** The rules of the first purpose whose messages are marketing; null where the statement has none. */
export function rulesOf({ purposes, group, sources }: Statement): Rules | null {
  const purpose = purposes.find(({ messageClass }) => messageClass === 'marketing')
  if (!purpose) return null
  const members = group?.members ?? []
  return {
    purpose: purpose.id,
    channels: purpose.channels ?? [],
    topics: (purpose.topics ?? []).map(({ id }) => id),
    grounds: purpose.eligibility ?? [],
    companies: members.length > 0 ? members.map(({ id, name }) => id ?? name) : ['controller'],
    sources: sources.filter(({ marketing }) => marketing ?? true).map(({ id }) => id),
  }
}

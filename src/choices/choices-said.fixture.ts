import fc from 'fast-check'
import { channels } from './channel.ts'
import type { ConsentState } from './consent.ts'
import type { Objection } from './objection.ts'

export const topics = ['news', 'events', 'services']
export const purposes = ['direct-marketing', 'newsletter']
export const days = ['2026-03-01', '2026-03-02', '2026-06-01', '2027-01-01']

/** Whatever a person may have said, in every combination. */
export interface Choices {
  objections: Objection[]
  consents: { purpose: string; channel: (typeof channels)[number]; state: ConsentState; until: string }[]
  topics: { topic: string; wants: boolean }[]
  /** Rows of the list of banned addresses that no objection of this person stands behind. */
  bans: Objection[]
  restricted: boolean
}

const channel = fc.constantFrom(...channels)
const objection: fc.Arbitrary<Objection> = fc.oneof(
  fc.record({
    scope: fc.constantFrom('all' as const, 'profiling' as const),
    channel: fc.constant(null),
    topic: fc.constant(null),
  }),
  fc.record({ scope: fc.constant('channel' as const), channel, topic: fc.constant(null) }),
  fc.record({ scope: fc.constant('topic' as const), channel: fc.option(channel), topic: fc.constantFrom(...topics) }),
)
const states = ['requested', 'given', 'given', 'refused', 'withdrawn', 'expired', 'invalidated', 'revoked'] as const
export const choices: fc.Arbitrary<Choices> = fc.record({
  objections: fc.array(objection, { maxLength: 2 }),
  consents: fc.uniqueArray(
    fc.record({
      purpose: fc.constantFrom(...purposes),
      channel: fc.constantFrom('email' as const, 'sms' as const),
      state: fc.constantFrom(...states),
      until: fc.constantFrom(...days),
    }),
    { maxLength: 4, selector: (one) => `${one.purpose} ${one.channel}` },
  ),
  topics: fc.uniqueArray(fc.record({ topic: fc.constantFrom(...topics), wants: fc.boolean() }), {
    selector: ({ topic }) => topic,
  }),
  bans: fc.array(objection, { maxLength: 1 }),
  restricted: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
})

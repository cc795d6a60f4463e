import type { Channel } from './channel.ts'

/** C5: what an objection to direct marketing covers. */
export type Scope = 'all' | 'channel' | 'topic' | 'profiling'

/** One objection in force, of a person, of an organisation, or of an address on the suppression list. */
export interface Objection {
  scope: Scope
  /** Null: every channel. */
  channel: Channel | null
  /** Only of scope `topic`. */
  topic: string | null
}

export interface Use {
  channel: Channel
  topic?: string | null
  /** Whether people are chosen by what is known of them (Art. 21(2)). */
  profiling?: boolean
}

/** Whether these objections stand against such a message. `all` dominates everything. */
export function standsAgainst(objections: readonly Objection[], { channel, topic = null, profiling = false }: Use) {
  return objections.find(
    (one) =>
      one.scope === 'all' ||
      (one.scope === 'profiling' && profiling) ||
      (one.scope === 'channel' && one.channel === channel) ||
      (one.scope === 'topic' && one.topic === topic && (one.channel === null || one.channel === channel)),
  )
}

import type { Day } from '#platform/finnish-calendar'
import { type Channel, channels } from './channel.ts'
import { type ConsentState, isInForce } from './consent.ts'
import { type Objection, standsAgainst } from './objection.ts'

/** How a person stands to marketing in one channel, as far as their own choices say: the gate decides the rest. */
export interface Standing {
  channel: Channel
  isDeclared: boolean
  state: 'restricted' | 'objected' | 'suppressed' | 'organisation-refused' | 'consented' | 'requested' | 'nothing-said'
  clause: string
  since: Date | null
  via: string | null
}

export interface Said {
  today: Day
  declared: readonly string[]
  restrictedSince: Date | null
  objections: readonly (Objection & Told)[]
  /** Of the addresses that the duty sees. */
  suppressions: readonly (Objection & { at: Date })[]
  refusals: readonly (Objection & Told)[]
  consents: readonly { channel: Channel; state: ConsentState; expiresOn: Day | null; since: Date; via: string }[]
}

interface Told {
  at: Date
  via: string
}

/** The standing in every channel that the statement names; what forbids comes first. */
export function standings(said: Said): Standing[] {
  // A channel that the statement no longer names is shown while a consent for it is on file.
  const mentioned = new Set<string>([...said.declared, ...said.consents.map(({ channel }) => channel)])
  return channels.filter((channel) => mentioned.has(channel)).map((channel) => standing(said, channel))
}

function standing(said: Said, channel: Channel): Standing {
  const isDeclared = said.declared.includes(channel)
  const is = (state: Standing['state'], clause: string, since: Date | null = null, via: string | null = null) => ({
    ...{ channel, isDeclared, state, clause, since, via },
  })
  const objection = standsAgainst(said.objections, { channel }) as (Objection & Told) | undefined
  if (objection) return is('objected', 'S12.16', objection.at, objection.via)
  if (said.restrictedSince) return is('restricted', 'S12.19', said.restrictedSince)
  const listed = standsAgainst(said.suppressions, { channel }) as (Objection & { at: Date }) | undefined
  if (listed) return is('suppressed', 'S12.16', listed.at)
  const refusal = standsAgainst(said.refusals, { channel }) as (Objection & Told) | undefined
  if (refusal) return is('organisation-refused', 'S4.10', refusal.at, refusal.via)

  const consent = said.consents.find((one) => one.channel === channel)
  if (consent && isInForce(consent, said.today)) return is('consented', 'S4.7', consent.since, consent.via)
  if (consent?.state === 'requested') return is('requested', 'S4.7', consent.since, consent.via)
  return is('nothing-said', 'S4.10')
}

import { type LedgerTables, look, type Occasion } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import type { Running } from '#statement'
import { type Circumstances, type Destination, type DestinationVerdict, verdictOn } from './destination.ts'
import { stopsInForce } from './stops.view.ts'
import type { RecipientTables } from './tables.ts'

export type Allowed = Extract<DestinationVerdict, { allowed: true }>

/** S8.4, S9.6: the one question that everything which leaves the register asks: may these fields go there now? */
export async function mayGoTo<T>(register: Running<T>, destination: Destination): Promise<DestinationVerdict> {
  return verdictOn(destination, await circumstances(register))
}

/** Refuses what may not go there; answers where it goes and by which transfer tool, for the disclosure's note. */
export async function refuseUnlessTo<T>(register: Running<T>, destination: Destination): Promise<Allowed> {
  return refuseUnlessUnder(await circumstances(register), destination)
}

/** The same under circumstances asked for before: within a deed. */
export function refuseUnlessUnder(about: Circumstances, destination: Destination): Allowed {
  const verdict = verdictOn(destination, about)
  if (verdict.allowed) return verdict
  const { code, allowed: _, ...detail } = verdict
  throw new Refusal(code, 403, detail)
}

/** What a verdict follows from now: the statement in force, the switches and the day. */
export async function circumstances<T>(register: Running<T>): Promise<Circumstances> {
  const policy = register.policy()
  const current = register.current()
  if (!current) throw new Refusal('NO_ACTIVE_STATEMENT', 409, { clause: 'S0.1' })
  const { db } = register as unknown as Running<RecipientTables & LedgerTables>
  const at = register.now()
  const occasion: Occasion = { by: 'site', duty: 'site', purpose: 'recipients', at, under: String(current.version) }
  return {
    statement: current.statement,
    isDeclared: (field) => policy.fields.has(field),
    stops: await look(db, occasion, stopsInForce),
    today: dayInHelsinki(at),
  }
}

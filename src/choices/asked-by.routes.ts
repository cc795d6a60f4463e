import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion } from '#ledger'
import { type Language, preferredLanguage } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { inForce, type RegisterTables } from '#register'
import { may, type Published, type Running } from '#statement'
import { choicesOf } from './choices.view.ts'
import { houseOf } from './frame.pages.ts'
import { choicesKeyIn } from './key-of-register.ts'
import { organisationChoicesOf } from './organisation-choices.view.ts'
import type { ChoicesTables } from './tables.ts'

export type Tables = LedgerTables & RegisterTables & ChoicesTables

/** Any duty; what it may do is then asked of `sys.consent`. */
export const desks = { may: { purposes: 'any' } } as const
export const One = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const Text = (maxLength: number) => Type.String({ maxLength })
export const oneOf = <const W extends readonly string[]>(words: W) =>
  Type.Unsafe<W[number]>({ type: 'string', enum: [...words] })
export const closed = { additionalProperties: false }

export interface Asking {
  headers: Record<string, string | string[] | undefined>
}

export function occasionOf(request: Asking): Occasion {
  return (request as unknown as { occasion: Occasion }).occasion // set by access before the handler runs
}

/** The occasion of a request that writes choices, once the statement allows its duty to. */
export function writing<T>(running: Running<T>, request: Asking): Occasion {
  const occasion = occasionOf(request)
  const { duty, purpose } = occasion
  const verdict = may(running.policy(), duty, purpose, 'sys.consent', 'write')
  if (!verdict.allowed)
    throw new Refusal(verdict.code, 403, { clause: verdict.clause, field: 'sys.consent', duty, purpose })
  return occasion
}

/** The person's choices, as the duty of this request sees them. */
export async function shownChoices<T extends Tables>(running: Running<T>, request: Asking, personId: string) {
  const language = languageOf(request)
  const house = houseOf(running.current() as Published)
  const answer = await look(running.db, occasionOf(request), (view) =>
    choicesOf(view as never, inForce(running), choicesKeyIn(running), { personId, language, house }),
  )
  if (!answer) throw new Refusal('NOT_FOUND', 404)
  return answer
}

/** What a company has refused, as the duty of this request sees it. */
export async function shownOrganisation<T extends Tables>(
  running: Running<T>,
  request: Asking,
  organisationId: string,
) {
  const answer = await look(running.db, occasionOf(request), (view) =>
    organisationChoicesOf(view as never, inForce(running), organisationId),
  )
  if (!answer) throw new Refusal('NOT_FOUND', 404)
  return answer
}

function languageOf({ headers }: Asking): Language {
  return preferredLanguage(String(headers['accept-language'] ?? ''))
}

/** A letter that came yesterday was said yesterday; nothing is said tomorrow. */
export function momentOf(said: string | undefined, { at }: Occasion): Date | undefined {
  if (!said) return undefined
  const moment = new Date(said)
  if (Number.isNaN(moment.getTime()) || moment > at) throw new Refusal('INVALID_REQUEST', 422, { field: 'saidAt' })
  return moment
}

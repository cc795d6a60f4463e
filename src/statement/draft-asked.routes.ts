import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import { findingsOf } from './draft-findings.ts'
import { draftOf } from './drafts.ts'
import type { Running } from './running.ts'
import type { StatementTables } from './tables.ts'

// The way out when a version was tampered with is to publish a mend: drafting stays open while the rest is read-only.
export const keepers = { may: { duties: ['admin'] }, evenWhenReadOnly: true }

export const Draft = Type.Object({ id: Type.String({ format: 'uuid' }) })
export const Revision = Type.Object({ 'if-match': Type.String() })

export function occasionOf(request: object): Occasion {
  return (request as { occasion: Occasion }).occasion
}

/** A draft as it is kept, and whole: text, revision and findings leave in one answer, for asked apart they could be of different revisions. */
export function draftsAsked<T extends LedgerTables & StatementTables>({ db }: Running<T>) {
  const read = (request: object, id: string) => look(db, occasionOf(request), (view) => draftOf(view as never, id))
  const whole = async (request: object, id: string) => {
    const draft = await read(request, id)
    return { ...draft, findings: findingsOf(draft.source) }
  }
  return { read, whole }
}

export function revisionOf(ifMatch: string): number {
  const revision = Number(ifMatch.replaceAll('"', ''))
  if (!Number.isInteger(revision)) throw new Refusal('INVALID_REQUEST', 422, { field: 'headers/if-match' })
  return revision
}

import type { Look } from '#ledger'
import type { InForce } from '../in-force.ts'
import { type FoundItem, found } from '../search.view.ts'
import type { RegisterTables } from '../tables.ts'
import type { SignatureRead } from './signature.ts'

export interface AlreadyHeld extends FoundItem {
  /** What of the signature it was found by. */
  by: 'email' | 'phone' | 'businessId' | 'company' | 'name'
}

const most = 8

/** Companies and people of the register that a signature may speak of, those found by a key of their own first. */
export async function alreadyHeld(
  look: Look<RegisterTables>,
  inForce: InForce,
  { emails, phones, businessId, company, person }: SignatureRead,
): Promise<AlreadyHeld[]> {
  look.saw([], [])
  const asked: [AlreadyHeld['by'], string][] = [
    ...emails.slice(0, 3).map((one): [AlreadyHeld['by'], string] => ['email', one]),
    ...(businessId ? [['businessId', businessId] as [AlreadyHeld['by'], string]] : []),
    ...phones.slice(0, 3).map((one): [AlreadyHeld['by'], string] => ['phone', one]),
    ...(company ? [['company', company] as [AlreadyHeld['by'], string]] : []),
    ...(person ? [['name', `${person.given} ${person.family}`] as [AlreadyHeld['by'], string]] : []),
  ]
  const held: AlreadyHeld[] = []
  for (const [by, q] of asked)
    for (const hit of await found(look, inForce, { q, limit: 4 }))
      if (!held.some(({ id }) => id === hit.id)) held.push({ ...hit, by })
  return held.slice(0, most)
}

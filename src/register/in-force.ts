import type { Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import {
  type Deed,
  declaredFields,
  type Field,
  may,
  type Policy,
  type Running,
  type Subject,
  type TableMap,
  type Verdict,
} from '#statement'

/** The policy in force, with the fields that the statement added to those the code knows. */
export interface InForce {
  policy: Policy
  added: readonly Field[]
}

const known = new WeakMap<Policy, InForce>()

/** What is in force now. Refuses where no statement is published (S0.1). */
export function inForce(running: Pick<Running<unknown>, 'policy' | 'ground'>): InForce {
  return inForceOf(running.policy(), running.ground.maps)
}

export function inForceOf(policy: Policy, maps: readonly TableMap[]): InForce {
  const held = known.get(policy)
  if (held) return held
  const made = { policy, added: declaredFields(policy, maps) }
  known.set(policy, made)
  return made
}

export type Sees = (field: string) => boolean

/** Which fields this occasion may read: every select list is built from it. */
export function seesOf({ policy }: InForce, { duty, purpose }: Pick<Occasion, 'duty' | 'purpose'>): Sees {
  return (field) => may(policy, duty, purpose, field, 'read').allowed
}

/** A view of a table that this duty reads nothing of is refused, before the database has to. */
export function refuseUnlessSees(inForce: InForce, occasion: Occasion, fields: readonly string[]) {
  const refused = fields.flatMap((field) => {
    const verdict = verdictOn(inForce, occasion, field, 'read')
    return verdict.allowed ? [] : [{ field, ...verdict }]
  })
  const said = refused.find(({ code }) => code === 'FIELD_NOT_OF_DUTY') ?? refused[0]
  if (!said || refused.length < fields.length) return
  const { field, code, clause } = said
  throw new Refusal(code, 403, { clause, field, duty: occasion.duty, purpose: occasion.purpose })
}

export function verdictOn({ policy }: InForce, { duty, purpose }: Occasion, field: string, deed: Deed): Verdict {
  return may(policy, duty, purpose, field, deed)
}

/** The fields of organisations, people and their relationships that the code itself keeps in tables. */
export const knownFields = {
  organisation: ['org.name', 'org.businessId', 'org.addresses', 'org.phone', 'org.email', 'com.paymentTerms'],
  person: ['person.name', 'person.jobRole', 'person.email', 'person.phone', 'person.address'],
} as const satisfies Partial<Record<Subject, readonly string[]>>
const knownTo: Partial<Record<Subject, readonly string[]>> = knownFields

/** Those of one kind of subject: of deals the code itself declares none. */
export const knownOf = (subject: Subject): readonly string[] => knownTo[subject] ?? []

const fieldsKept = new WeakMap<InForce, Map<Subject, readonly Field[]>>()

/** The declared fields of one kind of subject, those of the code first. */
export function fieldsAbout(inForce: InForce, subject: Subject): readonly Field[] {
  const kept = fieldsKept.get(inForce) ?? new Map<Subject, readonly Field[]>()
  fieldsKept.set(inForce, kept)
  const fields = kept.get(subject) ?? fieldsAnew(inForce, subject)
  kept.set(subject, fields)
  return fields
}

function fieldsAnew({ policy, added }: InForce, subject: Subject): Field[] {
  const own = knownOf(subject).flatMap((id) => policy.fields.get(id) ?? [])
  return [...own, ...added.filter((field) => field.subject === subject)]
}

import type { Occasion } from '#ledger'
import type { Language } from '#platform/language'
import { sayRefusal } from '#platform/problem'
import { Refusal } from '#platform/refusal'
import { type Deed, type Field, statementRefusals, type Verdict } from '#statement'
import { fieldsAbout, type InForce, verdictOn } from './in-force.ts'

export type VerdictSaid = { allowed: true } | { allowed: false; code: string; clause: string; reason: string }

/** For every field about a subject, whether this occasion may read and write it, and if not, why. */
export function verdictsOn(
  inForce: InForce,
  occasion: Occasion,
  subject: 'organisation' | 'person',
  language: Language,
) {
  const kept = verdictsKept.get(inForce) ?? new Map<string, Verdicts>()
  verdictsKept.set(inForce, kept)
  const key = [occasion.duty, occasion.purpose, subject, language].join()
  const verdicts = kept.get(key) ?? verdictsAnew(inForce, occasion, subject, language)
  kept.set(key, verdicts)
  return verdicts
}

type Verdicts = Readonly<Record<string, { read: VerdictSaid; write: VerdictSaid }>>

// Each card says them all, and they follow from the policy alone.
const verdictsKept = new WeakMap<InForce, Map<string, Verdicts>>()

function verdictsAnew(
  inForce: InForce,
  occasion: Occasion,
  subject: 'organisation' | 'person',
  language: Language,
): Verdicts {
  return Object.fromEntries(
    fieldsAbout(inForce, subject).map((field) => [
      field.id,
      {
        read: verdictSaid(inForce, occasion, { field, deed: 'read', language }),
        write: verdictSaid(inForce, occasion, { field, deed: 'write', language }),
      },
    ]),
  )
}

export function verdictSaid(
  inForce: InForce,
  occasion: Occasion,
  asked: { field: Field; deed: Deed; language: Language },
): VerdictSaid {
  return said(verdictOn(inForce, occasion, asked.field.id, asked.deed), inForce, occasion, asked)
}

function said(
  verdict: Verdict,
  inForce: InForce,
  occasion: Occasion,
  { field, deed, language }: { field: Field; deed: Deed; language: Language },
): VerdictSaid {
  if (verdict.allowed) return verdict
  const duty = inForce.policy.duties.get(occasion.duty)?.label[language] ?? occasion.duty
  const isRead = deed === 'write' && verdictOn(inForce, occasion, field.id, 'read').allowed
  const code = isRead && verdict.code === 'FIELD_NOT_OF_DUTY' ? 'FIELD_NOT_CHANGED_BY_DUTY' : verdict.code
  const refusal = new Refusal(code, 403, {
    clause: verdict.clause,
    field: field.label[language],
    duty,
    purpose: occasion.purpose,
  })
  return { ...verdict, reason: sayRefusal(refusal, statementRefusals, language) }
}

/** Whether this occasion may edit anything of a subject. */
export function mayEdit(
  inForce: InForce,
  occasion: Occasion,
  subject: 'organisation' | 'person',
  language: Language,
): VerdictSaid {
  const verdicts = Object.values(verdictsOn(inForce, occasion, subject, language)).map(({ write }) => write)
  return (
    verdicts.find(({ allowed }) => allowed) ??
    verdicts[0] ?? { allowed: false, code: 'FIELD_NOT_OF_DUTY', clause: 'S5.1', reason: '' }
  )
}

/** Whether this occasion may write one field, and so move on what stands on it. */
export function mayWrite(inForce: InForce, occasion: Occasion, id: string, language: Language): VerdictSaid {
  const field = inForce.policy.fields.get(id)
  if (field) return verdictSaid(inForce, occasion, { field, deed: 'write', language })
  const reason = sayRefusal(
    new Refusal('FIELD_NOT_DECLARED', 422, { clause: 'S5.1', field: id }),
    statementRefusals,
    language,
  )
  return { allowed: false, code: 'FIELD_NOT_DECLARED', clause: 'S5.1', reason }
}

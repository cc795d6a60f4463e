import type { Occasion } from '#ledger'
import type { Language } from '#platform/language'
import type { Subject } from '#statement'
import { fieldsAbout, type InForce } from './in-force.ts'
import { verdictSaid } from './verdict-said.ts'

const shapes: Record<string, string> = {
  'person.name': 'name',
  'person.email': 'emails',
  'person.phone': 'phones',
  'person.address': 'addresses',
  'org.phone': 'phone',
  'org.email': 'email',
  'org.addresses': 'addresses',
  'org.businessId': 'business-id',
}

/** What a form about a person or an organisation asks: exactly the declared fields, and what this duty may do with each. */
export function formOf(
  inForce: InForce,
  occasion: Occasion,
  { subject, language }: { subject: Subject; language: Language },
) {
  return fieldsAbout(inForce, subject).map((field) => ({
    ...{
      id: field.id,
      label: field.label[language],
      clause: field.clause,
      required: field.required,
      fromStage: field.fromStage,
    },
    ...{ personal: field.personal, type: field.type ?? shapes[field.id] ?? 'text' },
    choices: field.choices.map(({ id, label }) => ({ id, label: label[language] })),
    may: {
      read: verdictSaid(inForce, occasion, { field, deed: 'read', language }),
      write: verdictSaid(inForce, occasion, { field, deed: 'write', language }),
    },
  }))
}

/** The sources that the statement declares. */
export function sourcesDeclared({ policy }: InForce, language: Language) {
  return [...policy.sources.values()].map(({ id, label, clause, kind, notice, noteRequired, saleContext, fields }) => ({
    ...{ id, label: label[language], clause, kind, notice, noteRequired, saleContext, fields },
  }))
}

import type { Said } from '#platform/language'
import type { Policy } from '#statement'

/** The contact form as the statement has it: S6.9. */
export interface ContactForm {
  fields: { id: string; label: Said; required: boolean; kind: 'text' | 'email' | 'tel' }[]
}

/** What a visitor typed, by field id; `message` is the enquiry itself. */
export interface Submission {
  values: Record<string, string>
  message: string
}

export type FormFault = {
  field: string
  code:
    | 'MISSING'
    | 'TOO_LONG'
    | 'NOT_AN_ADDRESS'
    | 'NOT_A_NUMBER'
    | 'FIELD_NOT_DECLARED'
    | 'PERSONAL_IDENTITY_CODE'
    | 'LOOKS_AUTOMATIC'
    | 'TOO_QUICK'
    | 'EXPIRED'
}

/** Names the form itself uses beside the declared fields; `website` is the trap that people never see. */
const ownNames = ['message', 'language', 'begun', 'website'] as const

const kinds: Record<string, 'email' | 'tel'> = { 'person.email': 'email', 'person.phone': 'tel' }

/** The form that the policy declares, or null where the statement names no web form. */
export function contactFormOf(policy: Policy): ContactForm | null {
  const source = policy.sources.get('web-form')
  if (!source?.fields) return null
  return {
    fields: source.fields.flatMap((id) => {
      const field = policy.fields.get(id)
      // S6.9: the phone number is asked for, never required.
      const required = source.requiredFields.includes(id) && id !== 'person.phone'
      return field ? [{ id, label: field.label, required, kind: kinds[id] ?? ('text' as const) }] : []
    }),
  }
}

/** Reads what was sent: the declared fields and the message, or every fault at once. */
export function readSubmission(
  form: ContactForm,
  body: Record<string, unknown>,
): { submission: Submission; faults: FormFault[] } {
  const text = (name: string) => (typeof body[name] === 'string' ? (body[name] as string).normalize('NFC').trim() : '')
  const declared = new Set<string>([...form.fields.map(({ id }) => id), ...ownNames])
  const submission = {
    values: Object.fromEntries(form.fields.map(({ id }) => [id, text(id)]).filter(([, value]) => value !== '')),
    message: text('message'),
  }

  return {
    submission,
    faults: [
      ...Object.keys(body)
        .filter((name) => !declared.has(name))
        .map((field) => ({ field, code: 'FIELD_NOT_DECLARED' as const })),
      ...form.fields.flatMap((field) => faultOf(field, text(field.id))),
      ...(submission.message === '' ? [{ field: 'message', code: 'MISSING' as const }] : []),
      ...(submission.message.length > 5000 ? [{ field: 'message', code: 'TOO_LONG' as const }] : []),
    ],
  }
}

function faultOf({ id, required, kind }: ContactForm['fields'][number], value: string): FormFault[] {
  if (value === '') return required ? [{ field: id, code: 'MISSING' }] : []
  if (value.length > 200) return [{ field: id, code: 'TOO_LONG' }]
  if (kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(value)) return [{ field: id, code: 'NOT_AN_ADDRESS' }]
  if (kind === 'tel' && !/^[+\d][\d ()-]{4,24}$/.test(value)) return [{ field: id, code: 'NOT_A_NUMBER' }]
  return []
}

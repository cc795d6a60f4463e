import { type LedgerTables, type Occasion, perform } from '#ledger'
import type { Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { inForce as inForceOf, type RegisterTables, receiveEnquiry } from '#register'
import type { Running, StatementTables } from '#statement'
import { type ContactForm, type FormFault, readSubmission, type Submission } from './contact-form.ts'
import { readFormToken } from './form-token.ts'
import { referenceOf } from './reference.ts'
import { sendLater } from './send-receipt.ts'

type Tables = LedgerTables & StatementTables & RegisterTables

export interface Sent {
  body: Record<string, unknown>
  language: Language
  /** What the form's token is signed with. */
  secret: string
}

/** Takes in what a visitor sent with the contact form, from our page or the company's own; what is wrong comes back with what was typed. */
export async function takeSubmission<T extends Tables>(
  running: Running<T>,
  form: ContactForm,
  { body, language, secret }: Sent,
): Promise<{ reference: string } | { submission: Submission; faults: FormFault[] }> {
  const { submission, faults } = readSubmission(form, body)
  const found = [...faults, ...faultsOfRobots(secret, body, running.now())]
  if (found.length > 0) return { submission, faults: found }

  try {
    return { reference: referenceOf(await take(running, submission, language)) }
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status >= 500) throw refusal
    return { submission, faults: [{ field: formField(form, refusal.detail.field), code: faultCode(refusal.code) }] }
  }
}

async function take<T extends Tables>(running: Running<T>, { values, message }: Submission, language: Language) {
  const occasion: Occasion = {
    by: 'visitor',
    duty: 'intake',
    purpose: 'customer-communication',
    at: running.now(),
    under: String(running.policy().version),
  }
  const said = {
    name: values['person.name'] ?? '',
    email: values['person.email'] ?? '',
    phone: values['person.phone'],
    message,
    language,
  }
  return perform(running.db, occasion, async (act) => {
    const { enquiryId } = await receiveEnquiry(act as never, inForceOf(running as never), said)
    await sendLater(act as never, enquiryId)
    return enquiryId
  })
}

// A robot fills the field that people never see, or posts faster than anybody can write.
function faultsOfRobots(secret: string, body: Record<string, unknown>, at: Date): FormFault[] {
  const time = readFormToken(secret, typeof body.begun === 'string' ? body.begun : '', at)
  if (body.website || time === 'forged' || time === 'too-quick') return [{ field: '', code: 'LOOKS_AUTOMATIC' }]
  return time === 'expired' ? [{ field: '', code: 'EXPIRED' }] : []
}

function formField(form: ContactForm, field: unknown) {
  if (field === 'com.enquiries') return 'message'
  return form.fields.some(({ id }) => id === field) ? String(field) : 'message'
}

const codes: Record<string, FormFault['code']> = {
  PERSONAL_IDENTITY_CODE: 'PERSONAL_IDENTITY_CODE',
  FIELD_NOT_DECLARED: 'FIELD_NOT_DECLARED',
  VALUE_REQUIRED: 'MISSING',
}

function faultCode(code: string): FormFault['code'] {
  return (
    codes[code] ?? (code.includes('PHONE') ? 'NOT_A_NUMBER' : code.includes('EMAIL') ? 'NOT_AN_ADDRESS' : 'TOO_LONG')
  )
}

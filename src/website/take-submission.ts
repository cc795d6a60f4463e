import { createHmac } from 'node:crypto'
import { type LedgerTables, type Occasion, perform } from '#ledger'
import type { Language } from '#platform/language'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { inForce as inForceOf, type RegisterTables, receiveEnquiry } from '#register'
import type { Running, StatementTables } from '#statement'
import { type ContactForm, type FormFault, readSubmission, type Submission } from './contact-form.ts'
import { begunAt, type FormTime, formToken, readFormToken } from './form-token.ts'
import { referenceOf } from './reference.ts'
import { sendLater } from './send-receipt.ts'

type Tables = LedgerTables & StatementTables & RegisterTables

export interface Sent {
  body: Record<string, unknown>
  language: Language
  /** What the form's token is signed with. */
  secret: string
}

/** What was not taken: what was typed, why not, and the token that the same form is sent again with. */
export interface NotTaken {
  submission: Submission
  faults: FormFault[]
  token: string
}

/** Takes in what a visitor sent with the contact form, from our page or the company's own; what is wrong comes back with what was typed. */
export async function takeSubmission<T extends Tables>(
  running: Running<T>,
  form: ContactForm,
  { body, language, secret }: Sent,
): Promise<{ reference: string } | NotTaken> {
  const at = running.now()
  const { submission, faults } = readSubmission(form, body)
  const begun = typeof body.begun === 'string' ? body.begun : ''
  const time = readFormToken(secret, begun, at)
  // Time that was taken to write is not taken anew for a mend.
  const token = time === 'expired' || time === 'forged' ? formToken(secret, at) : begun
  const found = [...faults, ...(body.website ? faultsOfTime.forged : faultsOfTime[time])]
  if (found.length > 0) return { submission, faults: found, token }

  const id = idOf(secret, begun, submission)
  try {
    await take(running, id, submission, language)
    return { reference: referenceOf(id) }
  } catch (fault) {
    if ((fault as { constraint?: string }).constraint === 'enquiry_pkey') return { reference: referenceOf(id) }
    if (!(fault instanceof Refusal) || fault.status >= 500) throw fault
    return { submission, faults: [{ field: formField(form, fault.detail.field), code: faultCode(fault.code) }], token }
  }
}

// A form sent twice with the same words is one enquiry: it would have the same id, and the second finds it taken.
function idOf(secret: string, begun: string, submission: Submission) {
  const words = JSON.stringify([begun, submission])
  return newId(
    begunAt(begun).getTime(),
    createHmac('sha256', secret).update(`enquiry ${words}`).digest().subarray(0, 16),
  )
}

async function take<T extends Tables>(
  running: Running<T>,
  id: string,
  { values, message }: Submission,
  language: Language,
) {
  const occasion: Occasion = {
    by: 'visitor',
    duty: 'intake',
    purpose: 'customer-communication',
    at: running.now(),
    under: String(running.policy().version),
  }
  const said = {
    ...{ id, message, language },
    name: values['person.name'] ?? '',
    email: values['person.email'] ?? '',
    phone: values['person.phone'],
  }
  await perform(running.db, occasion, async (act) => {
    await receiveEnquiry(act as never, inForceOf(running as never), said)
    await sendLater(act as never, id)
  })
}

// A robot fills the field that people never see, or posts faster than anybody can write.
const faultsOfTime: Record<FormTime, FormFault[]> = {
  human: [],
  'too-quick': [{ field: '', code: 'TOO_QUICK' }],
  expired: [{ field: '', code: 'EXPIRED' }],
  forged: [{ field: '', code: 'LOOKS_AUTOMATIC' }],
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

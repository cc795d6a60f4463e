import type { Occasion } from '#ledger'
import { normaliseBusinessId } from '#platform/business-id'
import { Refusal } from '#platform/refusal'
import type { Subject } from '#statement'
import { type Added, checkAdded } from './added-value.ts'
import { type EmailKind, emailKinds, kindOfEmail, normaliseEmail } from './email-address.ts'
import { type InForce, knownOf, verdictOn } from './in-force.ts'
import { normaliseName, type PersonName } from './person-name.ts'
import { whereIdentityCodeIs } from './personal-identity-code.ts'
import { normalisePhone, type PhoneNumber } from './phone-number.ts'
import { normaliseAddress, type PostalAddress } from './postal-address.ts'
import { mayCollect, type Stage } from './relationship.ts'
import { plainId } from './source.ts'

export interface EmailValue {
  address: string
  kind: EmailKind
  primary: boolean
}
export type PhoneValue = PhoneNumber & { primary: boolean }

/** Values as they are kept. A field that nobody spoke of is absent; null takes the value away. */
export interface Values {
  'org.name'?: string
  'org.businessId'?: string | null
  'org.phone'?: PhoneNumber | null
  'org.email'?: EmailValue | null
  'org.addresses'?: PostalAddress[]
  'com.paymentTerms'?: string | null
  'person.name'?: PersonName
  'person.jobRole'?: string | null
  'person.email'?: EmailValue[]
  'person.phone'?: PhoneValue[]
  'person.address'?: PostalAddress[]
  added: Added
}

export interface Wish {
  subject: Subject
  /** As they came in: field id → value. */
  values: Record<string, unknown>
  /** How far the relationship has come; asked only when a field has a stage. */
  stage: () => Promise<Stage>
}

/** S4.5, S5.1: what the statement does not declare, the duty does not write or the stage does not allow is refused whole. */
export async function checkedValues(
  inForce: InForce,
  occasion: Occasion,
  { subject, values, stage }: Wish,
): Promise<Values> {
  const fields = Object.keys(values)
  for (const field of fields) refuseUndeclared(inForce, subject, field)
  refuseIdentityCodes(values)

  let reached: Stage | null = null
  for (const field of fields) {
    const verdict = verdictOn(inForce, occasion, field, 'write')
    const { clause = 'S5.1', fromStage = null } = inForce.policy.fields.get(field) ?? {}
    if (!verdict.allowed)
      throw new Refusal(verdict.code, 403, {
        clause: verdict.clause,
        field,
        duty: occasion.duty,
        purpose: occasion.purpose,
      })
    if (fromStage === null || fromStage === 'prospect') continue
    reached ??= await stage()
    if (!mayCollect(fromStage, reached)) throw new Refusal('FIELD_NOT_OF_STAGE', 422, { clause, field, stage: reached })
  }

  const checked: Values = { added: {} }
  for (const field of fields) {
    const added = inForce.added.find(({ id }) => id === field)
    if (added) checked.added[field] = checkAdded(added, values[field])
    else Object.assign(checked, { [field]: known[field]?.(values[field]) })
  }
  return checked
}

/** S5.15: personal identity codes are not in the statement, so they are stopped wherever they are typed. */
export function refuseIdentityCodes(said: unknown, name = '') {
  const field = whereIdentityCodeIs(said, name)
  if (field !== null) throw new Refusal('PERSONAL_IDENTITY_CODE', 422, { clause: 'S5.15', field: plainId(field) })
}

export function refuseUndeclared({ policy, added }: InForce, subject: Wish['subject'], field: string) {
  const isKnown = knownOf(subject).includes(field)
  const isAdded = added.some((one) => one.id === field && one.subject === subject)
  if (policy.fields.has(field) && (isKnown || isAdded)) return
  throw new Refusal('FIELD_NOT_DECLARED', 422, { clause: 'S5.1', field: plainId(field) })
}

const known: Record<string, (typed: unknown) => unknown> = {
  'org.name': (typed) => textOf('org.name', typed, 300) ?? missing('org.name'),
  'org.businessId': (typed) => {
    const text = textOf('org.businessId', typed, 40)
    return text === null ? null : (normaliseBusinessId(text) ?? wrong('BUSINESS_ID_NOT_VALID', 'org.businessId'))
  },
  'org.phone': (typed) => (isEmpty(typed) ? null : phoneOf('org.phone', typed)),
  'org.email': (typed) => (isEmpty(typed) ? null : emailOf('org.email', typed)),
  'org.addresses': (typed) => listOf('org.addresses', typed).map((one) => addressOf('org.addresses', one)),
  'com.paymentTerms': (typed) => textOf('com.paymentTerms', typed, 200),
  'person.name': (typed) =>
    normaliseName(typed) ?? (isEmpty(typed) ? missing('person.name') : wrong('VALUE_NOT_VALID', 'person.name')),
  'person.jobRole': (typed) => textOf('person.jobRole', typed, 200),
  'person.email': (typed) =>
    onePrimary(
      listOf('person.email', typed).map((one) => emailOf('person.email', one)),
      'address',
    ),
  'person.phone': (typed) =>
    onePrimary(
      listOf('person.phone', typed).map((one) => phoneOf('person.phone', one)),
      'number',
    ),
  'person.address': (typed) => listOf('person.address', typed).map((one) => addressOf('person.address', one)),
}

export function emailOf(field: string, typed: unknown): EmailValue {
  const { address, kind, primary } = partsOf(typed, 'address')
  const normal = typeof address === 'string' ? normaliseEmail(address) : null
  if (!normal) return wrong('EMAIL_NOT_VALID', field)
  const said = emailKinds.find((one) => one === kind)
  if (kind !== undefined && !said) return wrong('VALUE_NOT_VALID', field)
  return { address: normal, kind: said ?? kindOfEmail(normal), primary: primary === true }
}

export function phoneOf(field: string, typed: unknown): PhoneValue {
  const { number, typed: asTyped, primary } = partsOf(typed, 'number')
  const text = typeof asTyped === 'string' ? asTyped : number
  const phone = typeof text === 'string' ? normalisePhone(text) : null
  return phone ? { ...phone, primary: primary === true } : wrong('PHONE_NOT_VALID', field)
}

function addressOf(field: string, typed: unknown): PostalAddress {
  if (typeof typed !== 'object' || typed === null) return wrong('ADDRESS_NOT_VALID', field)
  const address = normaliseAddress(typed as Record<string, unknown>)
  if ('wrong' in address) throw new Refusal('ADDRESS_NOT_VALID', 422, { field, part: plainId(address.wrong) })
  return address
}

export function textOf(field: string, typed: unknown, limit: number): string | null {
  if (isEmpty(typed)) return null
  if (typeof typed !== 'string') return wrong('VALUE_NOT_VALID', field)
  const text = typed
    .normalize('NFC')
    .replace(/\p{Cc}/gu, (sign) => (/[\n\t]/.test(sign) ? sign : ''))
    .trim()
  if (text.length > limit) throw new Refusal('TEXT_TOO_LONG', 422, { field, limit })
  return text === '' ? null : text
}

function partsOf(typed: unknown, main: string): Record<string, unknown> {
  return typeof typed === 'object' && typed !== null ? (typed as Record<string, unknown>) : { [main]: typed }
}

function listOf(field: string, typed: unknown): unknown[] {
  if (isEmpty(typed)) return []
  const list = Array.isArray(typed) ? typed : [typed]
  if (list.length > 20) throw new Refusal('VALUE_NOT_VALID', 422, { field })
  return list
}

// Said twice is said once; exactly one value is the first to use.
function onePrimary<T extends { primary: boolean }>(values: T[], key: keyof T): T[] {
  const once = values.filter((value, at) => values.findIndex((other) => other[key] === value[key]) === at)
  const first = Math.max(
    once.findIndex(({ primary }) => primary),
    0,
  )
  return once.map((value, at) => ({ ...value, primary: at === first }))
}

function isEmpty(typed: unknown) {
  return typed === null || typed === undefined || (typeof typed === 'string' && typed.trim() === '')
}

function wrong(code: string, field: string): never {
  throw new Refusal(code, 422, { field })
}

function missing(field: string): never {
  throw new Refusal('VALUE_REQUIRED', 422, { field, clause: 'S5.1' })
}

import { isBusinessId, normaliseBusinessId } from '#platform/business-id'
import { Refusal } from '#platform/refusal'
import { normaliseBic, normaliseIban } from '../papers/iban.ts'

/** An OVT code: 0037, a business id without its hyphen, and up to five characters of the company's own; or null. */
export function ovtOf(typed: string): string | null {
  const code = typed.replace(/\s/g, '').toUpperCase()
  const [, body = '', digit = ''] = /^0037(\d{7})(\d)[0-9A-Z]{0,5}$/.exec(code) ?? []
  return body && isBusinessId(`${body}-${digit}`) ? code : null
}

/** Where e-invoices go and by which operator, or neither. Refuses an address that is neither an OVT code nor an IBAN. */
export function eAddressOf(address: string | null | undefined, operator: string | null | undefined) {
  if (!address?.trim() && !operator?.trim()) return { e_address: null, e_operator: null }
  const e_address = ovtOf(address ?? '') ?? normaliseIban(address ?? '')
  if (!e_address) throw new Refusal('E_ADDRESS_NOT_VALID', 422, { field: 'eAddress' })
  if (!operator?.trim()) throw new Refusal('VALUE_REQUIRED', 422, { field: 'eOperator' })
  const e_operator = operatorOf(operator)
  if (!e_operator) throw new Refusal('E_OPERATOR_NOT_VALID', 422, { field: 'eOperator' })
  return { e_address, e_operator }
}

/** The code of an operator or a bank: an OVT code, a VAT number, a BIC, or a number that the operators gave (E204503); or null. */
export function operatorOf(typed: string): string | null {
  const code = typed.replace(/\s/g, '').toUpperCase()
  const [, body = ''] = /^(?:(?:TE)?0037|FI)(\d{8})$/.exec(code) ?? []
  if (body) return normaliseBusinessId(body) ? code : null
  return /^E\d{6}$/.test(code) ? code : /^(?:TE)?0037/.test(code) ? null : normaliseBic(code)
}

/** A VAT number as people type it, or null: the digits of a Finnish one are checked, of another country's only the form. */
export function vatNumberIn(typed: string): string | null {
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  if (code.startsWith('FI')) return /^FI\d{8}$/.test(code) && normaliseBusinessId(code.slice(2)) ? code : null
  return /^[A-Z]{2}[0-9A-Z+*]{2,12}$/.test(code) ? code : null
}

const otherStates = 'AT BE BG CY CZ DE DK EE EL ES FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK XI'.split(' ')

/** Whether a VAT number is of another member state; Northern Ireland sells goods as one (XI). */
export function isOfOtherState(vatNumber: string): boolean {
  return otherStates.includes(vatNumber.slice(0, 2))
}

/** The same, or null where nothing is said. Refuses what is none at its field (`VAT_NUMBER_NOT_VALID`). */
export function saidVatNumber(field: string, typed: string | null | undefined): string | null {
  if (!typed?.trim()) return null
  const number = vatNumberIn(typed)
  if (!number) throw new Refusal('VAT_NUMBER_NOT_VALID', 422, { field })
  return number
}

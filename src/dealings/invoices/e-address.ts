import { isBusinessId } from '#platform/business-id'
import { Refusal } from '#platform/refusal'
import { normaliseIban } from '../papers/iban.ts'

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
  const e_operator = (operator ?? '').replace(/\s/g, '').toUpperCase()
  if (!/^[0-9A-Z]{3,20}$/.test(e_operator)) throw new Refusal('VALUE_REQUIRED', 422, { field: 'eOperator' })
  return { e_address, e_operator }
}

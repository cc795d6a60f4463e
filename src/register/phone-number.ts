import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

export interface PhoneNumber {
  /** E.164. */
  number: string
  typed: string
  kind: 'mobile' | 'landline' | 'business' | 'other'
}

/** A number as people type it in Finland or from abroad, or null when it is none. */
export function normalisePhone(typed: string): PhoneNumber | null {
  const plain = typed.trim().normalize('NFKC').replace(/\s+/g, ' ')
  if (plain.length > 60) return null
  const parsed = parsePhoneNumberFromString(plain.replace(/^\+?358 ?\(0\)/, '+358 '), 'FI')
  if (!parsed?.isValid()) return null
  return { number: parsed.number, typed: plain, kind: kindOf(parsed.getType()) }
}

/** The number as it is read aloud: without a country code when it is Finnish. */
export function displayPhone(number: string): string {
  const parsed = parsePhoneNumberFromString(number)
  if (!parsed) return number
  return parsed.country === 'FI' ? parsed.formatNational() : parsed.formatInternational()
}

// 010, 020 and 029 are nationwide business numbers; abroad they may not answer.
function kindOf(type: string | undefined): PhoneNumber['kind'] {
  if (type === 'MOBILE') return 'mobile'
  if (type === 'FIXED_LINE' || type === 'FIXED_LINE_OR_MOBILE') return 'landline'
  return type === 'UAN' ? 'business' : 'other'
}

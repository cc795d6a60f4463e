import { Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/max'

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
  const known = finnishDisplay(number)
  if (known) return known
  const parsed = parsePhoneNumberFromString(number)
  if (!parsed) return number
  return parsed.country === 'FI' ? parsed.formatNational() : parsed.formatInternational()
}

// Parsing takes 17 µs, a third of what a page of fifty people costs beside its SQL; the library's own patterns, compiled once, 1.6 µs.
function finnishDisplay(number: string): string | null {
  const national = number.startsWith('+358') ? number.slice(4) : ''
  if (!finnish.begins.test(national)) return null
  const format = finnish.formats.find(({ begins, whole }) => begins.test(national) && whole.test(national))
  return format ? national.replace(format.whole, format.written) : null
}

// What the library keeps of a country and does not name in its types.
interface Plan {
  leadingDigits(): string
  formats(): { pattern(): string; format(): string; leadingDigitsPatterns(): string[] }[]
}

const finnish = finnishPlan()

function finnishPlan() {
  const metadata = new Metadata()
  metadata.selectNumberingPlan('FI')
  const plan = metadata.numberingPlan as unknown as Plan
  return {
    begins: new RegExp(`^(?:${plan.leadingDigits()})\\d+$`),
    formats: plan.formats().map((format) => ({
      begins: new RegExp(`^(?:${format.leadingDigitsPatterns().at(-1) ?? ''})`),
      whole: new RegExp(`^(?:${format.pattern()})$`),
      written: format.format().replace('$1', '0$1'),
    })),
  }
}

// 010, 020 and 029 are nationwide business numbers; abroad they may not answer.
function kindOf(type: string | undefined): PhoneNumber['kind'] {
  if (type === 'MOBILE') return 'mobile'
  if (type === 'FIXED_LINE' || type === 'FIXED_LINE_OR_MOBILE') return 'landline'
  return type === 'UAN' ? 'business' : 'other'
}

import { remainderOf97 } from '../papers/iban.ts'

/** A Finnish reference number over a body of 3–19 digits: the check digit by weights 7, 3, 1 from the right. */
export function referenceOf(body: string): string {
  const digits = body.replace(/^0+/, '').padStart(3, '0')
  if (!/^\d{3,19}$/.test(digits)) throw new RangeError('a reference number is made of 3 to 19 digits')
  return `${digits}${checkDigit(digits)}`
}

/** The same as a creditor reference: RF, two check digits, the Finnish number (ISO 11649). */
export function creditorReference(reference: string): string {
  const body = reference.replace(/^0+/, '')
  return `RF${String(98 - remainderOf97(`${body}RF00`)).padStart(2, '0')}${body}`
}

/** The Finnish number behind a reference as a bank or a payer writes it, or null: zeros in front, spaces and RF are taken away. */
export function referenceIn(written: string): string | null {
  const compact = written.replace(/[\s\u00a0]/g, '').toUpperCase()
  const body = compact.startsWith('RF') ? compact.slice(4) : compact
  if (compact.startsWith('RF') && remainderOf97(body + compact.slice(0, 4)) !== 1) return null
  const digits = body.replace(/^0+/, '').padStart(4, '0')
  if (!/^\d{4,20}$/.test(digits) || digits === '0000' || checkDigit(digits.slice(0, -1)) !== Number(digits.at(-1)))
    return null
  return digits
}

function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((all, digit, n) => all + Number(digit) * ([7, 3, 1][n % 3] as number), 0)
  return (10 - (sum % 10)) % 10
}

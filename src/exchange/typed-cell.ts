import { businessIdCheckDigit } from '#platform/business-id'
import { normaliseEmail, normalisePhone } from '#register'

// What spreadsheets and people do to values on their way into a file. What stays unclear is left to the field's own check.

/** A Finnish postcode whose zeros a spreadsheet took: 520 was 00520, 1600 was 01600. */
export function postcodeCell(cell: string): string {
  const plain = cell.replace(/[\s\u00a0]/g, '').replace(/^FI-?/i, '')
  if (!/^\d{3,5}([.,]0+)?$/.test(plain)) return cell
  return plain.replace(/[.,]0+$/, '').padStart(5, '0')
}

/** A business ID as a number: 8 digits, or 7 where its zero was taken; other text is left as it is. */
export function businessIdCell(cell: string): string {
  const plain = cell.replace(/[\s\u00a0.]/g, '').replace(/[\u2010-\u2015\u2212]/g, '-')
  const lost = /^(?:FI)?(\d{6})(\d)$/i.exec(plain)
  if (!lost) return plain
  const [, body = '', check] = lost
  return businessIdCheckDigit(`0${body}`) === Number(check) ? `0${body}-${check}` : plain
}

/** "00520 Helsinki" as a postcode and a city; null where no postcode stands first. */
export function postcodeAndCity(cell: string): { postcode: string; city: string } | null {
  const found = /^(?:FI-?)?(\d{5})[\s\u00a0,]+(\S.*)$/i.exec(cell.trim())
  return found ? { postcode: found[1] ?? '', city: found[2] ?? '' } : null
}

/** "Mäki-Latvala Aino Kaarina": the first word is the family name, with its particle. */
export function familyFirst(cell: string): { given: string; family: string } {
  const [family = '', given] = cell.split(/,\s*/)
  if (given !== undefined) return { given, family }
  const words = cell.split(/[\s\u00a0]+/)
  const cut = /^(af|von|de|van|der|la)$/i.test(words[0] ?? '') ? 2 : 1
  return { given: words.slice(cut).join(' '), family: words.slice(0, cut).join(' ') }
}

/** The addresses of one cell: several with a comma, a semicolon or a space between them, with or without a name before them. */
export function emailsIn(cell: string): string[] {
  if (!/[;,\s\u00a0<:]/.test(cell)) return [cell]
  const parts = cell
    .replace(/mailto:/gi, '')
    .split(/[;,\s\u00a0<>]+/)
    .filter(Boolean)
  const addresses = parts.filter((part) => part.includes('@'))
  return addresses.length > 0 && addresses.every((one) => normaliseEmail(one)) ? addresses : [cell]
}

/** The numbers of one cell: "puh. 040 123 4567 / 09 123 4567". */
export function phonesIn(cell: string): string[] {
  const plain = cell
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/^(puh|p|gsm|tel|mob|matkapuh|työ|t|k)[a-zåäö]*[.:]?\s*(?=[+\d(])/i, '')
    .replace(/^(\d{2,3})\/(\d{5,8})$/, '$1 $2')
  if (!/[/;,]|\p{L}/u.test(plain) || normalisePhone(plain)) return [plain]
  const parts = plain
    .split(/\s*(?:[/;,]|\s(?:tai|ja|eller|och|or|and)\s)\s*/i)
    .map((part) => part.trim())
    .filter(Boolean)
  return parts.length > 1 && parts.every((part) => normalisePhone(part)) ? parts : [plain]
}

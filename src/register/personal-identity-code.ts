// The dashes that people and word processors write for the century sign of the 1900s.
const dashes = /[‐‑‒–—−﹣－]/g
const code = /(?<![\p{L}\d])(\d{2})(\d{2})(\d{2})\s?([-+ABCDEFUVWXY])\s?(\d{3})\s?([0-9A-FHJ-NPR-Y])(?![\p{L}\d])/giu
const controls = '0123456789ABCDEFHJKLMNPRSTUVWXY'

/** Whether a text holds a Finnish personal identity code: a date, a century sign and the right control character. */
export function holdsPersonalIdentityCode(text: string): boolean {
  for (const [, day = '', month = '', year = '', sign = '', number = '', control = ''] of text
    .normalize('NFKC')
    .replace(dashes, '-')
    .matchAll(code)) {
    if (controls[Number(day + month + year + number) % 31] !== control.toUpperCase()) continue
    if (isDate(Number(day), Number(month), centuryOf(sign.toUpperCase()) + Number(year))) return true
  }
  return false
}

// Since 2023 the 1900s also have Y X W V U, and the 2000s B C D E F (asetus 128/2010 muutoksineen).
function centuryOf(sign: string) {
  if (sign === '+') return 1800
  return '-YXWVU'.includes(sign) ? 1900 : 2000
}

function isDate(day: number, month: number, year: number) {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** The first part of a value, by its name at the top, in which a text holds one; or null. */
export function whereIdentityCodeIs(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return holdsPersonalIdentityCode(value) ? path : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, part] of Object.entries(value)) {
    const found = whereIdentityCodeIs(part, path || key)
    if (found !== null) return found
  }
  return null
}

/** The same text with every personal identity code left out: for what must not be bounced because it holds one. */
export function withoutIdentityCodes(text: string): string {
  if (!holdsPersonalIdentityCode(text)) return text
  return text.replace(dashes, '-').replace(code, (found) => (holdsPersonalIdentityCode(found) ? '[…]' : found))
}

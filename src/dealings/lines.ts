import type { Day } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type BasisPoints, type Cents, rounded, shareOf, sumOf } from './money.ts'

/** EN 16931, BT-151: standard, zero, exempt, reverse charge, intra-community, export, outside the scope of VAT. */
export const vatCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const
export type VatCategory = (typeof vatCategories)[number]

/** One line of a quote, an order, a delivery or an invoice. */
export interface Line {
  id: string
  product?: string
  text: string
  unit: string
  /** Thousandths. */
  quantity: number
  /** Ten-thousandths of a euro, without VAT. */
  unitPrice: number
  discount: BasisPoints
  vatRate: BasisPoints
  vatCategory: VatCategory
}

export interface Totals {
  /** The net of each line, in their order. */
  lines: Cents[]
  byVat: { category: VatCategory; rate: BasisPoints; net: Cents; vat: Cents }[]
  net: Cents
  vat: Cents
  total: Cents
}

/** What lines come to. VAT is computed on the sum of each rate, never line by line (EN 16931, BR-CO-17). */
export function totalsOf(lines: readonly Line[]): Totals {
  const nets = lines.map(netOf)
  const groups = Map.groupBy(lines.keys(), (n) => `${lines[n]?.vatCategory} ${lines[n]?.vatRate}`)
  const byVat = [...groups.values()]
    .map((of) => {
      const { vatCategory: category, vatRate: rate } = lines[of[0] as number] as Line
      const net = sumOf(of.map((n) => nets[n] as number))
      return { category, rate, net, vat: shareOf(net, rate) }
    })
    .sort((a, b) => b.rate - a.rate || a.category.localeCompare(b.category))
  const [net, vat] = [sumOf(nets), sumOf(byVat.map((one) => one.vat))]
  return { lines: nets, byVat, net, vat, total: net + vat }
}

/** The net of one line in cents, a half cent away from zero. */
export function netOf({ quantity, unitPrice, discount }: Pick<Line, 'quantity' | 'unitPrice' | 'discount'>): Cents {
  return rounded(BigInt(quantity) * BigInt(unitPrice) * BigInt(10_000 - discount), 1_000_000_000n)
}

/** The line at the price at which it comes to this net; null where none of four decimals does, as of many pieces. */
export function pricedAt(line: Line, net: Cents): Line | null {
  const share = BigInt(line.quantity) * BigInt(10_000 - line.discount)
  if (share === 0n) return null
  const unitPrice = rounded(BigInt(net) * 1_000_000_000n * (share < 0n ? -1n : 1n), share < 0n ? -share : share)
  return netOf({ ...line, unitPrice }) === net ? { ...line, unitPrice } : null
}

// Arvonlisäverolaki 1501/1993 §§ 84, 85, 85 a: the general rate from 1 September 2024, the reduced one from 1 January 2026.
const vatRates: readonly { rate: BasisPoints; from: Day; until?: Day; next?: BasisPoints }[] = [
  { rate: 2400, from: '2013-01-01', until: '2024-08-31', next: 2550 },
  { rate: 2550, from: '2024-09-01' },
  { rate: 1400, from: '2013-01-01', until: '2025-12-31', next: 1350 },
  { rate: 1350, from: '2026-01-01' },
  { rate: 1000, from: '2013-01-01' },
]

/** The rates of the standard category on a day, the highest first. What is sold on New Year's Eve keeps the old year's rate. */
export function vatRatesOn(day: Day): BasisPoints[] {
  return vatRates
    .filter(({ from, until = '9999-12-31' }) => from <= day && day <= until)
    .map(({ rate }) => rate)
    .sort((a, b) => b - a)
}

/**
 * Lines as they are supplied on a day: what was agreed at a rate that has gone since bears the one that followed it (AVL 1501/1993 § 15: the
 * rate is that of the day of supply). The price without VAT stays as agreed.
 */
export function ratedOn(lines: readonly Line[], day: Day): Line[] {
  return lines.map((line) => (line.vatCategory === 'S' ? { ...line, vatRate: rateOn(line.vatRate, day) } : line))
}

function rateOn(agreed: BasisPoints, day: Day): BasisPoints {
  const gone = vatRates.find(({ rate, until }) => rate === agreed && until && until < day)
  return gone?.next ? rateOn(gone.next, day) : agreed
}

/** Refuses lines whose rate was not in force on the day of supply: `VAT_RATE_NOT_IN_FORCE` with the place of the line. */
export function refuseRatesOutOfForce(lines: readonly Line[], day: Day) {
  const inForce = vatRatesOn(day)
  for (const [n, { vatCategory, vatRate }] of lines.entries())
    if (vatCategory === 'S' && !inForce.includes(vatRate))
      throw new Refusal('VAT_RATE_NOT_IN_FORCE', 422, { field: `lines.${n}.vatRate`, day })
}

const limits = { lines: 500, text: 1000, quantity: 1_000_000_000, unitPrice: 100_000_000_000, cents: 1_000_000_000_000 }

/**
 * Lines as they came, checked: refuses what is no line (`VALUE_NOT_VALID`, `VALUE_REQUIRED`) or comes to more than ten milliard euros, a negative quantity where it has no
 * place (`NEGATIVE_QUANTITY`), and VAT on a category that bears none; `field` names the line and its part.
 */
export function linesOf(typed: unknown, { negative = false }: { negative?: boolean } = {}): Line[] {
  if (!Array.isArray(typed) || typed.length > limits.lines)
    throw new Refusal('VALUE_NOT_VALID', 422, { field: 'lines' })
  const seen = new Set<string>()
  let sum = 0
  return typed.map((one, n) => {
    const line = lineOf(one, (part) => `lines.${n}.${part}`, negative)
    sum += Math.abs((line.quantity * line.unitPrice) / 100_000)
    if (sum > limits.cents) throw new Refusal('VALUE_NOT_VALID', 422, { field: `lines.${n}.unitPrice` })
    // A line is credited and delivered by its id: two of one id would be one.
    const id = seen.has(line.id) ? crypto.randomUUID() : line.id
    seen.add(id)
    return { ...line, id }
  })
}

function lineOf(typed: unknown, at: (part: string) => string, negative: boolean): Line {
  if (!typed || typeof typed !== 'object') throw new Refusal('VALUE_NOT_VALID', 422, { field: at('text') })
  const line = typed as Record<string, unknown>
  const whole = (part: string, low: number, high: number, absent?: number) => {
    const value = line[part] ?? absent
    if (!Number.isSafeInteger(value) || (value as number) < low || (value as number) > high)
      throw new Refusal('VALUE_NOT_VALID', 422, { field: at(part) })
    return value as number
  }
  const words = (part: string, limit: number) => {
    const value = typeof line[part] === 'string' ? line[part].replace(/\p{Cc}/gu, unruled).trim() : ''
    if (value.length > limit) throw new Refusal('VALUE_NOT_VALID', 422, { field: at(part) })
    return value
  }
  const text = words('text', limits.text)
  if (!text) throw new Refusal('VALUE_REQUIRED', 422, { field: at('text') })
  const quantity = whole('quantity', -limits.quantity, limits.quantity)
  if (quantity < 0 && !negative) throw new Refusal('NEGATIVE_QUANTITY', 422, { field: at('quantity') })
  const category = line.vatCategory ?? 'S'
  if (!vatCategories.includes(category as VatCategory))
    throw new Refusal('VALUE_NOT_VALID', 422, { field: at('vatCategory') })
  const vatRate = whole('vatRate', 0, 10_000, category === 'S' ? undefined : 0)
  // EN 16931, BR-S-05 and BR-AE-05 and their like: only the standard category bears VAT, and it does.
  if ((category === 'S') !== vatRate > 0) throw new Refusal('VAT_RATE_NOT_OF_CATEGORY', 422, { field: at('vatRate') })
  return {
    id: typeof line.id === 'string' && /^[\w-]{1,40}$/.test(line.id) ? line.id : crypto.randomUUID(),
    ...(isId(line.product) ? { product: line.product } : {}),
    ...{ text, unit: words('unit', 20), quantity, discount: whole('discount', 0, 10_000, 0) },
    unitPrice: whole('unitPrice', -limits.unitPrice, limits.unitPrice),
    ...{ vatRate, vatCategory: category as VatCategory },
  }
}

// What rules a terminal rules no paper; PostgreSQL keeps no NUL.
const unruled = (sign: string) => (/[\n\t]/.test(sign) ? sign : '')

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}

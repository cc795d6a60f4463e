import type { Line, Totals } from './line.ts'

// The server counts again and has the last word; a test holds the two against each other.
/** What lines come to while they are typed. VAT is counted on the sum of each rate (EN 16931, BR-CO-17). */
export function totalsOf(lines: readonly Line[]): Totals {
  const nets = lines.map(netOf)
  const groups = new Map<string, { category: Line['vatCategory']; rate: number; net: number }>()
  for (const [n, { vatCategory: category, vatRate: rate }] of lines.entries()) {
    const group = groups.get(`${category} ${rate}`) ?? { category, rate, net: 0 }
    groups.set(`${category} ${rate}`, { ...group, net: group.net + (nets[n] ?? 0) })
  }
  const byVat = [...groups.values()]
    .map((group) => ({ ...group, vat: rounded(BigInt(group.net) * BigInt(group.rate), 10_000n) }))
    .sort((a, b) => b.rate - a.rate || a.category.localeCompare(b.category))
  const net = sumOf(nets)
  const vat = sumOf(byVat.map((one) => one.vat))
  return { lines: nets, byVat, net, vat, total: net + vat }
}

export function netOf({ quantity, unitPrice, discount }: Pick<Line, 'quantity' | 'unitPrice' | 'discount'>): number {
  return rounded(BigInt(quantity) * BigInt(unitPrice) * BigInt(10_000 - discount), 1_000_000_000n)
}

/** To the nearest whole number, a half away from zero. */
function rounded(dividend: bigint, divisor: bigint): number {
  const doubled = 2n * (dividend < 0n ? -dividend : dividend)
  const whole = (doubled + divisor) / (2n * divisor)
  return Number(dividend < 0n ? -whole : whole)
}

const sumOf = (cents: readonly number[]) => cents.reduce((all, one) => all + one, 0)

import { Refusal } from '#platform/refusal'
import { type Line, type Totals, totalsOf } from '../lines.ts'
import { type Cents, sumOf } from '../money.ts'

type ByVat = Totals['byVat']

/** An invoice, or a credit note of it, as far as crediting asks. */
export interface Billed {
  lines: readonly Line[]
  byVat: ByVat
}

export interface Credit {
  lines: Line[]
  byVat: ByVat
  net: Cents
  vat: Cents
  total: Cents
}

/** How much of each line is not credited yet, in thousandths. */
export function creditable(lines: readonly Line[], notes: readonly Pick<Billed, 'lines'>[]): Map<string, number> {
  const credited = new Map<string, number>()
  for (const { id, quantity } of notes.flatMap((note) => note.lines))
    credited.set(id, (credited.get(id) ?? 0) + quantity)
  return new Map(lines.map(({ id, quantity }) => [id, quantity + (credited.get(id) ?? 0)]))
}

/**
 * The lines and sums of a credit note: so much of each line, or all that is left. The note that credits the last of it credits exactly
 * what is left of each VAT rate, so that half cents of earlier notes never leave a cent behind. Refuses what goes beyond the invoice.
 */
export function creditOf(
  invoice: Billed,
  notes: readonly Billed[],
  asked?: readonly { id: string; quantity: number }[],
): Credit {
  const left = creditable(invoice.lines, notes)
  const lines = linesToCredit(invoice.lines, left, asked)
  for (const { id, quantity } of lines) left.set(id, (left.get(id) ?? 0) + quantity)
  const isLast = lines.length > 0 && [...left.values()].every((quantity) => quantity === 0)
  if (!isLast || notes.length === 0) return { ...totalsOf(lines), lines }

  const rest = restOf(invoice, notes)
  const own = totalsOf(lines).byVat
  const rounding = rest.flatMap(({ category, rate, net }) => {
    const cents = net - (own.find((one) => one.category === category && one.rate === rate)?.net ?? 0)
    return cents === 0 ? [] : [roundingLine(cents, { category, rate })]
  })
  const byVat = rest.filter(({ net, vat }) => net !== 0 || vat !== 0)
  const [net, vat] = [sumOf(byVat.map((one) => one.net)), sumOf(byVat.map((one) => one.vat))]
  return { lines: [...lines, ...rounding], byVat, net, vat, total: net + vat }
}

// What earlier notes have left of each rate, as a credit: negative.
function restOf(invoice: Billed, notes: readonly Billed[]): ByVat {
  return invoice.byVat.map(({ category, rate, net, vat }) => {
    const same = notes.flatMap((note) => note.byVat.filter((one) => one.category === category && one.rate === rate))
    const [credited, creditedVat] = [sumOf(same.map((one) => one.net)), sumOf(same.map((one) => one.vat))]
    return { category, rate, net: 0 - net - credited, vat: 0 - vat - creditedVat }
  })
}

/** A line of so many cents at a rate, by which the lines of a credit note come to what they shall. */
export function roundingLine(cents: Cents, { category, rate }: Pick<ByVat[number], 'category' | 'rate'>): Line {
  return {
    ...{ id: `rounding-${category}-${rate}`, text: 'Pyöristys · Avrundning · Rounding', unit: '', quantity: 1000 },
    ...{ unitPrice: cents * 100, discount: 0, vatRate: rate, vatCategory: category },
  }
}

function linesToCredit(
  lines: readonly Line[],
  left: ReadonlyMap<string, number>,
  asked?: readonly { id: string; quantity: number }[],
): Line[] {
  const wishes = asked ?? lines.map(({ id }) => ({ id, quantity: left.get(id) ?? 0 }))
  const seen = new Set<string>()
  return wishes.flatMap(({ id, quantity }, n) => {
    const line = lines.find((one) => one.id === id)
    const most = left.get(id) ?? 0
    if (!line || seen.has(id)) throw new Refusal('VALUE_NOT_VALID', 422, { field: `lines.${n}.id` })
    if (
      !Number.isSafeInteger(quantity) ||
      Math.sign(quantity) * Math.sign(most) < 0 ||
      Math.abs(quantity) > Math.abs(most)
    )
      throw new Refusal('CREDIT_BEYOND_INVOICE', 422, { field: `lines.${n}.quantity` })
    seen.add(id)
    return quantity === 0 ? [] : [{ ...line, quantity: -quantity }]
  })
}

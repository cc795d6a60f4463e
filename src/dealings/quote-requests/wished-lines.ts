import { Refusal } from '#platform/refusal'
import { refuseIdentityCodes } from '#register'
import { type Line, linesOf, type VatCategory } from '../lines.ts'

/** What a customer wishes for: a product or words, how much of it, and no price. */
export interface WishedLine {
  id: string
  product?: string
  text: string
  unit: string
  /** Thousandths. */
  quantity: number
}

/** What a wished line costs today. */
export interface Priced {
  unitPrice: number
  vatRate: number
  vatCategory: VatCategory
}

const unpriced = { unitPrice: 0, discount: 0, vatRate: 2550, vatCategory: 'S' }

/** Wished lines as they came, checked as those of a quote; one where no quantity is said. `field` names the line and its part. */
export function wishedLinesOf(typed: unknown): WishedLine[] {
  const said = Array.isArray(typed) ? typed.map(asLine) : typed
  const lines = linesOf(said).map(({ id, product, text, unit, quantity }) => ({
    ...{ id, text, unit, quantity },
    ...(product ? { product } : {}),
  }))
  for (const [n, line] of lines.entries()) {
    if (line.quantity === 0) throw new Refusal('VALUE_NOT_VALID', 422, { field: `lines.${n}.quantity` })
    if ((said as { product?: unknown }[])[n]?.product && !line.product)
      throw new Refusal('VALUE_NOT_VALID', 422, { field: `lines.${n}.product` })
    refuseIdentityCodes(line.text, `lines.${n}.text`)
  }
  return lines
}

/** The lines of a quote that answers: priced by the list where the product has a price, else for the seller to price. */
export function quotedLines(wished: readonly WishedLine[], prices: ReadonlyMap<string, Priced>, rate: number): Line[] {
  return wished.map((line) => {
    const price = line.product ? prices.get(line.product) : undefined
    return { ...line, discount: 0, ...(price ?? { unitPrice: 0, vatRate: rate, vatCategory: 'S' as const }) }
  })
}

function asLine(one: unknown) {
  return one && typeof one === 'object' ? { quantity: 1000, ...one, ...unpriced } : one
}

import type { VatCategory } from './vat.ts'

/** A line as the server keeps it. */
export interface Line {
  id: string
  product?: string
  text: string
  unit: string
  /** Thousandths. */
  quantity: number
  /** 1/10 000 €, without VAT. */
  unitPrice: number
  /** Basis points. */
  discount: number
  /** Basis points: 2550 is 25.5 %. */
  vatRate: number
  vatCategory: VatCategory
}

/** In cents, as the server counts them. */
export interface Totals {
  lines: number[]
  byVat: { category: VatCategory; rate: number; net: number; vat: number }[]
  net: number
  vat: number
  total: number
}

/** An empty line to be typed into. */
export function newLine(more: Partial<Line> = {}): Line {
  return {
    ...{ id: crypto.randomUUID(), text: '', unit: '', quantity: 1000, unitPrice: 0, discount: 0 },
    ...{ vatRate: 2550, vatCategory: 'S' as const },
    ...more,
  }
}

/** The line moved one place up or down; the same where it cannot go there. */
export function movedLine(lines: readonly Line[], from: number, by: -1 | 1): Line[] {
  const to = from + by
  const next = [...lines]
  const [one] = next.splice(from, 1)
  if (!one || to < 0 || to >= lines.length) return [...lines]
  next.splice(to, 0, one)
  return next
}

import type { Language } from '#platform/language'
import { type Line, totalsOf } from '../lines.ts'
import { unitIn } from '../products/product.ts'
import type { PaperLine, PaperTotals } from './paper.ts'

/** The lines of a document as its reader sees them: units in words, products by their codes, the net of each. */
export function linesOnPaper(
  lines: readonly Line[],
  { language, codes }: { language: Language; codes: ReadonlyMap<string, string> },
): PaperLine[] {
  const nets = totalsOf(lines).lines
  return lines.map(({ product, text, unit, quantity, unitPrice, discount, vatRate, vatCategory }, at) => ({
    ...{ text, unit: unitIn(unit, language), quantity, unitPrice, discount, vatRate, vatCategory },
    code: (product && codes.get(product)) ?? null,
    net: nets[at] ?? 0,
  }))
}

export function totalsOnPaper(lines: readonly Line[], paid = 0): PaperTotals {
  const { byVat, net, vat, total } = totalsOf(lines)
  return { byVat, net, vat, total, ...(paid === 0 ? {} : { paid }) }
}

/** Terms of payment as they are written: `14 pv netto`. */
export function termsInWords(days: number, language: Language): string {
  if (days === 0) return { fi: 'heti', sv: 'genast', en: 'at once' }[language]
  return { fi: `${days} pv netto`, sv: `${days} dagar netto`, en: `${days} days net` }[language]
}

/** An address as it was written on a document, in the parts that an envelope and an e-invoice need; null where it has none. */
export function doorOfText(text: string | null) {
  const rows = (text ?? '').split('\n').flatMap((row) => row.trim() || [])
  const at = rows.findLastIndex((row) => /^([A-Z]{2}-)?\d{4,5} \S/.test(row))
  const [, postcode, city] = /^((?:[A-Z]{2}-)?\d{4,5}) (.+)$/.exec(rows[at] ?? '') ?? []
  if (!postcode || !city) return null
  const abroad = rows[at + 1]
  const careOf = /^c\/o /i.test(rows[0] ?? '') ? (rows[0] ?? '').slice(4) : null
  const street = rows.slice(careOf === null ? 0 : 1, at).join(', ')
  return {
    ...{ careOf, street: street || null, houseNumber: null, stair: null, flat: null, poBox: null },
    ...{ postcode, city, country: abroad && /^[A-Z]{2}$/.test(abroad) ? abroad : 'FI' },
  }
}

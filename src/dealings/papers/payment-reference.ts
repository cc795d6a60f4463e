import { remainderOf97 } from './iban.ts'

/** A reference as it is printed and as the bar code carries it; null where it is neither Finnish nor RF. */
export interface PaymentReference {
  kind: 'finnish' | 'rf'
  /** Without spaces. */
  compact: string
  /** Finnish: groups of five from the right. RF: groups of four from the left. */
  spaced: string
}

/** Reads a reference number: 4–20 digits with a check digit (weights 7, 3, 1), or RF with two check digits (ISO 11649). */
export function readReference(typed: string): PaymentReference | null {
  const compact = typed.replace(/[\s\u00a0]/g, '').toUpperCase()
  if (/^RF\d{2}[A-Z0-9]{1,21}$/.test(compact)) {
    if (remainderOf97(compact.slice(4) + compact.slice(0, 4)) !== 1) return null
    return { kind: 'rf', compact, spaced: (compact.match(/.{1,4}/g) ?? []).join('\u00a0') }
  }
  if (!/^\d{4,20}$/.test(compact) || checkDigit(compact.slice(0, -1)) !== Number(compact.at(-1))) return null
  return { kind: 'finnish', compact, spaced: compact.replace(/\B(?=(\d{5})+$)/g, '\u00a0') }
}

function checkDigit(body: string): number {
  const weights = [7, 3, 1]
  const sum = [...body].reverse().reduce((total, digit, at) => total + Number(digit) * (weights[at % 3] ?? 0), 0)
  return (10 - (sum % 10)) % 10
}

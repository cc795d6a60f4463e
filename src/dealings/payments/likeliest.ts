import { referenceIn } from '../invoices/reference-number.ts'
import type { Cents } from '../money.ts'
import { type Part, spread } from './spread.ts'

/** Why an invoice may be the one that a payment is for. */
export type Likeness = 'number' | 'near-reference' | 'sum' | 'sum-with-charges' | 'party' | 'name'

export interface Unknown {
  id: string
  leftCents: Cents
  organisationId: string | null
  personId: string | null
  reference: string | null
  payerName: string | null
  message: string | null
}

export interface Candidate {
  id: string
  number: string
  name: string
  reference: string | null
  organisationId: string | null
  personId: string | null
  open: Cents
  paid: Cents
  charges: Cents
}

export interface Likely {
  invoice: Candidate
  because: Likeness[]
  /** Two reasons that do not hang on each other, and nothing else as likely. */
  sure: boolean
  parts: Part[]
  /** What the payment would have left. */
  left: Cents
}

const weights: Record<Likeness, number> = {
  ...{ number: 4, 'near-reference': 4, sum: 3, 'sum-with-charges': 3, party: 3, name: 3 },
}

/** The likeliest invoice of each payment, in their order: what one takes is not offered to the next. None where two are alike. */
export function likeliest(payments: readonly Unknown[], candidates: readonly Candidate[]): Map<string, Likely> {
  const left = new Map(candidates.map((one) => [one.id, { ...one }]))
  const found = new Map<string, Likely>()
  for (const payment of payments) {
    if (payment.leftCents <= 0) continue
    const scored = [...left.values()]
      .filter(({ open }) => open > 0)
      .map((invoice) => ({ invoice, because: likenessOf(payment, invoice) }))
      .map((one) => ({ ...one, score: one.because.reduce((sum, reason) => sum + weights[reason], 0) }))
      .sort((a, b) => b.score - a.score || a.invoice.number.localeCompare(b.invoice.number))
    const [first, second] = scored
    if (!first || first.score < 3 || first.score === second?.score) continue
    const parts = spread(payment.leftCents, first.invoice)
    found.set(payment.id, {
      ...{ invoice: { ...first.invoice }, because: first.because, sure: first.because.length > 1, parts },
      left: payment.leftCents - parts.reduce((sum, { cents }) => sum + cents, 0),
    })
    for (const { bears, cents } of parts) {
      first.invoice[bears === 'charge' ? 'charges' : 'open'] -= cents
      if (bears === 'payment') first.invoice.paid += cents
    }
  }
  return found
}

function likenessOf(payment: Unknown, invoice: Candidate): Likeness[] {
  const because: Likeness[] = []
  const words = wordsOf(payment)
  if (words.includes(invoice.number) || (invoice.reference && words.includes(invoice.reference))) because.push('number')
  else if (payment.reference && invoice.reference && isNear(digitsOf(payment.reference), invoice.reference))
    because.push('near-reference')
  if (payment.leftCents === invoice.open) because.push('sum')
  else if (invoice.charges > 0 && payment.leftCents === invoice.open + invoice.charges) because.push('sum-with-charges')
  const sameParty = payment.organisationId ?? payment.personId
  if (sameParty && sameParty === (invoice.organisationId ?? invoice.personId)) because.push('party')
  else if (payment.payerName && nameOf(payment.payerName) === nameOf(invoice.name)) because.push('name')
  return because
}

/** Numbers that a payer wrote: in the message, and in the place of the reference. */
export function wordsOf({ message, reference }: Pick<Unknown, 'message' | 'reference'>): string[] {
  return `${message ?? ''} ${reference ?? ''}`.split(/[^0-9]+/).flatMap((word) => word.replace(/^0+/, '') || [])
}

/** Reference numbers with a right check digit that are one slip of the hand from what somebody wrote. */
export function nearReferences(written: string): string[] {
  const digits = digitsOf(written)
  if (!/^\d{3,21}$/.test(digits)) return []
  const slips = new Set<string>()
  for (let at = 0; at <= digits.length; at += 1) {
    const [head, tail] = [digits.slice(0, at), digits.slice(at)]
    if (tail) slips.add(head + tail.slice(1))
    if (tail.length > 1) slips.add(`${head}${tail[1]}${tail[0]}${tail.slice(2)}`)
    for (let digit = 0; digit < 10; digit += 1) {
      slips.add(`${head}${digit}${tail}`)
      if (tail) slips.add(`${head}${digit}${tail.slice(1)}`)
    }
  }
  slips.delete(digits)
  return [...slips].filter((slip) => !slip.startsWith('0') && referenceIn(slip) === slip)
}

function isNear(written: string, reference: string): boolean {
  return nearReferences(written).includes(reference)
}

function digitsOf(written: string): string {
  return written
    .replace(/[\s\u00a0]/g, '')
    .replace(/^RF\d\d/i, '')
    .replace(/^0+/, '')
}

function nameOf(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter((word) => word && !['oy', 'ab', 'oyj', 'ky', 'tmi', 'ry'].includes(word))
    .sort()
    .join(' ')
}

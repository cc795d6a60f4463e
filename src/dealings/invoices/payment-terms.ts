import { addDays, type Day } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type BasisPoints, type Cents, splitBy } from '../money.ts'

/** One part of a sum and how many days after the invoice it is due. */
export interface Share {
  share: BasisPoints
  days: number
}

export interface Instalment {
  dueOn: Day
  cents: Cents
}

/** Terms as they came: one part or several, in the order of their days, that make the whole. Refuses others at `terms`. */
export function termsOf(typed: unknown): Share[] {
  const refused = new Refusal('VALUE_NOT_VALID', 422, { field: 'terms' })
  if (!Array.isArray(typed) || typed.length === 0 || typed.length > 36) throw refused
  const terms = typed.map((one: Partial<Share>) => ({ share: Number(one?.share), days: Number(one?.days) }))
  const inOrder = terms.every(({ days }, n) => n === 0 || (terms[n - 1] as Share).days < days)
  const whole = (value: number, low: number, high: number) =>
    Number.isSafeInteger(value) && value >= low && value <= high
  if (!inOrder || !terms.every(({ share, days }) => whole(share, 1, 10_000) && whole(days, 0, 3650))) throw refused
  if (terms.reduce((all, { share }) => all + share, 0) !== 10_000)
    throw new Refusal('INSTALMENTS_NOT_WHOLE', 422, { field: 'terms' })
  return terms
}

/** What is due when, of a sum on an invoice of this day. */
export function instalmentsOf(sum: Cents, issuedOn: Day, terms: readonly Share[]): Instalment[] {
  const parts = splitBy(
    sum,
    terms.map(({ share }) => share),
  )
  return terms.map(({ days }, n) => ({ dueOn: addDays(issuedOn, days), cents: parts[n] as number }))
}

/** What is open of each instalment: payments and credits go to the earliest first. */
export function openInstalments(instalments: readonly Instalment[], open: Cents): Instalment[] {
  let left = open
  return instalments
    .toReversed()
    .map(({ dueOn, cents }) => {
      const part = Math.max(0, Math.min(cents, left))
      left -= part
      return { dueOn, cents: part }
    })
    .filter(({ cents }) => cents > 0)
    .toReversed()
}

/** Of what was agreed to be paid by a day, how much is not: payments go to the earliest instalment first. */
export function overdueOf(instalments: readonly Instalment[], open: Cents, today: Day): Cents {
  const notYet = instalments.filter(({ dueOn }) => dueOn >= today).reduce((all, { cents }) => all + cents, 0)
  return Math.max(0, open - notYet)
}

/** By when the oldest of what was late on a day was to be paid: of what is late, the payments have covered the earliest instalments. */
export function dueOfLate(instalments: readonly Instalment[], late: Cents, on: Day): Day | null {
  let left = late
  const due = instalments.filter(({ dueOn }) => dueOn < on).toReversed()
  for (const { dueOn, cents } of due) {
    left -= cents
    if (left <= 0) return dueOn
  }
  return due.at(-1)?.dueOn ?? null
}

/** The day from which something is late, or null: the first instalment that the payments so far do not cover. */
export function lateSince(instalments: readonly Instalment[], open: Cents): Day | null {
  let paid = instalments.reduce((all, { cents }) => all + cents, 0) - open
  for (const { dueOn, cents } of instalments) {
    paid -= cents
    if (paid < 0) return dueOn
  }
  return null
}

import { referenceIn } from '../invoices/reference-number.ts'
import type { Cents } from '../money.ts'
import type { Entry, PaymentFile } from './entry.ts'

/** A payment that one of the bank's files brought before, and how each file that told of it did. */
export interface Taken {
  id: string
  account: string
  bookedOn: string
  reference: string | null
  amountCents: Cents
  archiveCode: string | null
  told: { format: PaymentFile['format']; digest: string }[]
}

/**
 * Which of the payments taken before each row of a file is, or null where it is a new one. The same row is known by its digest; one in
 * another format by its archive code, else by account, day of booking, reference and sum, as many times as they are there.
 */
export function sameAs<T extends Taken>(
  { format, entries, digests }: PaymentFile & { digests: readonly string[] },
  taken: readonly T[],
): (T | null)[] {
  const same: (T | null)[] = entries.map(() => null)
  const left = new Map<string, Set<T>>()
  for (const one of taken) left.set(traits(one), (left.get(traits(one)) ?? new Set()).add(one))
  const pair = (isSame: (entry: Entry, one: T, digest: string) => boolean) => {
    for (const [n, entry] of entries.entries()) {
      const alike = left.get(traits(entry))
      if (same[n] || !alike) continue
      const found = [...alike].find((one) => isSame(entry, one, digests[n] as string))
      if (!found) continue
      same[n] = found
      alike.delete(found)
    }
  }
  pair((_, { told }, digest) => told.some((one) => one.digest === digest))
  pair((entry, one) => isSameCode(entry.archiveCode, one.archiveCode) === true)
  // A file tells of a payment once: what this format has told already is another one.
  pair(
    (entry, one) =>
      one.told.every((before) => before.format !== format) && isSameCode(entry.archiveCode, one.archiveCode) !== false,
  )
  return same
}

function traits({ account, bookedOn, reference, amountCents }: Omit<Taken, 'id' | 'archiveCode' | 'told'>): string {
  const written = reference?.replace(/\s/g, '').replace(/^0+/, '') ?? ''
  // A reference payment list writes the account as machines did before IBAN: its last fourteen digits.
  const digits = account.replace(/\s/g, '').replace(/^FI\d\d(?=\d{14}$)/i, '')
  return JSON.stringify([digits, bookedOn, referenceIn(written) ?? written, amountCents])
}

// Banks shorten the code from its front in the narrower format; codes of different lengths that do not end alike tell nothing.
function isSameCode(one: string | null, other: string | null): boolean | null {
  const [short = '', long = ''] = [one, other]
    .map((code) => code?.replace(/\s/g, '').toUpperCase() ?? '')
    .sort((a, b) => a.length - b.length)
  if (short === '') return null
  if (short === long || (short.length >= 12 && long.endsWith(short))) return true
  return short.length === long.length ? false : null
}

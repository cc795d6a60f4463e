import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { referenceIn } from '../invoices/reference-number.ts'
import type { Cents } from '../money.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { chargesLeft } from './allocating.ts'
import { digestsOf, type Entry, type PaymentFile } from './entry.ts'
import { sameAs, type Taken } from './same-payment.ts'
import { type Part, spread } from './spread.ts'

/** What becomes of an entry: it pays an invoice in full or in part, pays more than is owed, is nobody's yet, or was taken before. */
export type Outcome = 'full' | 'part' | 'over' | 'unmatched' | 'known'

export interface PlannedEntry extends Entry {
  /** Its turn in the file, from 0. */
  n: number
  digest: string
  outcome: Outcome
  invoice: { id: string; number: string; name: string; organisationId: string | null; personId: string | null } | null
  parts: Part[]
  /** The payment that a file brought before, where this row is the same. */
  before: Before | null
}

/** A payment that was taken before, and the file that brought it. */
export interface Before {
  id: string
  format: PaymentFile['format']
  takenAt: Date
}

interface Match {
  id: string
  number: string
  name: string
  organisationId: string | null
  personId: string | null
  reference: string
  open: Cents
  paid: Cents
  charges: Cents
}

/**
 * How the entries of a file would be allocated, in their order; nothing is written. The trial and the taking of a file share it. `another`
 * holds the turns of those of which a person says that they are payments of their own, however alike one is that was taken before.
 */
export async function planOfFile(
  reach: Look<DealingsReach> | Act<DealingsReach>,
  groupCompany: string,
  { format, entries }: PaymentFile,
  another: readonly number[] = [],
): Promise<PlannedEntry[]> {
  const digests = digestsOf(entries)
  const same = sameAs({ format, entries, digests }, await takenBefore(reach, groupCompany, { entries, digests }))
  const references = entries.map(({ reference }) => (reference ? referenceIn(reference) : null))
  const open = await matches(reach, groupCompany, [...new Set(references.filter((one) => one !== null))])

  return entries.map((entry, n) => {
    const digest = digests[n] as string
    const plain = { ...entry, n, digest, invoice: null, parts: [], before: null }
    const before = same[n]
    if (before && !another.includes(n)) return { ...plain, before, outcome: 'known' }
    const match = open.get(references[n] ?? '')
    if (!match) return { ...plain, outcome: 'unmatched' }
    const parts = spread(entry.amountCents, match)
    for (const { bears, cents } of parts) {
      match[bears === 'charge' ? 'charges' : 'open'] -= cents
      if (bears === 'payment') match.paid += cents
    }
    const { id, number, name, organisationId, personId } = match
    const left = entry.amountCents - parts.reduce((all, { cents }) => all + cents, 0)
    const outcome = left !== 0 ? 'over' : match.open > 0 ? 'part' : 'full'
    return { ...plain, outcome, parts, invoice: { id, number, name, organisationId, personId } }
  })
}

function takenBefore(
  reach: Look<DealingsReach> | Act<DealingsReach>,
  groupCompany: string,
  { entries, digests }: { entries: readonly Entry[]; digests: readonly string[] },
) {
  const days = [...new Set(entries.map(({ bookedOn }) => bookedOn))]
  return rowsOf<Taken & Before>(
    reach,
    sql<
      Taken & Before
    >`select payment.id, account, coalesce(booked_on, paid_on) as "bookedOn", reference, amount_cents as "amountCents",
        archive_code as "archiveCode", file.format, file.taken_at as "takenAt",
        jsonb_build_object('format', file.format, 'digest', payment.digest) || coalesce((
          select jsonb_agg(jsonb_build_object('format', later.format, 'digest', again.digest)) from register.payment_again again
          join register.payment_file later on later.id = again.file_id where again.payment_id = payment.id), '[]') as told
      from register.payment join register.payment_file file on file.id = payment.file_id
      where payment.group_company = ${groupCompany}
        and (coalesce(booked_on, paid_on) = any(${days}::date[]) or payment.digest = any(${[...digests]}::text[]))
      order by payment.id`,
  )
}

async function matches(
  reach: Look<DealingsReach> | Act<DealingsReach>,
  groupCompany: string,
  references: readonly string[],
) {
  const rows = await rowsOf<Match>(
    reach,
    sql<Match>`select id, number, debtor_name as name, organisation_id as "organisationId", person_id as "personId", reference,
        open_cents as open, paid_cents as paid, ${chargesLeft} as charges
      from register.invoice where group_company = ${groupCompany} and reference = any(${[...references]}::text[]) and kind = 'invoice'`,
  )
  return new Map(rows.map((row) => [row.reference, { ...row, charges: Number(row.charges) }]))
}

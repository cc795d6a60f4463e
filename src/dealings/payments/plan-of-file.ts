import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { referenceIn } from '../invoices/reference-number.ts'
import type { Cents } from '../money.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { chargesLeft } from './allocating.ts'
import { digestsOf, type Entry, type PaymentFile } from './entry.ts'
import { type Part, spread } from './spread.ts'

/** What becomes of an entry: it pays an invoice in full or in part, pays more than is owed, is nobody's yet, or was taken before. */
export type Outcome = 'full' | 'part' | 'over' | 'unmatched' | 'known'

export interface PlannedEntry extends Entry {
  digest: string
  outcome: Outcome
  invoice: { id: string; number: string; name: string; organisationId: string | null; personId: string | null } | null
  parts: Part[]
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

/** How the entries of a file would be allocated, in their order; nothing is written. The trial and the taking of a file share it. */
export async function planOfFile(
  reach: Look<DealingsReach> | Act<DealingsReach>,
  groupCompany: string,
  { entries }: PaymentFile,
): Promise<PlannedEntry[]> {
  const digests = digestsOf(entries)
  const known = new Set(
    (
      await rowsOf<{ digest: string }>(
        reach,
        sql`select digest from register.payment where group_company = ${groupCompany} and digest = any(${digests}::text[])`,
      )
    ).map(({ digest }) => digest),
  )
  const references = entries.map(({ reference }) => (reference ? referenceIn(reference) : null))
  const open = await matches(reach, groupCompany, [...new Set(references.filter((one) => one !== null))])

  return entries.map((entry, n) => {
    const digest = digests[n] as string
    const plain = { ...entry, digest, invoice: null, parts: [] }
    if (known.has(digest)) return { ...plain, outcome: 'known' }
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

import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { chargesLeft } from './allocating.ts'
import { type Candidate, type Likely, likeliest, nearReferences, type Unknown, wordsOf } from './likeliest.ts'

const columns = sql`id, number, debtor_name as name, reference, organisation_id as "organisationId", person_id as "personId",
  open_cents as open, paid_cents as paid, ${chargesLeft} as charges`
const isOpen = sql`kind = 'invoice' and status in ('open', 'collection') and open_cents > 0`

/** The likeliest open invoice of each of these payments; each way to it goes by an index of its own. */
export async function suggestionsFor(
  look: Look<DealingsReach>,
  { groupCompany, payments }: { groupCompany: string; payments: readonly Unknown[] },
) {
  if (payments.length === 0) return new Map<string, Likely>()
  const values = <T>(of: (payment: Unknown) => T | null) => [...new Set(payments.flatMap((one) => of(one) ?? []))]
  const numbers = payments.flatMap(wordsOf)
  const references = [...numbers, ...payments.flatMap(({ reference }) => (reference ? nearReferences(reference) : []))]
  const found = await rowsOf<Candidate & { personId: string | null }>(
    look,
    sql<Candidate>`select ${columns} from register.invoice where group_company = ${groupCompany} and ${isOpen} and id in (
        select id from register.invoice where reference = any(${[...new Set(references)]}::text[])
        union select id from register.invoice where group_company = ${groupCompany} and origin in ('own', 'entered')
          and number = any(${[...new Set(numbers)]}::text[])
        union select id from register.invoice where organisation_id = any(${values((one) => one.organisationId)}::uuid[]) and ${isOpen}
        union select id from register.invoice where person_id = any(${values((one) => one.personId)}::uuid[]) and ${isOpen}
        union select id from register.invoice where group_company = ${groupCompany} and status in ('open', 'collection')
          and open_cents = any(${values((one) => one.leftCents)}::bigint[])
        union select id from register.invoice where group_company = ${groupCompany} and status in ('open', 'collection')
          and lower(debtor_name) = any(${values((one) => one.payerName?.toLowerCase() ?? null)}::text[]))
      order by due_on, id limit 2000`,
  )
  return likeliest(
    payments,
    found.map((one) => ({ ...one, charges: Number(one.charges) })),
  )
}

import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { type InForce, seesOf } from './in-force.ts'
import { rowsOf } from './pieces.ts'
import type { RegisterTables } from './tables.ts'

interface AgreedTerms {
  terms: string
  /** Whom they are about: a person, or the sole trader behind a company (S5.2). */
  personId: string | null
}

/** S5.9: the terms of payment agreed with a company or a person, as written down; null where there are none or this duty may not read them. */
export async function agreedTermsOf(
  reach: Act<RegisterTables> | Look<RegisterTables>,
  inForce: InForce,
  whose: { organisationId?: string | null; personId?: string | null; groupCompany: string },
): Promise<AgreedTerms | null> {
  if (!seesOf(inForce, reach)('com.paymentTerms')) return null
  const { organisationId, personId, groupCompany } = whose
  const theirs = organisationId
    ? sql`tie.organisation_id = ${organisationId}::uuid`
    : sql`tie.person_id = ${personId ?? null}::uuid`
  const [held] = await rowsOf<AgreedTerms>(
    reach.db,
    sql<AgreedTerms>`select tie.payment_terms as terms, coalesce(tie.person_id,
        (select firm.person_id from register.organisation firm where firm.id = tie.organisation_id)) as "personId"
      from register.relationship tie
      where ${theirs} and tie.group_company = ${groupCompany} and tie.closed_at is null and tie.payment_terms is not null`,
  )
  return held ?? null
}

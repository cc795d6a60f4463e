import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { Language } from '#platform/language'
import { type InForce, seesField } from './may-write.ts'
import type { MarketingReach } from './reach.ts'
import { rowsOf } from './rows.ts'
import type { Rules } from './rules.ts'

/** What a campaign can be made of: the statement's channels, topics and grounds, and the job roles and products that are known. */
export async function marketingRules(
  look: Look<MarketingReach>,
  { inForce, rules, language }: { inForce: InForce; rules: Rules; language: Language },
) {
  const purpose = inForce.policy.purposes.get(rules.purpose)
  const roles = seesField(inForce, look, 'person.jobRole')
    ? await rowsOf<{ said: string }>(
        look.db,
        sql<{ said: string }>`
          select min(btrim(job_role)) as said from register.affiliation where left_on is null and btrim(job_role) <> ''
          group by lower(btrim(job_role)) order by count(*) desc, 1 limit 200`,
      )
    : []
  const groups = seesField(inForce, look, 'sys.consent')
    ? await rowsOf<{ said: string }>(
        look.db,
        sql<{ said: string }>`select distinct product_group as said from register.fact_of_sale order by 1 limit 200`,
      )
    : []
  look.saw([], [])
  return {
    channels: rules.channels,
    topics: (purpose?.topics ?? []).map(({ id, label }) => ({ id, label: label[language] })),
    groupCompanies: inForce.policy.groupCompanies.map(({ id, name }) => ({ id, name })),
    jobRoles: roles.map(({ said }) => said),
    productGroups: groups.map(({ said }) => said),
    grounds: rules.grounds.map(({ channel, recipient, require, law }) => ({
      channel,
      recipient,
      require,
      law: law ?? null,
    })),
  }
}

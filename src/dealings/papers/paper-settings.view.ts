import type { Look } from '#ledger'
import { groupCompanyOf, type InForce, refuseUnlessSees } from '#register'
import type { Statement } from '#statement'
import { allowedOf } from '../deal-seen.ts'
import type { DealingsReach } from '../reach.ts'
import type { Logo } from './paper.ts'
import { sellerOf } from './seller.view.ts'

export const paperReaders = ['com.quotes', 'com.orders', 'com.delivery', 'com.invoicing']

/** What stands on a group company's papers, and whether this duty may change it. */
export async function paperSettingOf(
  look: Look<DealingsReach>,
  inForce: InForce,
  { statement, groupCompany: asked }: { statement: Statement; groupCompany?: string },
) {
  refuseUnlessSees(inForce, look, paperReaders)
  look.saw([], [])
  const groupCompany = groupCompanyOf(inForce.policy, asked)
  const row = await look.db
    .selectFrom('register.paper_setting')
    .select(['words', 'logo_type', 'revision'])
    .where('group_company', '=', groupCompany)
    .executeTakeFirst()
  const { seller } = await sellerOf(look, statement, { groupCompany, kind: 'invoice', language: 'fi' })
  const { logo: _, ...shown } = seller
  return {
    ...{ groupCompany, groupCompanies: inForce.policy.groupCompanies, seller: shown },
    ...{ words: row?.words ?? {}, logo: row?.logo_type ?? null, revision: row?.revision ?? 0 },
    mayChange: allowedOf(inForce, look)('com.invoicing', 'write'),
  }
}

/** The logo of a group company; null where it has none. */
export async function logoSeen(look: Look<DealingsReach>, inForce: InForce, asked?: string): Promise<Logo | null> {
  refuseUnlessSees(inForce, look, paperReaders)
  look.saw([], [])
  const row = await look.db
    .selectFrom('register.paper_setting')
    .select(['logo', 'logo_type'])
    .where('group_company', '=', groupCompanyOf(inForce.policy, asked))
    .executeTakeFirst()
  return row?.logo && row.logo_type ? { bytes: row.logo, type: row.logo_type } : null
}

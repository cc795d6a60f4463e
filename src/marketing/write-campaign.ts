import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import type { Audience } from './audience.ts'
import { after } from './campaign.ts'
import type { Content } from './content.ts'
import { undeclared, type Wish } from './gate.ts'
import { type InForce, refuseUnlessWrites } from './may-write.ts'
import type { MarketingReach } from './reach.ts'
import type { Rules } from './rules.ts'

export interface CampaignParts {
  name: string
  channel: string
  topics: readonly string[]
  groupCompany?: string
  jobRoles?: readonly string[]
  productGroups?: readonly string[]
  audience?: Audience
  content?: Content
}

/** Begins a campaign. S4.11, S4.12: what the statement does not name cannot even be drafted. */
export async function createCampaign(
  act: Act<MarketingReach>,
  inForce: InForce,
  rules: Rules | null,
  parts: CampaignParts,
): Promise<string> {
  refuseUnlessWrites(inForce, act)
  const id = newId(act.at.getTime())
  const row = rowOf(parts, rules)
  const stamps = { created_by: act.by, created_at: act.at, changed_at: act.at, statement_version: Number(act.under) }
  await act.db
    .insertInto('register.campaign')
    .values({ id, ...row, ...stamps, state: 'draft', tested_at: null, queued_at: null, ended_at: null })
    .execute()
  await act.record({ what: 'campaign.created', about: id, detail: { channel: parts.channel, topics: parts.topics } })
  return id
}

/** Changes what is still a draft; what was tested is a draft again, so that nothing goes that nobody has seen. */
export async function changeCampaign(
  act: Act<MarketingReach>,
  inForce: InForce,
  rules: Rules | null,
  { id, revision, parts }: { id: string; revision: number; parts: Partial<CampaignParts> },
) {
  refuseUnlessWrites(inForce, act)
  const held = await act.db
    .selectFrom('register.campaign')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (held.revision !== revision) throw new Refusal('EDITED_MEANWHILE', 412, { revision: held.revision })
  const state = after('change', held.state)
  if (!state) throw new Refusal('CAMPAIGN_STATE', 409, { state: held.state })
  const before: CampaignParts = {
    ...{
      name: held.name,
      channel: held.channel,
      topics: held.topics,
      groupCompany: held.group_company,
      jobRoles: held.job_roles,
    },
    ...{ productGroups: held.product_groups, audience: held.audience, content: held.content },
  }
  const row = {
    ...rowOf({ ...before, ...parts }, rules),
    state,
    tested_at: null,
    changed_at: act.at,
    revision: revision + 1,
  }
  await act.db.updateTable('register.campaign').set(row).where('id', '=', id).execute()
  await act.record({ what: 'campaign.changed', about: id, detail: { parts: Object.keys(parts) } })
}

function rowOf(parts: CampaignParts, rules: Rules | null) {
  const name = parts.name.trim()
  if (name === '') throw new Refusal('VALUE_REQUIRED', 422, { field: 'name' })
  const wish = wishOf(parts, rules)
  const verdict = undeclared(wish, rules)
  if (verdict) {
    const topic = wish.topics.find((one) => !rules?.topics.includes(one)) ?? ''
    const said =
      verdict.code === 'TOPIC_NOT_DECLARED'
        ? { topic }
        : verdict.code === 'CHANNEL_NOT_DECLARED'
          ? { channel: wish.channel }
          : {}
    throw new Refusal(verdict.code ?? 'CHANNEL_NOT_DECLARED', 422, { clause: verdict.clause ?? 'S4.10', ...said })
  }
  return {
    ...{
      name,
      channel: wish.channel,
      topics: [...wish.topics],
      group_company: wish.company,
      job_roles: [...wish.jobRoles],
    },
    ...{
      product_groups: [...wish.productGroups],
      audience: JSON.stringify(parts.audience ?? {}),
      content: JSON.stringify(parts.content ?? {}),
    },
  }
}

/** What a campaign of these parts would ask of the gate. */
export function wishOf(parts: CampaignParts, rules: Rules | null): Wish {
  const { channel, topics, groupCompany, jobRoles = [], productGroups = [], audience = {} } = parts
  return {
    ...{ channel, topics: [...new Set(topics)], company: groupCompany ?? rules?.companies[0] ?? '' },
    jobRoles: [...new Set(jobRoles.map((role) => role.trim().toLowerCase()))],
    productGroups: [...productGroups],
    profiled: 'jobRoles' in audience || 'postcode' in audience,
  }
}

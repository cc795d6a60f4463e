import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type InForce, refuseUnlessSees, type SaidParty, saidOfDeal } from '#register'
import { may } from '#statement'
import { chainOf } from '../chain.view.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { type CardSeen, cardColumns, peopleOf, stageColumns } from './pieces.ts'

export interface OpportunitySeen extends CardSeen {
  /** As somebody has said of this one; null: as its stage says. */
  probabilitySaid: number | null
  lostNote: string | null
  enquiry: string | null
  enteredAt: string
  stages: unknown[]
  /** S5.1: what this duty may read of the fields that the statement added to opportunities. */
  values: Record<string, string | number | boolean>
}

const more = sql`opportunity.probability as "probabilitySaid", opportunity.lost_note as "lostNote", opportunity.enquiry_id as enquiry,
  opportunity.entered_at as "enteredAt",
  (select json_agg(one order by one.position) from
    (select ${stageColumns}, stage.position from register.pipeline_stage stage where stage.pipeline_id = opportunity.pipeline_id) one) as stages`

/** One opportunity, with the stages of its pipeline and what came before and after it. Null where the duty does not see it, or it is in the bin. */
export async function opportunityOf(look: Look<DealingsReach>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, ['com.quotes'])
  const [row] = await rowsOf<OpportunitySeen>(
    look,
    sql`select ${cardColumns(inForce, look)}, ${more}, ${saidOfDeal(inForce, look, 'opportunity', sql`opportunity.id`)} as "values"
      from register.opportunity
      join register.pipeline_stage stage on stage.id = opportunity.stage_id
      where opportunity.id = ${id}::uuid and opportunity.binned_at is null`,
  )
  const people = row ? peopleOf([row]) : []
  look.saw(people, people.length > 0 ? ['com.quotes', 'person.name', ...Object.keys(row?.values ?? {})] : [])
  if (!row) return null
  const chain = await chainOf(look, inForce, { opportunity: id, enquiry: row.enquiry })
  return { ...row, chain, mayWrite: may(inForce.policy, look.duty, look.purpose, 'com.quotes', 'write').allowed }
}

/** The opportunities of a company or a person, the open ones first. Null where the duty does not read them. */
export async function opportunitiesWith(look: Look<DealingsReach>, inForce: InForce, party: SaidParty) {
  const allowed = (deed: 'read' | 'write') => may(inForce.policy, look.duty, look.purpose, 'com.quotes', deed).allowed
  if (!allowed('read')) {
    look.saw([], [])
    return null
  }
  const theirs = party.organisationId
    ? sql`opportunity.organisation_id = ${party.organisationId}::uuid`
    : sql`(opportunity.person_id = ${party.personId}::uuid or opportunity.contact_person_id = ${party.personId}::uuid)`
  const items = await rowsOf<CardSeen>(
    look,
    sql`select ${cardColumns(inForce, look)},
        json_build_object('fi', stage.name_fi, 'sv', stage.name_sv, 'en', stage.name_en) as "stageNames"
      from register.opportunity join register.pipeline_stage stage on stage.id = opportunity.stage_id
      where ${theirs} and opportunity.binned_at is null
      order by opportunity.closed_on desc nulls first, opportunity.expected_close nulls last, opportunity.id desc limit 100`,
  )
  const people = peopleOf(items)
  look.saw(people, people.length > 0 ? ['com.quotes', 'person.name'] : [])
  return { items, mayAdd: allowed('write') }
}

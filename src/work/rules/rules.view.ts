import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { WorkTrigger } from '#lists'
import { type InForce, refuseUnlessSees, verdictOn } from '#register'
import { namesOfStaff } from '../colleagues.view.ts'
import { workField } from '../party-of-work.ts'
import { rowsOf } from '../rows.ts'
import type { WorkReach } from '../tables.ts'
import type { RuleAsked, RuleDeed, RuleWish } from './rule.ts'

interface Row {
  id: string
  name: string
  duty: string
  madeBy: string
  starts: string
  asked: RuleAsked
  does: RuleDeed
  wish: RuleWish
  pausedAt: Date | null
  latest: { at: string; outcome: string; subject: string }[]
}

/** Every when–then rule with what it did last, and what this duty may start one upon. */
export async function rulesListed(look: Look<WorkReach>, inForce: InForce, triggers: readonly WorkTrigger[]) {
  refuseUnlessSees(inForce, look, [workField])
  look.saw([], [])
  const rows = await rowsOf<Row>(
    look,
    sql<Row>`select id, name, duty, made_by as "madeBy", starts, asked, does, wish, paused_at as "pausedAt",
      coalesce((select json_agg(json_build_object('at', at, 'outcome', outcome, 'subject', subject_id) order by at desc, id desc)
        from (select * from register.work_rule_run run where run.rule_id = work_rule.id order by at desc, id desc limit 10) latest), '[]') as latest
      from register.work_rule order by made_at, id`,
  )
  const staff = await namesOfStaff(
    look,
    rows.flatMap(({ madeBy, wish }) => [madeBy, ...wish.to]),
  )
  const allowed = (field: string, deed: 'read' | 'write') => verdictOn(inForce, look, field, deed).allowed
  return {
    mayAdd: allowed(workField, 'write'),
    triggers: triggers
      .filter(({ field }) => allowed(field, 'read'))
      .map(({ name, subject, asks = [], assign, field }) => ({
        ...{ name, subject, asks, mayAssign: Boolean(assign) && allowed(field, 'write') },
      })),
    items: rows.map((row) => ({
      ...row,
      madeByName: staff.get(row.madeBy) ?? null,
      toNames: row.wish.to.map((id) => staff.get(id) ?? null),
      isOwn: row.madeBy === look.by,
    })),
  }
}

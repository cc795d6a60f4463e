import type { Act } from '#ledger'
import { intoBin, type WorkTrigger } from '#lists'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { type InForce, type RegisterTables, refuseIdentityCodes, refuseUnlessWriter, verdictOn } from '#register'
import { refuseStrangers, workField } from '../party-of-work.ts'
import type { WorkReach } from '../tables.ts'
import { workBin } from '../work-bin.ts'
import { faultOfRule, type RuleParts } from './rule.ts'

export interface NewRule extends RuleParts {
  name: string
}

const nobody = { organisationId: null, personId: null }

/** Makes a when–then rule under the maker's duty, for what happens from now on. Refuses what that duty may not do itself. */
export async function makeRule(
  act: Act<WorkReach>,
  inForce: InForce,
  { triggers, rule }: { triggers: readonly WorkTrigger[]; rule: NewRule },
): Promise<string> {
  await refuseImpossible(act, inForce, { triggers, rule })
  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.work_rule')
    .values({
      ...{ id, ...columnsOf(rule), duty: act.duty, made_by: act.by, made_at: act.at },
      ...{ since: act.at, paused_at: null },
    })
    .execute()
  await act.record({ what: 'rule.made', about: id, detail: { starts: rule.starts, does: rule.does } })
  return id
}

/** Changes one's own rule; what it has met already it does not meet again. */
export async function changeRule(
  act: Act<WorkReach>,
  inForce: InForce,
  { id, triggers, rule }: { id: string; triggers: readonly WorkTrigger[]; rule: NewRule },
) {
  const held = await ownRule(act, inForce, id)
  await refuseImpossible(act, inForce, { triggers, rule })
  await act.db
    .updateTable('register.work_rule')
    .set({ ...columnsOf(rule), duty: act.duty, revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'rule.changed', about: id, detail: { starts: rule.starts, does: rule.does } })
}

/** Rests a rule, or lets it go on from now: what happened meanwhile starts nothing. */
export async function pauseRule(
  act: Act<WorkReach>,
  inForce: InForce,
  { id, paused }: { id: string; paused: boolean },
) {
  const held = await ownRule(act, inForce, id)
  await act.db
    .updateTable('register.work_rule')
    .set({ paused_at: paused ? act.at : null, ...(paused ? {} : { since: act.at }), revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: paused ? 'rule.paused' : 'rule.resumed', about: id })
}

/** Puts one's own rule into the bin: it starts nothing there. */
export async function deleteRule(act: Act<WorkReach>, inForce: InForce, id: string) {
  await ownRule(act, inForce, id)
  await intoBin(act, workBin.rule, id)
}

function columnsOf({ name, starts, asked, does, wish }: NewRule) {
  return { name: name.trim(), starts, does, asked: JSON.stringify(asked), wish: JSON.stringify(wish) }
}

async function refuseImpossible(
  act: Act<WorkReach>,
  inForce: InForce,
  { triggers, rule }: { triggers: readonly WorkTrigger[]; rule: NewRule },
) {
  refuseIdentityCodes({ name: rule.name, title: rule.wish.title })
  if (!rule.name.trim()) throw new Refusal('VALUE_REQUIRED', 422, { field: 'name' })
  const field = faultOfRule(rule, triggers)
  if (field) throw new Refusal('RULE_NOT_POSSIBLE', 422, { field })
  const { field: read = workField } = triggers.find(({ name }) => name === rule.starts) ?? {}
  for (const [needed, deed] of [
    [read, 'read'],
    [workField, 'write'],
    ...(rule.does === 'assign' ? ([[read, 'write']] as const) : []),
  ] as const) {
    const verdict = verdictOn(inForce, act, needed, deed)
    if (!verdict.allowed)
      throw new Refusal(verdict.code, 403, {
        clause: verdict.clause,
        field: needed,
        duty: act.duty,
        purpose: act.purpose,
      })
  }
  await refuseStrangers(act, inForce, { staff: rule.wish.to, party: nobody, field: 'to' })
}

async function ownRule(act: Act<WorkReach>, inForce: InForce, id: string) {
  refuseUnlessWriter(inForce, act as unknown as Act<RegisterTables>, workField)
  const held = await act.db
    .selectFrom('register.work_rule')
    .select(['made_by', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (held.made_by !== act.by) throw new Refusal('NOT_YOUR_OWN', 403, { clause: 'S10.3' })
  return held
}

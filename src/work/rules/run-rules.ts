import { sql } from 'kysely'
import { type Act, type Look, look, type Occasion, perform } from '#ledger'
import type { WorkTrigger } from '#lists'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { type InForce, inForce } from '#register'
import { may } from '#statement'
import { notify } from '../notify.ts'
import { rowsOf } from '../rows.ts'
import type { WorkReach } from '../tables.ts'
import { addTask } from '../tasks/add-task.ts'
import { occasionOf, type WorkRegister } from '../under-duty.ts'
import type { RuleAsked, RuleDeed, RuleWish } from './rule.ts'

interface Rule {
  id: string
  duty: string
  made_by: string
  starts: string
  asked: RuleAsked
  does: RuleDeed
  wish: RuleWish
  since: Date
}

interface Met {
  id: string
  person: string | null
  organisation: string | null
  occasion: string
}

// Loop guard: a rule meets each record once an occasion, at most a hundred a round, and nothing that a rule does starts a rule.
const most = 100
const aWeek = 7 * 86_400_000

/**
 * Lets every when–then rule act on what has happened, each under its maker's duty as it is now: at the word of the deed that starts one, and
 * each minute. Two rounds at once meet each record once together. Answers how often they acted.
 */
export async function runRules(running: WorkRegister, triggers: readonly WorkTrigger[]): Promise<number> {
  if (!running.current() || running.readOnly() !== null) return 0
  const itself: Occasion = {
    ...{ by: 'register', duty: 'worker', purpose: 'customer-relationship', at: running.now() },
    under: String(running.current()?.version ?? 0),
  }
  const rules = await look(running.db, itself, (view) => rulesAtWork(view as unknown as Look<WorkReach>))
  let acted = 0
  const faults: unknown[] = []
  for (const rule of rules) acted += await actBy(rule).catch((fault) => faults.push(fault) && 0)
  if (faults.length > 0) throw faults[0] // one rule's fault holds no other up
  return acted

  async function actBy(rule: Rule): Promise<number> {
    const trigger = triggers.find(({ name }) => name === rule.starts)
    const maker = await occasionOf(running, { staff: rule.made_by, duty: rule.duty })
    const { policy } = inForce(running)
    const mayRead = trigger && maker && may(policy, rule.duty, maker.occasion.purpose, trigger.field, 'read').allowed
    if (!trigger || !maker || !mayRead) {
      await perform(running.db, itself, (act) => rest(act as unknown as Act<WorkReach>, rule.id))
      return 0
    }
    const met = await look(running.db, maker.occasion, (view) => metBy(view, rule, trigger))
    let times = 0
    for (const one of met) times += await actOn(running, maker.occasion, { rule, trigger, one })
    return times
  }
}

async function rulesAtWork({ db, saw }: Look<WorkReach>): Promise<Rule[]> {
  saw([], [])
  const rows = await db
    .selectFrom('register.work_rule')
    .select(['id', 'duty', 'made_by', 'starts', 'asked', 'does', 'wish', 'since'])
    .where('paused_at', 'is', null)
    .orderBy('made_at')
    .execute()
  return rows as unknown as Rule[]
}

// S10.3: its maker has the duty no more, or the duty reads this no more. The rule rests until somebody looks at it.
async function rest(act: Act<WorkReach>, id: string) {
  await act.db.updateTable('register.work_rule').set({ paused_at: act.at }).where('id', '=', id).execute()
  await act.record({ what: 'rule.paused', about: id })
}

async function metBy(look: Look<WorkReach>, { id, asked, since }: Rule, trigger: WorkTrigger): Promise<Met[]> {
  look.saw([], [])
  const from = new Date(Math.max(since.getTime(), look.at.getTime() - aWeek))
  const { days = 0, stage = null } = asked
  const found = trigger.rows({ since: from, at: look.at, today: dayInHelsinki(look.at), days, stage })
  return rowsOf<Met>(
    look,
    sql<Met>`select id, person, organisation, occasion from (${found}) found
      where not exists (select from register.work_rule_run met 
        where met.rule_id = ${id}::uuid and met.subject_id = found.id and met.occasion = found.occasion)
      limit ${most}`,
  )
}

interface Acting {
  rule: Rule
  trigger: WorkTrigger
  one: Met
}

async function actOn(running: WorkRegister, occasion: Occasion, acting: Acting): Promise<number> {
  const { rule, one } = acting
  try {
    return await perform(running.db, occasion, (act) => actOnce(act, inForce(running), acting))
  } catch (fault) {
    if (fault instanceof MetMeanwhile) return 0
    if (!(fault instanceof Refusal)) throw fault
    await perform(running.db, occasion, async (act) => {
      await note(act, rule.id, one, fault.code)
      await act.record({ what: 'rule.refused', about: rule.id, detail: { subject: one.id, code: fault.code } })
    })
    return 0
  }
}

async function actOnce(act: Act<WorkReach>, inForce: InForce, { rule, trigger, one }: Acting): Promise<number> {
  const { does, wish } = rule
  if (!(await note(act, rule.id, one, 'done'))) throw new MetMeanwhile()
  const subject = { kind: trigger.subject, id: one.id }
  const [to = rule.made_by] = wish.to
  if (does === 'assign') await trigger.assign?.(act as never, inForce as never, { id: one.id, to })
  if (does === 'task') {
    const dueOn = wish.dueInDays === undefined ? null : addDays(dayInHelsinki(act.at), wish.dueInDays)
    const party = one.organisation ? { organisationId: one.organisation } : one.person ? { personId: one.person } : {}
    await addTask(act, inForce, { ...party, title: wish.title ?? '', assignedTo: to, dueOn, subject })
  }
  const told = does === 'task' ? [to].filter((one) => one === act.by) : wish.to
  await notify(act, {
    to: told,
    kind: `rule-${rule.starts}`,
    organisationId: one.organisation,
    personId: one.person,
    subject,
    evenSelf: true,
  })
  await act.record({ what: 'rule.acted', about: rule.id, detail: { subject: one.id, does } })
  return 1
}

// Another round met the record first: what this one began is rolled back.
class MetMeanwhile extends Error {}

async function note(
  act: Act<WorkReach>,
  rule_id: string,
  { id, person, organisation, occasion }: Met,
  outcome: string,
) {
  const { numInsertedOrUpdatedRows } = await act.db
    .insertInto('register.work_rule_run')
    .values({
      ...{ id: newId(act.at.getTime()), rule_id, subject_id: id, organisation_id: organisation, person_id: person },
      ...{ occasion, outcome, at: act.at },
    })
    .onConflict((on) => on.columns(['rule_id', 'subject_id', 'occasion']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}

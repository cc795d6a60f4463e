import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { ContactPart } from '#lists'
import { addDays, type Day, dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { classInWords, retentionRule, ruleInWords, type Statement, startedBefore } from '#statement'
import { rowsOf } from '../rows.ts'
import { ages, day, isFree, lastDay } from './ages.ts'
import { endedBefore, inactivePeriod } from './end-relationships.ts'
import { peopleDue } from './people-due.view.ts'

interface ClassDue {
  class: string
  label: string
  rule: string
  count: number
  first: Day | null
  /** What is past its time and waits, because the use of somebody's data is restricted (Art. 18 GDPR). */
  kept: number
}

type Found = Pick<ClassDue, 'count' | 'first' | 'kept'>
const none: Found = { count: 0, first: null, kept: 0 }

/** S11.1: what the coming nights erase without anybody asking, by class; the people by name, so that a mistake is seen in time. */
export async function nextDays<T>(
  look: Look<T>,
  statement: Statement,
  { days, language, contacts }: { days: number; language: Language; contacts: readonly ContactPart[] },
) {
  const today = dayInHelsinki(look.at)
  const by = addDays(today, days)
  const wish = { statement, by, contacts, limit: 500 }
  const [going, waiting] = [await peopleDue(look, wish), await peopleDue(look, { ...wish, restricted: true })]
  const due = [...going, ...waiting]
  const names = await rowsOf<{ id: string; name: string }>(
    look,
    sql`select id, btrim(given_name || ' ' || family_name) as name from register.person where id = any(${due.map(({ id }) => id)}::uuid[])`,
  )
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  look.saw(
    due.map(({ id }) => id),
    due.length > 0 ? ['person.name'] : [],
  )

  const found = new Map<string, Found>()
  const note = (aClass: string, { count, first, kept }: Found) => {
    const before = found.get(aClass) ?? none
    const days = [before.first, first].filter((one) => one !== null).sort()
    found.set(aClass, { count: before.count + count, first: days[0] ?? null, kept: before.kept + kept })
  }
  for (const { class: aClass, until } of going) note(aClass, { count: 1, first: until, kept: 0 })
  for (const { class: aClass } of waiting) note(aClass, { ...none, kept: 1 })
  for (const age of ages) await noteRows(age)

  async function noteRows(age: (typeof ages)[number]) {
    const { class: aClass, table, start, where } = age
    const rule = retentionRule(statement, aClass)
    const until = rule && lastDay(rule, start)
    if (!until) return
    const isGoing = isFree(age)
    const [row] = await rowsOf<Found>(
      look,
      sql`select count(*) filter (where ${isGoing})::int as count, min(${until}) filter (where ${isGoing}) as first,
          count(*) filter (where not ${isGoing})::int as kept
        from ${sql.table(table)} where ${where} and ${until} < ${by}::date`,
    )
    if (row) note(aClass, row)
  }

  const classes: ClassDue[] = (statement.retention?.rules ?? []).map((rule) => ({
    class: rule.class,
    label: classInWords(rule.class, language),
    rule: ruleInWords(rule, language),
    ...(found.get(rule.class) ?? none),
  }))
  const named = ({ restrictedSince, ...one }: (typeof due)[number]) => ({ ...one, name: nameOf.get(one.id) ?? '' })
  return {
    today,
    by,
    classes,
    people: going.map(named),
    kept: waiting.map((one) => ({ ...named(one), restrictedSince: one.restrictedSince })),
    ending: await ending(look, statement, by),
    runs: await runs(look),
  }
}

/** C1: relationships that end for want of activity unless somebody says that they go on. */
async function ending<T>(look: Look<T>, statement: Statement, by: Day) {
  const period = inactivePeriod(statement)
  if (!period) return []
  return rowsOf<{ id: string; company: string | null; personId: string | null; lastActivityOn: Day }>(
    look,
    sql`select tie.id, tie.organisation_id as "companyId", firm.name as company, tie.person_id as "personId", tie.state,
        ${day('tie.last_activity_at')} as "lastActivityOn"
      from register.relationship tie left join register.organisation firm on firm.id = tie.organisation_id
      where (tie.state = 'customer' and ${day('tie.last_activity_at')} < ${startedBefore(period, by)}::date)
        or (tie.state = 'dormant' and ${day('tie.last_activity_at')} < ${endedBefore(period, by)}::date)
      order by tie.last_activity_at limit 200`,
  )
}

async function runs<T>(look: Look<T>) {
  return rowsOf(
    look,
    sql`select at, statement_version as version, counts from register.retention_run order by at desc limit 30`,
  )
}

import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { ContactPart } from '#lists'
import { addDays, type Day, dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { classInWords, retentionRule, ruleInWords, type Statement, startedBefore } from '#statement'
import { rowsOf } from '../rows.ts'
import { ages, day, lastDay } from './ages.ts'
import { endedBefore, inactivePeriod } from './end-relationships.ts'
import { peopleDue } from './people-due.view.ts'

interface ClassDue {
  class: string
  label: string
  rule: string
  count: number
  first: Day | null
}

/** S11.1: what the coming nights erase without anybody asking, by class; the people by name, so that a mistake is seen in time. */
export async function nextDays<T>(
  look: Look<T>,
  statement: Statement,
  { days, language, contacts }: { days: number; language: Language; contacts: readonly ContactPart[] },
) {
  const today = dayInHelsinki(look.at)
  const by = addDays(today, days)
  const due = await peopleDue(look, { statement, by, contacts, limit: 500 })
  const names = await rowsOf<{ id: string; name: string }>(
    look,
    sql`select id, btrim(given_name || ' ' || family_name) as name from register.person where id = any(${due.map(({ id }) => id)}::uuid[])`,
  )
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  look.saw(
    due.map(({ id }) => id),
    due.length > 0 ? ['person.name'] : [],
  )

  const found = new Map<string, { count: number; first: Day | null }>()
  const note = (aClass: string, count: number, first: Day | null) => {
    const before = found.get(aClass) ?? { count: 0, first: null }
    const days = [before.first, first].filter((one) => one !== null).sort()
    found.set(aClass, { count: before.count + count, first: days[0] ?? null })
  }
  for (const person of due) note(person.class, 1, person.until)
  for (const age of ages) await noteRows(age)

  async function noteRows({ class: aClass, table, start, where }: (typeof ages)[number]) {
    const rule = retentionRule(statement, aClass)
    const until = rule && lastDay(rule, start)
    if (!until) return
    const [row] = await rowsOf<{ count: number; first: Day | null }>(
      look,
      sql`select count(*)::int as count, min(${until}) as first from ${sql.table(table)} where ${where} and ${until} < ${by}::date`,
    )
    if (row) note(aClass, row.count, row.first)
  }

  const classes: ClassDue[] = (statement.retention?.rules ?? []).map((rule) => ({
    class: rule.class,
    label: classInWords(rule.class, language),
    rule: ruleInWords(rule, language),
    ...(found.get(rule.class) ?? { count: 0, first: null }),
  }))
  const people = due.map(({ id, class: aClass, until }) => ({ id, class: aClass, until, name: nameOf.get(id) ?? '' }))
  return { today, by, classes, people, ending: await ending(look, statement, by), runs: await runs(look) }
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

import { addDays, addMonths, type Day } from '#platform/finnish-calendar'
import type { Said } from '#platform/language'
import type { Statement } from './format.ts'
import type { RetentionRule } from './format-keeping.ts'

/** The rule of section 11 for a class of data; null where the statement has none. */
export function retentionRule(statement: Statement, aClass: string): RetentionRule | null {
  return statement.retention?.rules?.find((rule) => rule.class === aClass) ?? null
}

/** The last day that something may be kept whose time began on this day; null where an event ends it. */
export function keptUntil({ start, period }: Pick<RetentionRule, 'start' | 'period'>, from: Day): Day | null {
  if (!period) return null
  // Kirjanpitolaki 2:10 §: six years count from the end of the calendar year in which the fiscal year ended.
  return after(start === 'end-of-calendar-year-in-which-fiscal-year-ended' ? `${from.slice(0, 4)}-12-31` : from, period)
}

/** A day some time on: `P3Y`, `P6M`, `P2W`, `P35D`. */
export function after(from: Day, period: string): Day {
  const { months, days } = lengthOf(period)
  return addDays(addMonths(from, months), days)
}

/** The day from which back the time of this rule is over on this day: what began before it goes. */
export function startedBefore(period: string, today: Day): Day {
  const { months, days } = lengthOf(period)
  return addMonths(addDays(today, -days), -months)
}

function lengthOf(period: string) {
  let [months, days] = [0, 0]
  for (const [, count = '0', unit] of period.matchAll(/(\d+)([YMWD])/g)) {
    if (unit === 'Y' || unit === 'M') months += Number(count) * (unit === 'Y' ? 12 : 1)
    else days += Number(count) * (unit === 'W' ? 7 : 1)
  }
  return { months, days }
}

/** A blocker of section 12 in the words of its ground; null where the statement does not have it, and then it blocks nothing (S12.15). */
export function groundOfBlocker(statement: Statement, id: string): Said | null {
  const blocker = statement.rights?.erasure?.blockers?.find((one) => one.id === id)
  if (!blocker) return null
  const said = blocker.ground ?? ''
  return grounds[said] ?? { fi: said, sv: said, en: said }
}

/** Art. 17(3)(b): which classes a law says to keep, so that erasing waits. */
export function heldByLaw(statement: Statement, aClass: string): Said | null {
  const rule = retentionRule(statement, aClass)
  if (!rule || !bookkeeping.has(rule.start) || !groundOfBlocker(statement, 'law')) return null
  const { fi = '', sv, en } = rule.ground ?? {}
  return fi ? { fi, sv: sv ?? fi, en: en ?? fi } : groundOfBlocker(statement, 'law')
}

const bookkeeping = new Set(['end-of-calendar-year-in-which-fiscal-year-ended', 'fiscal-year-end'])

const grounds: Record<string, Said> = {
  'eu-gdpr:A17-3-b': {
    fi: 'tietosuoja-asetuksen 17 artiklan 3 kohdan b alakohta: lakisääteinen velvoite',
    sv: 'artikel 17.3 b i dataskyddsförordningen: rättslig förpliktelse',
    en: 'Art. 17(3)(b) GDPR: legal obligation',
  },
  'eu-gdpr:A17-3-e': {
    fi: 'tietosuoja-asetuksen 17 artiklan 3 kohdan e alakohta: oikeusvaateen laatiminen, esittäminen tai puolustaminen',
    sv: 'artikel 17.3 e i dataskyddsförordningen: fastställa, göra gällande eller försvara rättsliga anspråk',
    en: 'Art. 17(3)(e) GDPR: establishing, exercising or defending legal claims',
  },
  'still-necessary-A17-1-a': {
    fi: 'tieto on yhä tarpeen tarkoitukseensa (17 artiklan 1 kohdan a alakohta ei täyty)',
    sv: 'uppgiften behövs ännu för sitt ändamål (artikel 17.1 a är inte uppfylld)',
    en: 'the data are still necessary for their purpose (Art. 17(1)(a) is not met)',
  },
}

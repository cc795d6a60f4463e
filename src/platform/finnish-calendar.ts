/** A day as `YYYY-MM-DD`, without a time or a zone. */
export type Day = string

const helsinki = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short' })

/** The day it is in Helsinki at this instant. */
export function dayInHelsinki(at: Date): Day {
  const hour = Math.floor(at.getTime() / 3_600_000)
  if (hour !== lately.hour) lately = { hour, day: helsinki.format(at) }
  return lately.day
}

// Midnight in Helsinki is a full hour of UTC since 1921, and most instants asked about are of this hour: formatting takes 20 µs.
let lately: { hour: number; day: Day } = { hour: Number.NaN, day: '' }

export function addDays(day: Day, days: number): Day {
  return dayOf(utc(day) + days * 86_400_000)
}

/** The same date some months on; the last day of the month where that date is missing. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)))
}

/** The day itself, or the next that is neither a weekend nor a public holiday in Finland. */
export function workingDayFrom(day: Day): Day {
  return isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1))
}

export function isWorkingDay(day: Day): boolean {
  const weekday = new Date(utc(day)).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(day.slice(0, 4))).has(day)
}

/** Working days back from a day, the day itself not counted. */
export function workingDaysBefore(day: Day, count: number): Day {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, -1)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

const known = new Map<number, ReadonlySet<Day>>()

/** The public holidays of Finland. Eves of Christmas and Midsummer are not among them: a deadline is kept before them. */
export function holidaysOf(year: number): ReadonlySet<Day> {
  const held = known.get(year)
  if (held) return held
  const easter = easterOf(year)
  const fixed = ['01-01', '01-06', '05-01', '12-06', '12-25', '12-26'].map((date) => `${year}-${date}`)
  const moving = [-2, 0, 1, 39, 49].map((days) => addDays(easter, days))
  const holidays = new Set([...fixed, ...moving, saturdayFrom(`${year}-06-20`), saturdayFrom(`${year}-10-31`)])
  known.set(year, holidays)
  return holidays
}

function saturdayFrom(day: Day): Day {
  return new Date(utc(day)).getUTCDay() === 6 ? day : saturdayFrom(addDays(day, 1))
}

// The Gregorian computus of Meeus, Jones and Butcher.
function easterOf(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayOf(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1))
}

function utc(day: Day) {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayOf(instant: number): Day {
  return new Date(instant).toISOString().slice(0, 10)
}

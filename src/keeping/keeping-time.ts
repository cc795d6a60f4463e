import type { Running } from '#statement'

type Statement = NonNullable<ReturnType<Running<unknown>['current']>>['statement']

/** How many days the statement lets a backup live; 35 where it says nothing yet. */
export function daysOfBackups(statement: Statement | null): number {
  const rule = statement?.retention?.rules?.find((one) => one.class === 'backup')
  return daysIn(rule?.period ?? 'P35D')
}

/** The instant before which a backup may have been taken no longer. */
export function oldestAllowed(statement: Statement | null, at: Date): Date {
  return new Date(at.getTime() - daysOfBackups(statement) * 24 * 60 * 60 * 1000)
}

/** A period of ISO 8601 in days, never longer than it says: a month has 28 of them at least. */
export function daysIn(period: string): number {
  const [, years = '0', months = '0', weeks = '0', days = '0'] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(period) ?? []
  return Number(years) * 365 + Number(months) * 28 + Number(weeks) * 7 + Number(days)
}

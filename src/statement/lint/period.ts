/** Whether an ISO 8601 period lasts at least so many days, counting a month as 30 and a year as 365. */
export function lastsAtLeast(period: string, days: number): boolean {
  const [, years, months, weeks, single] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(period) ?? []
  return Number(years ?? 0) * 365 + Number(months ?? 0) * 30 + Number(weeks ?? 0) * 7 + Number(single ?? 0) >= days
}

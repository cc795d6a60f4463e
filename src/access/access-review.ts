/** A duty that somebody holds, and since when it is known to be right: granted, or confirmed in a review. */
export interface HeldDuty {
  id: string
  duty: string
  grantedAt: Date
  confirmedAt: Date | null
}

/** S10.3: the period within which each duty is to be confirmed, as ISO 8601, from the statement's own words; half a year where it has none. */
export function reviewPeriodOf(checks: readonly (string | null | undefined)[]): string {
  for (const check of checks) {
    const period = /^access-recertified-within-(P\d+[DWMY])$/.exec(check ?? '')?.[1]
    if (period) return period
  }
  return 'P6M'
}

/** The instant from which a duty counts as right. */
export function rightSince({ grantedAt, confirmedAt }: Pick<HeldDuty, 'grantedAt' | 'confirmedAt'>): Date {
  return confirmedAt && confirmedAt > grantedAt ? confirmedAt : grantedAt
}

const minute = 60_000

/** How far back failures count. */
export const memory = 60 * minute

/** How long to wait after these failures before the next try; zero when none is needed. */
export function waitAfter(failures: readonly Date[], at: Date): number {
  const counted = failures.filter((failure) => at.getTime() - failure.getTime() < memory)
  if (counted.length < 5) return 0
  const last = Math.max(...counted.map((failure) => failure.getTime()))
  const wait = Math.min(2 ** (counted.length - 5), 15) * minute
  return Math.max(0, last + wait - at.getTime())
}

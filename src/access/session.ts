const minute = 60_000
const hour = 60 * minute

// ASVS 7.3.1, 7.3.2: a screen left alone closes after two hours, and every session after a working day.
export const sessionLimits = { idle: 2 * hour, whole: 12 * hour }

export interface SessionTimes {
  openedAt: Date
  seenAt: Date
  endedAt: Date | null
}

export function isInForce({ openedAt, seenAt, endedAt }: SessionTimes, at: Date): boolean {
  return (
    endedAt === null &&
    at.getTime() - seenAt.getTime() < sessionLimits.idle &&
    at.getTime() - openedAt.getTime() < sessionLimits.whole
  )
}

/** Writing down each request would cost an update each; a minute is near enough for two hours. */
export function isWorthNoting(seenAt: Date, at: Date): boolean {
  return at.getTime() - seenAt.getTime() >= minute
}

/** What the device calls itself, shortened to what helps its owner recognise it. */
export function deviceOf(agent: string | undefined): string {
  const system = /Windows|iPhone|iPad|Android|Mac OS X|Linux/.exec(agent ?? '')?.[0] ?? ''
  const browser = /Firefox|Edg|OPR|Chrome|Safari/.exec(agent ?? '')?.[0] ?? ''
  return [browser.replace('Edg', 'Edge').replace('OPR', 'Opera'), system.replace('Mac OS X', 'macOS')]
    .filter(Boolean)
    .join(', ')
}

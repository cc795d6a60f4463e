const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short', timeStyle: 'short' })

/** `YYYY-MM-DD` and `HH:MM` as clocks in Finland show this instant. */
export function wallOf(at: Date): { day: string; time: string } {
  const [day = '', time = ''] = wall.format(at).split(' ')
  return { day, time }
}

/** The instant at which a clock in Finland shows this time of this day, whatever the browser's own zone is. */
export function instantOf(day: string, time: string): Date | null {
  const utc = new Date(`${day}T${time}:00Z`)
  if (Number.isNaN(utc.getTime())) return null
  const found = [3, 2]
    .map((hours) => new Date(utc.getTime() - hours * 3_600_000))
    .find((at) => wall.format(at) === `${day} ${time}`)
  return found ?? new Date(utc.getTime() - 2 * 3_600_000)
}

/** A day so many days on. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

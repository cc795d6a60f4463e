/** Milliseconds of this process's own work that a deed takes: on a busy machine the clock tells of everybody else's too. */
export function tookOf(deed: () => unknown): number {
  const before = process.cpuUsage()
  deed()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

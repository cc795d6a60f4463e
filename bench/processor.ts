import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds of processor that a process and its children have taken so far; 0 where the system does not say (it has no /proc). */
export function processorOf(parent: number): number {
  const each = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (timesOf(name, parent) ?? []) : []))
  return each.reduce((sum, ticks) => sum + ticks * 10, 0)
}

/** The process that started this one. */
export function parentOf(pid: number): number {
  return Number(statOf(`${pid}`)[1])
}

// Its own, and of its children that have ended.
function timesOf(name: string, parent: number) {
  const stat = statOf(name)
  const isParent = name === `${parent}`
  if (!isParent && stat[1] !== `${parent}`) return undefined
  return stat
    .slice(11, isParent ? 15 : 13)
    .map(Number)
    .reduce((sum, ticks) => sum + ticks, 0)
}

// What stands behind the name, which may hold spaces: state, parent, …, and as the 12th to 15th the processor's ticks.
function statOf(name: string): string[] {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return [] // it has ended
  }
}

import { isWords } from './differences.ts'

export type Effect = 'material' | 'narrowing' | 'editorial'

/** What a coming, a going and a change mean for the people in the register. */
export interface Effects {
  added: Effect
  removed: Effect
  changed: Effect | ((from: unknown, to: unknown) => Effect)
}

/** More of it reaches further: fields, purposes, channels, recipients, processors, transfers. */
export const widens: Effects = { added: 'material', removed: 'narrowing', changed: 'material' }
/** More of it protects: rights, safeguards, end events, forbidden data. */
export const protects: Effects = { added: 'narrowing', removed: 'material', changed: 'material' }
/** Contact details, headings, translations: what the register may do stays as it is. */
export const words: Effects = { added: 'editorial', removed: 'editorial', changed: 'editorial' }
/** Who or what it is: any change must be told. */
export const identity: Effects = { added: 'material', removed: 'material', changed: 'material' }

/** The Finnish text is authoritative: a translation alone changes nothing. */
export const statedText: Effects = {
  ...identity,
  changed: (from, to) => (isWords(from) && isWords(to) && from.fi === to.fi ? 'editorial' : 'material'),
}

/** A time during which data stay, or within which we answer: longer is weaker. Without an end it is the longest. */
export const time: Effects = {
  added: 'narrowing',
  removed: 'material',
  changed: (from, to) => (daysOf(to) < daysOf(from) ? 'narrowing' : 'material'),
}

/** The values from the narrowest to the widest; going down the list narrows. */
export function ranked(...order: readonly unknown[]): Effects {
  const rank = (value: unknown) => (order.includes(value) ? order.indexOf(value) : order.length)
  const towards = (from: unknown, to: unknown) => (rank(to) < rank(from) ? 'narrowing' : 'material')
  return { added: 'material', removed: 'material', changed: towards }
}

/** False or unsaid protects, true opens. */
export const opening: Effects = {
  added: 'material',
  removed: 'narrowing',
  changed: (_from, to) => (to === true ? 'material' : 'narrowing'),
}
/** True protects, false or unsaid opens. */
export const guarding: Effects = {
  added: 'narrowing',
  removed: 'material',
  changed: (_from, to) => (to === true ? 'narrowing' : 'material'),
}

export function effectOf(effects: Effects, kind: 'added' | 'removed' | 'changed', from: unknown, to: unknown): Effect {
  if (kind !== 'changed') return effects[kind]
  return typeof effects.changed === 'function' ? effects.changed(from, to) : effects.changed
}

// Years of 365 and months of 30.4 days order any two periods that people would compare: P12M and P1Y differ by a fraction.
function daysOf(period: unknown): number {
  const days: Record<string, number> = { Y: 365.25, M: 30.4375, W: 7, D: 1 }
  return [...String(period).matchAll(/(\d+)([YMWD])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (days[unit ?? ''] ?? 0),
    0,
  )
}

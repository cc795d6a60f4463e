import type { WorkTrigger } from '#lists'

export type RuleDeed = 'assign' | 'task' | 'notify'

/** What a rule asks of the records that start it. */
export interface RuleAsked {
  days?: number
  stage?: string
}

/** What a rule does with each. */
export interface RuleWish {
  /** Ids of staff: one for `assign` and `task`, any number for `notify`. */
  to: readonly string[]
  title?: string
  /** A task is due so many days after the rule acts. */
  dueInDays?: number
}

export interface RuleParts {
  starts: string
  asked: RuleAsked
  does: RuleDeed
  wish: RuleWish
}

/** The part of a rule that makes no sense, by its name in the form; null for a rule that can work. */
export function faultOfRule(rule: RuleParts, triggers: readonly WorkTrigger[]): string | null {
  const trigger = triggers.find(({ name }) => name === rule.starts)
  if (!trigger) return 'starts'
  const { days, stage } = rule.asked
  if (trigger.asks?.includes('days') && !(Number.isInteger(days) && days !== undefined && days >= 0 && days <= 730))
    return 'days'
  if (trigger.asks?.includes('stage') && !stage) return 'stage'
  if (rule.does === 'assign' && !trigger.assign) return 'does'
  if (rule.wish.to.length === 0 || (rule.does !== 'notify' && rule.wish.to.length > 1)) return 'to'
  if (rule.does === 'task' && !rule.wish.title?.trim()) return 'title'
  const { dueInDays } = rule.wish
  return dueInDays !== undefined && !(Number.isInteger(dueInDays) && dueInDays >= 0 && dueInDays <= 730)
    ? 'dueInDays'
    : null
}

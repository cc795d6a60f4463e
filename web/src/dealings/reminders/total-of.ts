import type { DueReminder } from './contract.ts'

/** What a reminder asks for, in cents; without interest while its rate is not known. */
export function totalOf({ late, fee, interest }: DueReminder): number {
  return late + fee + (interest ?? 0)
}

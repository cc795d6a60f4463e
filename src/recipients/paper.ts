import { addDays, type Day } from '#platform/finnish-calendar'

export type PaperState = 'open' | 'due-soon' | 'overdue' | 'destroyed'

/** S10.8: a paper that nobody destroyed by its day is overdue; a week before, it is asked for. */
export function stateOfPaper(
  { destroyBy, destroyedAt }: { destroyBy: Day; destroyedAt: Date | null },
  today: Day,
): PaperState {
  if (destroyedAt) return 'destroyed'
  if (destroyBy < today) return 'overdue'
  return destroyBy <= addDays(today, 7) ? 'due-soon' : 'open'
}

/** Nothing on paper is kept longer than this without being printed, or written down, anew. */
export const longestOnPaper = 366

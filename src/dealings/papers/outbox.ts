/** Where a paper is on its way to its customer. `unsure`: it may have left, and nobody knows. */
export const paperStates = ['queued', 'sending', 'sent', 'unsure', 'failed'] as const
export type PaperState = (typeof paperStates)[number]

/** What became of a paper that was handed to the mail server. */
export interface Ended {
  state: Exclude<PaperState, 'sending'>
  fault: string | null
  /** When it is tried again; null where it is not. */
  notBefore: Date | null
}

/** How a letter was not taken, as the way out for mail tells it; `not-made`: a fault of ours came before there was one. */
export type NotTaken = 'refused' | 'later' | 'not-begun' | 'unsure' | 'not-made'

const minute = 60_000
const mostAttempts = 8

/** A sender is dead after this long: its line to the mail server would have been given up three minutes ago. */
export const givenUpAfter = 5 * minute

/** What becomes of a letter that was not taken at this attempt: tried again after 5, 15, 45 … minutes, for some ten hours in all. */
export function endedBy(how: NotTaken, { at, attempts }: { at: Date; attempts: number }): Ended {
  if (how === 'unsure') return { state: 'unsure', fault: null, notBefore: null }
  if (how === 'refused') return { state: 'failed', fault: 'MAIL_REFUSED', notBefore: null }
  const isMade = how !== 'not-made'
  if (attempts >= mostAttempts)
    return { state: 'failed', fault: isMade ? 'MAIL_NOT_SENT' : 'PAPER_NOT_MADE', notBefore: null }
  const wait = Math.min(5 * 3 ** (attempts - 1), 240) * minute
  return { state: 'queued', fault: isMade ? 'MAIL_LATER' : 'PAPER_NOT_MADE', notBefore: new Date(at.getTime() + wait) }
}

/** S9.6: the way out is closed; the paper waits until it opens. */
export function heldBy(code: string, at: Date): Ended {
  return { state: 'queued', fault: code, notBefore: new Date(at.getTime() + 10 * minute) }
}

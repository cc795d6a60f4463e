import { Problem } from '../api.ts'
import type { Texts } from '../texts/index.tsx'

/** One sentence for a failure: the server's own when it has one. */
export function saidProblem(fault: unknown, texts: Texts) {
  if (!(fault instanceof Problem)) return texts.ui.fault
  if (fault.code === 'NO_CONNECTION') return texts.ui.noConnection
  return fault.message || texts.ui.fault
}

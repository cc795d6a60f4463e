import type { Verdict } from '../contract.ts'
import type { Texts } from '../texts/index.tsx'

/** Why not, in one sentence with its clause; null when it is allowed. Nothing said means the server did not forbid it. */
export function reasonOf(verdict: Verdict | undefined, texts: Texts): string | null {
  if (!verdict || verdict.allowed) return null
  const why = verdict.reason || texts.ui.notAllowed
  return verdict.clause && !why.includes(verdict.clause) ? `${why} (${texts.ui.clause(verdict.clause)})` : why
}

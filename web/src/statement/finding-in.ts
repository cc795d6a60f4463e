import type { Finding, OpenDraft } from './contract.ts'
import { allOf } from './open-draft.ts'
import { linesCarried } from './text-change.ts'

/** The finding in a later state of the draft: said of the same line, wherever that line stands now. */
export function findingIn({ source, findings }: OpenDraft, wanted: Finding, was: string): Finding | undefined {
  const line = wanted.line && linesCarried(was, source)(wanted.line)
  const there = allOf(findings).filter(
    (one) => one.code === wanted.code && one.clause === wanted.clause && one.line === line,
  )
  return there.find(({ path }) => path === wanted.path) ?? (there.length === 1 ? there[0] : undefined)
}

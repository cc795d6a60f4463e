import type { Finding, Findings, OpenDraft } from './contract.ts'

export function allOf({ errors, missing, warnings, notes }: Findings): Finding[] {
  return [...errors, ...missing, ...warnings, ...notes]
}

export function canBeRead({ findings }: OpenDraft) {
  return findings.problems.length === 0
}

/** A draft as it was just answered, with the last state that could be read where it cannot be read itself. */
export function remembering(before: OpenDraft | undefined, { lastRead: _, ...answer }: OpenDraft): OpenDraft {
  // The editor knows one kind of line end.
  const draft = { ...answer, source: answer.source.replace(/\r\n?/g, '\n') }
  const lastRead = before && (canBeRead(before) ? before : before.lastRead)
  return canBeRead(draft) || !lastRead ? draft : { ...draft, lastRead }
}

import type { Statement } from '#statement'

// Art. 13(3), 14(4) GDPR: data that were obtained before are not put to a new use until the person knows of it.
/** The uses of marketing that a statement has and the one before it had not: `purpose:…`, `channel:…`, `topic:…`. */
export function newUses(before: Statement, next: Statement): string[] {
  const had = new Set(usesOf(before))
  return usesOf(next).filter((use) => !had.has(use))
}

function usesOf({ purposes }: Statement): string[] {
  return purposes
    .filter(({ messageClass }) => messageClass === 'marketing')
    .flatMap(({ id, channels, topics }) => [
      `purpose:${id}`,
      ...(channels ?? []).map((channel) => `channel:${channel}`),
      ...(topics ?? []).map((topic) => `topic:${topic.id}`),
    ])
    .sort()
}

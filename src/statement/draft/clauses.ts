import type { Notebook } from './notebook.ts'
import { tidy } from './page/page.ts'

const longestClause = 6_000

/** Each clause's own prose. A sentence that makes several clauses is divided between them where each one begins. */
export function writeClauses(book: Notebook): void {
  const texts = new Map<string, { parts: Set<string>; origin: { sentence: string; start: number; end: number } }>()
  const bySentence = new Map<number, typeof book.marks>()
  for (const mark of book.marks)
    bySentence.set(mark.sentence.start, [...(bySentence.get(mark.sentence.start) ?? []), mark])
  for (const marks of [...bySentence.values()].sort(
    (a, b) => (a[0]?.sentence.start ?? 0) - (b[0]?.sentence.start ?? 0),
  )) {
    const inOrder = unique(marks).sort((a, b) => a.at - b.at)
    for (const [index, mark] of inOrder.entries()) {
      const from = index === 0 ? 0 : mark.at
      const next = inOrder.slice(index + 1).find((other) => other.at > mark.at)
      const part = tidy(mark.sentence.plain.slice(from, next?.at ?? undefined))
      const { sentence, start, end } = mark.sentence
      const entry = texts.get(mark.clause) ?? { parts: new Set<string>(), origin: { sentence, start, end } }
      if (part !== '') entry.parts.add(part)
      texts.set(mark.clause, entry)
    }
  }
  if (texts.size === 0) return
  const clauses: Record<string, { fi: string }> = {}
  for (const clause of [...texts.keys()].sort(byClause)) {
    const { parts, origin } = texts.get(clause) ?? {
      parts: new Set<string>(),
      origin: { sentence: '', start: 0, end: 0 },
    }
    const fi = [...parts].join(' ').slice(0, longestClause)
    if (fi === '') continue
    clauses[clause] = { fi }
    book.origins[`/clauses/${clause}`] = origin
  }
  book.statement.clauses = clauses
}

function unique<T extends { clause: string; at: number }>(marks: readonly T[]): T[] {
  const first = new Map<string, T>()
  for (const mark of marks)
    if (!first.has(mark.clause) || (first.get(mark.clause)?.at ?? 0) > mark.at) first.set(mark.clause, mark)
  return [...first.values()]
}

/** S2.10 after S2.9. */
export function byClause(a: string, b: string): number {
  const [sectionA = 0, numberA = 0] = a.slice(1).split('.').map(Number)
  const [sectionB = 0, numberB = 0] = b.slice(1).split('.').map(Number)
  return sectionA - sectionB || numberA - numberB
}

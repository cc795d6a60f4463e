import type { Language } from '#platform/language'
import { type Block, type Published, sectionsOf } from '#statement'

/** What the published statement says under each clause, in the reader's language. */
export function clauseTexts(published: Published, language: Language): Map<string, string> {
  const numbers = Array.from({ length: 13 }, (_, i) => String(i + 1))
  const version = {
    ...published,
    publishedAt: published.publishedAt.toISOString(),
    effectiveFrom: published.effectiveFrom.toISOString(),
  }
  const texts = new Map<string, string>()
  const say = (clauses: readonly string[], ...parts: readonly unknown[]) => {
    const text = parts.map(plain).filter(Boolean).join(': ')
    for (const clause of clauses) texts.set(clause, shortened([texts.get(clause), text].filter(Boolean).join(' · ')))
  }
  for (const { blocks } of sectionsOf(version, language, numbers, 1)) for (const block of blocks) sayBlock(block, say)
  return texts
}

function sayBlock(block: Block, say: (clauses: readonly string[], ...parts: readonly unknown[]) => void) {
  if (block.kind === 'paragraph') for (const { clauses, text } of block.said) say(clauses, text)
  if (block.kind === 'list') for (const { clauses, text } of block.items) say(clauses, text)
  if (block.kind === 'facts') for (const { clauses, term, text } of block.rows) say(clauses, term, text)
  if (block.kind === 'table') for (const { clauses, cells } of block.rows) say(clauses, ...cells)
}

function plain(text: unknown): string {
  if (typeof text === 'string') return text
  if (Array.isArray(text)) return text.map(plain).join('')
  return text && typeof text === 'object' && 'text' in text ? plain(text.text) : ''
}

function shortened(text: string) {
  return text.length <= 240 ? text : `${text.slice(0, 239).trimEnd()}…`
}

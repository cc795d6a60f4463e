import { clausesOf, type SaidIn, type Statement } from '../format.ts'
import { type Composing, ownWords } from './blocks.ts'
import type { Block, Said, Section } from './document.ts'
import { plain, type Text } from './text.ts'

/**
 * Gives every clause its one place on the page: the first that says it. A clause which no template placed stands at the
 * end of its section in the company's own words, so that no clause is lost and no anchor is given twice.
 */
export function placeClauses(sections: readonly Section[], composing: Composing): Section[] {
  const placed = new Set<string>()
  const once = (ids: readonly string[]) => ids.filter((id) => !placed.has(id) && placed.add(id))
  const composed = sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => withAnchors(block, once)),
  }))

  return composed.map((section) => {
    const rest = clausesOfStatement(composing.statement).filter((id) => sectionOf(id) === section.number)
    const unsaid = rest
      .map((id) => leftOver(id, composing, placed, textOfBlocks(section.blocks)))
      .filter((said) => said !== null)

    return unsaid.length > 0
      ? { ...section, blocks: [...section.blocks, { kind: 'paragraph' as const, said: unsaid }] }
      : section
  })
}

function leftOver(id: string, composing: Composing, placed: Set<string>, shown: string): Said | null {
  const words = ownWords(composing, id)
  const already =
    !words ||
    shown.includes(
      plain(words)
        .toLowerCase()
        .replace(/[\s.,]+$/, ''),
    )
  if (placed.has(id) && already) return null

  return { clauses: placed.has(id) ? [] : [id], text: already ? [] : words }
}

/** Every clause that the statement says something in. */
export function clausesOfStatement(statement: Statement): string[] {
  const found = new Set<string>([...Object.keys(statement.clauses ?? {}), ...(statement.textOnly ?? [])])
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit)
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'saidIn') for (const id of clausesOf(inner as SaidIn)) found.add(id)
      else if (!['clauses', 'expectedFindings', 'origins'].includes(key)) visit(inner)
    }
  }
  visit(statement)

  return [...found].sort(inOrder)
}

export function sectionOf(clause: string): string {
  return /^S(\d+)/.exec(clause)?.[1] ?? ''
}

export function inOrder(a: string, b: string): number {
  const [sa = 0, na = 0] = a.slice(1).split('.').map(Number)
  const [sb = 0, nb = 0] = b.slice(1).split('.').map(Number)
  return sa - sb || na - nb
}

function withAnchors(block: Block, once: (ids: readonly string[]) => string[]): Block {
  if (block.kind === 'paragraph')
    return { ...block, said: block.said.map((said) => ({ ...said, clauses: once(said.clauses) })) }
  if (block.kind === 'list')
    return { ...block, items: block.items.map((item) => ({ ...item, clauses: once(item.clauses) })) }
  if (block.kind === 'facts')
    return { ...block, rows: block.rows.map((row) => ({ ...row, clauses: once(row.clauses) })) }
  if (block.kind === 'table')
    return { ...block, rows: block.rows.map((row) => ({ ...row, clauses: once(row.clauses) })) }
  return block
}

function textOfBlocks(blocks: readonly Block[]): string {
  const texts = (block: Block): readonly Text[] => {
    if (block.kind === 'paragraph') return block.said.map(({ text }) => text)
    if (block.kind === 'list') return block.items.map(({ text }) => text)
    if (block.kind === 'facts') return block.rows.flatMap(({ term, text }) => [term, text])
    if (block.kind === 'table') return [block.caption, ...block.head, ...block.rows.flatMap(({ cells }) => cells)]
    return [block.text]
  }
  return blocks.flatMap(texts).map(plain).join('\n').toLowerCase()
}

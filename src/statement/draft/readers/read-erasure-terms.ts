import type { Notebook } from '../notebook.ts'
import type { Sentence } from '../page/page.ts'

interface Words {
  blockerWords: readonly [id: string, words: RegExp, test: string, ground: string][]
  blocks: RegExp
  openBlockers: RegExp
  personally: RegExp
  vagueDeadline: RegExp
}

/** What the text asks of an erasure: how soon, by whom, and what it says stands in the way. */
export function readErasureTerms(
  book: Notebook,
  sentence: Sentence,
  { blockerWords, blocks, openBlockers, personally, vagueDeadline }: Words,
): void {
  const { low, plain } = sentence
  const late = vagueDeadline.exec(low)
  if (late) {
    book.set('/rights/erasure/asWritten/deadline', plain.slice(late.index, late.index + late[0].length), sentence)
    book.said('/rights/erasure', 'S12.13', sentence)
  }
  const oneself = personally.exec(low)
  if (oneself && !/salassapito/.test(low)) {
    book.set('/rights/erasure/asWritten/requester', plain.slice(oneself.index).split(/[\s,.]/)[0] ?? 'itse', sentence)
    book.said('/rights/erasure', 'S12.14', sentence, beginning(plain, oneself.index))
  }
  const block = blocks.exec(low)
  if (!block) return
  const from = blockStart(low, block.index)
  const rest = low.slice(from)
  const found = blockerWords.flatMap(([id, words, test, ground]) => (words.test(rest) ? [{ id, test, ground }] : []))
  if (found.length === 0) return
  for (const blocker of found) book.add('/rights/erasure/blockers', blocker, sentence)
  book.set('/rights/erasure/asWritten/blockers', openBlockers.test(rest) ? 'open' : 'closed', sentence)
  book.said('/rights/erasure', 'S12.15', sentence, from)
}

function beginning(plain: string, at: number): number {
  const before = plain.slice(0, at)
  const cut = /(?:,\s+|\s)(?=rekisteröid\S+\s+(?:\S+\s+){0,2}$)/iu.exec(before)
  return cut ? cut.index + cut[0].length : at
}

function blockStart(low: string, at: number): number {
  return /^estä/.test(low.slice(at)) ? 0 : at
}

import type { Found, Like } from './found.ts'
import type { Words } from './list-definition.ts'
import { type Filter, type ListWish, most } from './list-wish.ts'
import { wordsAsked } from './search-sql.ts'
import { columnOf, type SeenList } from './seen-list.ts'
import { patternOf, testOf } from './value-test.ts'

interface Ask {
  words: Words
  like: Like
}

/** Asks the indexes of words for every word of a wish that they answer; undefined where it has none. */
export async function foundWords(seen: SeenList, { filter, q }: Pick<ListWish, 'filter' | 'q'>) {
  const asks = [...asksOf(seen, filter), ...wordsAsked(seen, q)].filter(isLongEnough)
  if (asks.length === 0) return undefined
  const answers = new Map<string, Promise<readonly string[] | undefined>>()
  for (const ask of asks) if (!answers.has(keyOf(ask))) answers.set(keyOf(ask), rowsFor(seen, ask))
  // All at once: awaited one by one, a second that fails while the first is waited for would be heard by nobody.
  const said = new Map(await Promise.all([...answers].map(async ([key, answer]) => [key, await answer] as const)))
  return { of: (words: Words, like: Like) => said.get(keyOf({ words, like })) } satisfies Found
}

async function rowsFor(seen: SeenList, { words, like }: Ask) {
  const how = words.joined ? 'contains' : like.how
  const rows = await seen.find(
    words,
    like.said.map((one) => patternOf(how, one)),
  )
  return rows.length < most.found ? [...new Set(rows)] : undefined
}

function asksOf(seen: SeenList, filter: Filter | undefined): Ask[] {
  if (!filter) return []
  if (!('column' in filter)) return ('any' in filter ? filter.any : filter.all).flatMap((part) => asksOf(seen, part))
  if (filter.is === 'empty' || filter.is === 'filled') return []
  const column = columnOf(seen, filter.column)
  const { like } = testOf(seen, column, filter)
  const { type } = column
  const words = type === 'person' || type === 'company' ? seen.references[type].words : column.words
  return words && like ? [{ words, like }] : []
}

// A trigram is three letters or digits beside each other; where a text begins, two and what is before them.
function isLongEnough({ words, like: { how, said } }: Ask): boolean {
  const run = how === 'contains' || words.joined ? /[\p{L}\p{N}]{3}/u : /^[\p{L}\p{N}]{2}/u
  return said.length > 0 && said.every((one) => run.test(one))
}

function keyOf({ words, like }: Ask): string {
  return JSON.stringify([words.index, words.row, like.how, like.said])
}

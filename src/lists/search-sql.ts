import { sql } from 'kysely'
import type { Found, Like } from './found.ts'
import type { Searched, Sql, Words } from './list-definition.ts'
import type { SeenList } from './seen-list.ts'
import { holdsWords } from './value-test.ts'

const mostWords = 6

/** The condition that every word of the search field stands somewhere in a row. */
export function searchSql(seen: SeenList, q: string | undefined, found: Found | undefined): Sql | undefined {
  const words = wordsOf(q)
  const { search } = seen.definition
  if (!search || words.length === 0) return undefined
  const places = placesOf(seen, search)
  if (places.length === 0) return sql`false`
  const also = search.also?.(words.join(' '))
  const or = (condition: Sql) => (also ? sql`(${also} or ${condition})` : condition)
  const each = words.map((word) => {
    const here = places.map(({ holds }) => holds((value) => holdsWords(value, word)))
    return sql`(${sql.join(here, sql` or `)})`
  })
  const all = or(sql`(${sql.join(each, sql` and `)})`)
  const ids = rowsWithAll(words, places, found)
  return ids ? sql`(${or(sql`${sql.ref(`${seen.row}.id`)} = any(${ids}::uuid[])`)} and ${all})` : all
}

/** What a search asks of the indexes of words. */
export function wordsAsked(seen: SeenList, q: string | undefined): { words: Words; like: Like }[] {
  const { search } = seen.definition
  if (!search) return []
  return wordsOf(q).flatMap((word) => placesOf(seen, search).map(({ words }) => ({ words, like: likeOf(word) })))
}

function wordsOf(q: string | undefined): string[] {
  const said = (q ?? '').slice(0, 200).trim().split(/\s+/).filter(Boolean)
  return said.length > mostWords ? [said.join(' ')] : said
}

// Whoever does not read a field finds nothing by it.
function placesOf(seen: SeenList, { in: places }: Searched) {
  return places.filter(({ field }) => !field || seen.sees(field))
}

/** The rows that may hold all of the words: those of every word whose places were all answered; undefined where none was. */
function rowsWithAll(words: readonly string[], places: Searched['in'], found: Found | undefined) {
  const each = words.flatMap((word) => {
    const rows = places.map((place) => found?.of(place.words, likeOf(word)))
    return rows.every((some) => some !== undefined) ? [new Set(rows.flat())] : []
  })
  const [first, ...others] = each
  return first && [...first].filter((id) => others.every((other) => other.has(id)))
}

function likeOf(word: string): Like {
  return { how: 'contains', said: [word] }
}

import type { SearchWords } from '../search-words.ts'
import type { Bucket, Filter, List, ListColumn, Operator, Wish } from './contract.ts'

/** What of a wish stands in the address, so that a link or a reload brings it back. */
export function wordsOf(wish: Wish, list: List): SearchWords {
  return {
    columns: wish.columns?.join(','),
    sort: wish.sort?.join(','),
    group: wish.group ? [wish.group.column, wish.group.by].filter(Boolean).join('~') : undefined,
    widths: wish.widths
      ? Object.entries(wish.widths)
          .map(([id, width]) => `${id}~${width}`)
          .join(',')
      : undefined,
    filter: wish.filter && isPlain(wish.filter, list) ? JSON.stringify(wish.filter) : undefined,
  }
}

export function wishOf(words: SearchWords): Wish {
  const [column, by] = (words.group ?? '').split('~')
  const filter = filterIn(words.filter)
  return {
    ...(words.columns ? { columns: words.columns.split(',') } : {}),
    ...(words.sort ? { sort: words.sort.split(',') } : {}),
    ...(column ? { group: { column, ...(by ? { by: by as Bucket } : {}) } } : {}),
    ...(filter ? { filter } : {}),
    ...(words.widths ? { widths: widthsIn(words.widths) } : {}),
  }
}

function widthsIn(word: string): Record<string, number> {
  const pairs = word.split(',').map((pair) => pair.split('~'))
  return Object.fromEntries(pairs.flatMap(([id, width]) => (id && Number(width) > 0 ? [[id, Number(width)]] : [])))
}

const typed: readonly Operator[] = ['is', 'is-not', 'contains', 'contains-not', 'starts']

/** Words that somebody typed may be a name, and a name in an address ends up in histories and logs: those stay in the tab's memory. */
export function isPlain(filter: Filter, list: Pick<List, 'columns'>): boolean {
  if (!('column' in filter)) return (filter.all ?? filter.any ?? []).every((part) => isPlain(part, list))
  const type = list.columns.find(({ id }) => id === filter.column)?.type
  const holdsWords = type === 'text' || type === 'person' || type === 'company'
  return !(holdsWords && typed.includes(filter.is))
}

export function leavesOf(filter: Filter | undefined): Extract<Filter, { column: string }>[] {
  if (!filter) return []
  return 'column' in filter ? [filter] : (filter.all ?? filter.any ?? []).flatMap(leavesOf)
}

/** Columns that a wish names and the list no longer has: the statement may have dropped their fields. */
export function missingIn(wish: Wish, list: List): string[] {
  const known = new Set(list.columns.map(({ id }: ListColumn) => id))
  const named = [
    ...(wish.columns ?? []),
    ...(wish.sort ?? []).map((sort) => sort.replace(/^-/, '')),
    ...(wish.group ? [wish.group.column] : []),
    ...leavesOf(wish.filter).map(({ column }) => column),
  ]
  return [...new Set(named.filter((id) => !known.has(id)))]
}

/** The wish without what the list no longer has. */
export function mended(wish: Wish, list: List): Wish {
  const gone = new Set(missingIn(wish, list))
  if (gone.size === 0) return wish
  const { columns, sort, group, filter, ...rest } = wish
  const kept = columns?.filter((id) => !gone.has(id))
  const order = sort?.filter((one) => !gone.has(one.replace(/^-/, '')))
  const tree = filter && pruned(filter, gone)
  return {
    ...rest,
    ...(kept?.length ? { columns: kept } : {}),
    ...(order?.length ? { sort: order } : {}),
    ...(group && !gone.has(group.column) ? { group } : {}),
    ...(tree ? { filter: tree } : {}),
  }
}

function pruned(filter: Filter, gone: ReadonlySet<string>): Filter | null {
  if ('column' in filter) return gone.has(filter.column) ? null : filter
  const parts = (filter.all ?? filter.any ?? []).flatMap((part) => pruned(part, gone) ?? [])
  return parts.length === 0 ? null : filter.any ? { any: parts } : { all: parts }
}

function filterIn(word: string | undefined): Filter | null {
  try {
    return word ? (JSON.parse(word) as Filter) : null
  } catch {
    return null
  }
}

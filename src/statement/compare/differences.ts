export interface Difference {
  kind: 'added' | 'removed' | 'changed'
  /** JSON pointer in which members of a list are named by their id, not by their place: /purposes/direct-marketing/channels/sms */
  path: string
  from: unknown
  to: unknown
  /** The named things the path goes through, outermost first: a channel stands within its purpose. */
  within: readonly unknown[]
}

type Tree = Map<string, unknown>

/** What differs between two trees. A member of a list comes or goes as a whole; everything else is told leaf by leaf. */
export function differences(from: unknown, to: unknown, path = '', within: readonly unknown[] = []): Difference[] {
  const before = treeOf(from)
  const after = treeOf(to)
  if (!before && !after) return leaf(from, to, path, within)
  if ((!before && !isNothing(from)) || (!after && !isNothing(to))) return [{ kind: 'changed', path, from, to, within }]

  const keys = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])
  return [...keys].flatMap((key) =>
    member(
      before?.get(key),
      after?.get(key),
      `${path}/${escaped(key)}`,
      { isList: Array.isArray(from ?? to), path },
      within,
    ),
  )
}

function member(
  from: unknown,
  to: unknown,
  path: string,
  parent: { isList: boolean; path: string },
  within: readonly unknown[],
): Difference[] {
  const comesWhole = parent.isList || wholes.has(parent.path)
  const further = comesWhole && treeOf(to ?? from) ? [...within, to ?? from] : within
  if (!comesWhole || (!isNothing(from) && !isNothing(to))) return differences(from, to, path, further)
  if (isNothing(from) && isNothing(to)) return []

  return [{ kind: isNothing(from) ? 'added' : 'removed', path, from, to, within }]
}

// A right is one thing, though the file keeps the rights by name and not in a list.
const wholes = new Set(['/rights'])

function leaf(from: unknown, to: unknown, path: string, within: readonly unknown[]): Difference[] {
  if (isNothing(from) && isNothing(to)) return []
  if (isNothing(from)) return [{ kind: 'added', path, from, to, within }]
  if (isNothing(to)) return [{ kind: 'removed', path, from, to, within }]

  return same(from, to) ? [] : [{ kind: 'changed', path, from, to, within }]
}

/** Members by name; null for what is a leaf: a value, or one text in its languages. */
function treeOf(value: unknown): Tree | null {
  if (isNothing(value) || typeof value !== 'object' || isWords(value)) return null
  if (!Array.isArray(value)) return new Map(Object.entries(value as object))

  const tree: Tree = new Map()
  for (const item of value) {
    const name = nameOf(item)
    const times = [...tree.keys()].filter((key) => key === name || key.startsWith(`${name}#`)).length
    tree.set(times === 0 ? name : `${name}#${times + 1}`, item)
  }
  return tree
}

function nameOf(item: unknown): string {
  if (item === null || typeof item !== 'object') return String(item)
  const it = item as Record<string, unknown>
  const parts = it.id
    ? [it.id]
    : [
        it.class,
        it.processor,
        it.country,
        it.channel,
        it.recipient,
        it.require,
        it.when,
        it.ref,
        it.name,
        it.provider,
      ].filter(Boolean)

  return parts.length > 0 ? parts.join(' ') : Object.keys(it).join(' ')
}

export function isWords(value: unknown): value is { fi: string; sv?: string; en?: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'fi' in value &&
    Object.keys(value).every((key) => ['fi', 'sv', 'en', 'saidIn'].includes(key))
  )
}

function isNothing(value: unknown) {
  return value === null || value === undefined
}

function same(a: unknown, b: unknown) {
  if (isWords(a) && isWords(b)) return (['fi', 'sv', 'en'] as const).every((language) => a[language] === b[language])
  return a === b
}

function escaped(key: string) {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

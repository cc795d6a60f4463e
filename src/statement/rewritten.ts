import { isDeepStrictEqual } from 'node:util'
import { isMap, isSeq, type Node, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { Statement } from './format.ts'
import { readStatement } from './read.ts'
import { statementYaml } from './statement-yaml.ts'

/** The text with one statement put in the place of another: what did not change stays as it was written, comments too. */
export function rewritten(source: string, before: Statement, after: Statement): string {
  const document = parseDocument(source, { version: '1.2', schema: 'failsafe', uniqueKeys: false })
  // JSON indented with tabs is read, but is not YAML.
  if (document.errors.length > 0) return statementYaml(after)

  document.contents = rewrittenNode(document.contents, before, after) as typeof document.contents
  const text = document.toString(layoutOf(source))
  return isDeepStrictEqual(readStatement(text).statement, readStatement(statementYaml(after)).statement)
    ? text
    : statementYaml(after)
}

function layoutOf(source: string) {
  const longest = source.split('\n').reduce((most, { length }) => Math.max(most, length), 0)
  // More than the longest: a list on one line is counted with what it is set in, and one more name may come to it.
  return { lineWidth: Math.max(110, longest + 100), flowCollectionPadding: !/[{[]\S/.test(source) }
}

function rewrittenNode(node: unknown, before: unknown, after: unknown): unknown {
  if (isDeepStrictEqual(before, after)) return node
  if (isMap(node) && isRecord(before) && isRecord(after)) return rewrittenMap(node, before, after)
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) return rewrittenList(node, before, after)
  return nodeOf(after)
}

function rewrittenMap(node: YAMLMap, before: Record<string, unknown>, after: Record<string, unknown>) {
  for (const key of Object.keys(before)) if (after[key] === undefined) node.delete(key)
  for (const [key, value] of Object.entries(after)) {
    if (value === undefined) continue
    if (before[key] === undefined) node.set(nodeOf(key), nodeOf(value))
    else node.set(key, rewrittenNode(node.get(key, true), before[key], value))
  }
  return node
}

function rewrittenList(node: YAMLSeq, before: unknown[], after: unknown[]) {
  const items = [...node.items]
  const isKept = (at: number) => after.some((one) => isDeepStrictEqual(one, before[at]))
  node.items = after.map((one, nth) => {
    const at = before.findIndex((old) => isDeepStrictEqual(old, one))
    if (at >= 0) return items[at]
    const sameLength = before.length === after.length && !isKept(nth)
    return sameLength ? rewrittenNode(items[nth], before[nth], one) : nodeOf(one)
  })
  return node
}

function nodeOf(value: unknown): Node {
  if (Array.isArray(value)) return filled(new YAMLSeq(), value.map(nodeOf))
  if (!isRecord(value)) return new Scalar(String(value))
  const map = new YAMLMap()
  for (const [key, one] of Object.entries(value)) if (one !== undefined) map.set(nodeOf(key), nodeOf(one))
  map.flow = Object.values(value).every((one) => typeof one === 'string') && JSON.stringify(value).length < 100
  return map
}

function filled(list: YAMLSeq, items: Node[]) {
  list.items = items
  return list
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

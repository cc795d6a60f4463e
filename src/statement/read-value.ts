import { type Document, isAlias, isMap, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Fault, ProblemCode } from './read-problem.ts'
import { readText, scalarKinds } from './read-scalar.ts'
import { suggestionFor } from './read-suggestion.ts'

/** The part of JSON Schema that the format uses. */
export interface Shape {
  type?: string
  anyOf?: readonly Shape[]
  enum?: readonly string[]
  pattern?: string
  format?: string
  description?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  minimum?: number
  items?: Shape
  properties?: Record<string, Shape>
  required?: readonly string[]
  patternProperties?: Record<string, Shape>
}

const mostAliases = 100
const mostNodes = 100_000
const mostFaults = 100

/** Reads the nodes of one document by the format: what a scalar means is decided by what the format expects there. */
export class Reading {
  readonly faults: Fault[] = []
  readonly offsets = new Map<string, number>()
  readonly #document: Document
  #aliases = 0
  #nodes = 0

  constructor(document: Document) {
    this.#document = document
  }

  get stopped(): boolean {
    return this.faults.length >= mostFaults
  }

  read(node: unknown, shape: Shape, path: string): unknown {
    if (this.stopped) return undefined
    if (++this.#nodes > mostNodes) return this.#fault('ALIASES_TOO_MANY', path)
    if (isAlias(node)) return this.#followed(node.source, node.resolve(this.#document), shape, path)

    this.offsets.set(path, offsetOf(node) ?? this.offsets.get(parentOf(path)) ?? 0)
    const tag = (node as { tag?: string } | null)?.tag
    if (tag !== undefined) return this.#fault('TAG_REFUSED', path, tag)

    if (isMap(node)) return this.#object(node, branch(shape, 'object'), path, shape)
    if (isSeq(node)) return this.#list(node, branch(shape, 'array'), path, shape)
    return this.#scalar(isScalar(node) ? node : null, shape, path)
  }

  #followed(name: string, target: unknown, shape: Shape, path: string): unknown {
    if (++this.#aliases > mostAliases) return this.#fault('ALIASES_TOO_MANY', path)
    if (target === undefined) return this.#fault('ALIAS_UNKNOWN', path, name)

    return this.read(target, shape, path)
  }

  #object(node: YAMLMap, shape: Shape | undefined, path: string, expected: Shape): unknown {
    if (!shape) return this.#fault('TYPE_WRONG', path, expectation(expected))

    const result: Record<string, unknown> = {}
    const seen = new Set<string>()
    const free = keysStillFree(shape, node)
    for (const pair of node.items) {
      if (this.stopped) return undefined
      const key = isScalar(pair.key) ? String(pair.key.value ?? '') : '?'
      const place = `${path}/${escapePointer(key)}`
      const at = offsetOf(pair.key)
      if (at !== undefined) this.offsets.set(place, at)

      const inner = shapeOfKey(shape, key)
      if (seen.has(key)) this.#fault('KEY_TWICE', place, key)
      else if (!inner) this.#fault('KEY_UNKNOWN', place, key, suggestionFor(key, free))
      else {
        const value = this.read(pair.value, inner, place)
        if (value !== undefined) result[key] = value
      }
      seen.add(key)
    }
    for (const key of shape.required ?? []) if (!seen.has(key)) this.#fault('KEY_MISSING', path, key)
    return result
  }

  #list(node: YAMLSeq, shape: Shape | undefined, path: string, expected: Shape): unknown {
    if (!shape?.items) return this.#fault('TYPE_WRONG', path, expectation(expected))
    if (node.items.length < (shape.minItems ?? 0)) return this.#fault('TYPE_WRONG', path, expectation(expected))

    const inner = shape.items
    return node.items.map((item, at) => this.read(item, inner, `${path}/${at}`))
  }

  #scalar(node: Scalar | null, shape: Shape, path: string): unknown {
    const kinds = scalarKinds(node)
    for (const kind of kinds) {
      const fitting = branch(shape, kind.type)
      if (!fitting || (kind.type === 'integer' && Number(kind.value) < (fitting.minimum ?? -Infinity))) continue
      if (kind.type !== 'string') return kind.value

      const fault = readText(kind.value as string, fitting)
      if (!fault) return kind.value
      return this.#fault(fault.code, path, shorten(kind.value as string), fault.suggestion)
    }
    return this.#fault('TYPE_WRONG', path, expectation(shape))
  }

  #fault(code: ProblemCode, path: string, what?: string, suggestion?: string): undefined {
    if (!this.stopped) this.faults.push({ code, path, what, suggestion })
  }
}

function branches(shape: Shape): Shape[] {
  return shape.anyOf ? shape.anyOf.flatMap(branches) : [shape]
}

function branch(shape: Shape, type: string): Shape | undefined {
  return branches(shape).find((one) => one.type === type)
}

function shapeOfKey(shape: Shape, key: string): Shape | undefined {
  if (shape.properties && Object.hasOwn(shape.properties, key)) return shape.properties[key]
  return Object.entries(shape.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern, 'u').test(key))?.[1]
}

function keysStillFree(shape: Shape, node: YAMLMap): string[] {
  const used = new Set(node.items.map(({ key }) => (isScalar(key) ? key.value : key)))
  return Object.keys(shape.properties ?? {}).filter((key) => !used.has(key))
}

function expectation(shape: Shape): string {
  const kinds = branches(shape).flatMap((one) => one.type ?? [])
  const hint = shape.description ?? branches(shape).find((one) => one.description)?.description
  return [...new Set(kinds)].join(' / ') + (hint ? ` (${hint})` : '')
}

function offsetOf(node: unknown): number | undefined {
  return (node as { range?: [number, number, number] | null } | null)?.range?.[0]
}

export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'))
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 57)}…` : value
}

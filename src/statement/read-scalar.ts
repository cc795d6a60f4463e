import type { Scalar } from 'yaml'
import type { ProblemCode } from './read-problem.ts'
import { suggestionFor } from './read-suggestion.ts'
import type { Shape } from './read-value.ts'

interface Kind {
  type: 'null' | 'boolean' | 'integer' | 'string'
  value: unknown
}

/** What a scalar may mean by the YAML 1.2 core schema, the narrowest first. Quoted and block scalars are text only. */
export function scalarKinds(node: Scalar | null): Kind[] {
  const written = String(node?.value ?? '')
  if (node && node.type !== 'PLAIN') return [{ type: 'string', value: written }]
  if (/^(?:~|null|Null|NULL)?$/.test(written)) return [{ type: 'null', value: null }]

  const asText: Kind = { type: 'string', value: written }
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(written)) {
    return [{ type: 'boolean', value: written.toLowerCase() === 'true' }, asText]
  }
  if (/^[-+]?[0-9]{1,15}$/.test(written)) return [{ type: 'integer', value: Number(written) }, asText]
  return [asText]
}

/** What is wrong with a text where the format says this shape, or nothing. */
export function readText(value: string, shape: Shape): { code: ProblemCode; suggestion?: string } | undefined {
  if (shape.enum) {
    return shape.enum.includes(value)
      ? undefined
      : { code: 'VALUE_UNKNOWN', suggestion: suggestionFor(value, shape.enum) }
  }
  if (value.length < (shape.minLength ?? 0) || value.length > (shape.maxLength ?? Infinity))
    return { code: 'VALUE_MALFORMED' }
  if (!value.isWellFormed() || hasControlCharacter(value)) return { code: 'VALUE_MALFORMED' }
  if (shape.pattern && !new RegExp(shape.pattern, 'u').test(value)) return { code: 'VALUE_MALFORMED' }
  if (shape.format === 'date' && !isDay(value)) return { code: 'DATE_IMPOSSIBLE' }
  return undefined
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

// PostgreSQL keeps no NUL in text, and no other control character belongs to a published sentence.
function hasControlCharacter(value: string): boolean {
  return [...value].some((sign) => sign < ' ' && sign !== '\n' && sign !== '\t')
}

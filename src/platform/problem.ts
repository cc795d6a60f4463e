import type { Language, Said } from './language.ts'
import type { Refusal, RefusalDetail } from './refusal.ts'

/** What each code says to whoever meets it, filled from the refusal. `{field?}` is left out where it has a name in the code only. */
export type RefusalCatalogue = Readonly<Record<string, Said>>

/** RFC 9457: a refusal as `application/problem+json`. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: RefusalDetail
}

/** What a declared field is called; undefined where no such field is declared. */
export type NameOfField = (field: string, language: Language) => string | undefined

export function problemOf(
  refusal: Refusal,
  catalogue: RefusalCatalogue,
  language: Language,
  nameOf?: NameOfField,
): Problem {
  return {
    type: `/problems/${refusal.code}`,
    title: sayRefusal(refusal, catalogue, language, nameOf),
    status: refusal.status,
    code: refusal.code,
    detail: refusal.detail,
  }
}

export function sayRefusal(
  { code, detail }: Refusal,
  catalogue: RefusalCatalogue,
  language: Language,
  nameOf?: NameOfField,
): string {
  const name = detail.field && nameOf?.(detail.field, language)
  const field = name ? `”${name}”` : detail.field
  const said = catalogue[code]?.[language] ?? code
  return said
    .replace(/:? \{field\?\}/, (part) => (field && !isOfCode.test(field) ? part.replace('{field?}', field) : ''))
    .replace(/\{(\w+)\}/g, (_, key: string) => String((key === 'field' ? field : detail[key]) ?? '–'))
}

// `dueOn` tells a reader nothing; the form shows what is said at the field itself.
const isOfCode = /^[a-z]+([A-Z][a-z]*)*$/

import type { Language, Said } from './language.ts'
import type { Refusal, RefusalDetail } from './refusal.ts'

/** What each code says to the person who meets it; `{field}` and the like are filled from the refusal. */
export type RefusalCatalogue = Readonly<Record<string, Said>>

/** RFC 9457: a refusal as `application/problem+json`. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: RefusalDetail
}

export function problemOf(refusal: Refusal, catalogue: RefusalCatalogue, language: Language): Problem {
  return {
    type: `/problems/${refusal.code}`,
    title: sayRefusal(refusal, catalogue, language),
    status: refusal.status,
    code: refusal.code,
    detail: refusal.detail,
  }
}

export function sayRefusal(refusal: Refusal, catalogue: RefusalCatalogue, language: Language): string {
  const said = catalogue[refusal.code]?.[language] ?? refusal.code
  return said.replace(/\{(\w+)\}/g, (_, key: string) => String(refusal.detail[key] ?? '–'))
}

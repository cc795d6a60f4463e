import type { Language } from '#platform/language'
import { problemOf } from '#platform/problem'
import { Refusal } from '#platform/refusal'
import { type ImportKind, registerRefusals } from '#register'
import { statementRefusals } from '#statement'
import { exchangeRefusals } from './refusals.ts'

interface WhyRefused {
  code: string | null
  field: string | null
  clause: string | null
}

/** How a refused line says why in the reader's language; a column of a kind by the name that the reader knows it by. */
export function reasonsOf(kind: ImportKind | undefined, language: Language) {
  const words = { ...statementRefusals, ...registerRefusals, ...kind?.refusals, ...exchangeRefusals }
  const nameOf = (field: string) => kind?.columns.find(({ id }) => id === field)?.label[language] ?? field
  return ({ code, field, clause }: WhyRefused): string | null => {
    if (!code) return null
    const detail = { ...(field ? { field: nameOf(field) } : {}), ...(clause ? { clause } : {}) }
    return problemOf(new Refusal(code, 422, detail), words, language).title
  }
}

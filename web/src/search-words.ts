export type SearchWords = Record<string, string | undefined>

/** What the address says after "?": words only; a screen reads those it knows. */
export function wordsOnly(search: Record<string, unknown>): SearchWords {
  return Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value) && value !== '')
      .map(([name, value]) => [name, String(value)]),
  )
}

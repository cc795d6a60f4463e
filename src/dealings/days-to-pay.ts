const odd = /%|huom|rekl|anm[äa]rk|kuun|\bkk\b|kuukau|månad|month|eom|end of/
const inDays = /(?<![\d.])(\d{1,3})\s*(?:pv|päiv|vrk|dag|dgr|day|d\b)/g
const alone = /^(?:net(?:to)?\s*)?(\d{1,3})(?:\s*net(?:to)?)?$/
const atOnce = /\bheti\b|käteis|kontant|omgående|omedelbar|genast|immediate|\bcash\b|on receipt/

/**
 * Days to pay in terms as people write them: "30 pv netto", "30 dagar netto", "net 30 days", "heti". Null where they say none, several, or
 * what is no count of days from the invoice, such as the end of a month.
 */
export function daysIn(terms: string): number | null {
  const text = terms.trim().toLowerCase()
  const clauses = text.split(/[,;\n]|\.\s/).filter((clause) => !odd.test(clause))
  const said = alone.exec(text)?.[1] ?? null
  const counts = new Set(said ? [said] : clauses.flatMap((clause) => [...clause.matchAll(inDays)].map(([, n]) => n)))
  if (counts.size === 0) return clauses.some((clause) => atOnce.test(clause)) ? 0 : null
  const days = Number([...counts][0])
  return counts.size === 1 && days <= 365 ? days : null
}

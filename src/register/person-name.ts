export interface PersonName {
  given: string
  family: string
}

/** A name from its parts, or from one line, where the last word is the family name (or the first before a comma). */
export function normaliseName(typed: unknown): PersonName | null {
  if (typeof typed === 'string') return fromLine(tidy(typed))
  if (typeof typed !== 'object' || typed === null) return null
  const { given = '', family = '', ...more } = typed as Record<string, unknown>
  if (typeof given !== 'string' || typeof family !== 'string' || Object.keys(more).length > 0) return null
  return sized({ given: tidy(given), family: tidy(family) })
}

export function fullName({ given, family }: PersonName): string {
  return [given, family].filter(Boolean).join(' ')
}

function fromLine(line: string): PersonName | null {
  const [family = '', given] = line.split(',').map((part) => part.trim())
  if (given !== undefined) return sized({ given, family })
  const words = line.split(' ')
  // "Aino von Essen", "Pekka af Ursin": the particle belongs to the family name.
  const at = words.findIndex((word, index) => index > 0 && /^(af|von|de|van|der|la)$/i.test(word))
  const cut = at > 0 ? at : words.length - 1
  return sized({ given: words.slice(0, cut).join(' '), family: words.slice(cut).join(' ') })
}

function sized(name: PersonName): PersonName | null {
  return fullName(name) !== '' && name.given.length <= 200 && name.family.length <= 200 ? name : null
}

function tidy(text: string) {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** A stretch of text that seems to speak of somebody else than the person who asks. */
export interface Stretch {
  from: number
  to: number
  what: 'address' | 'number' | 'name' | 'word'
}

const addresses = /[^\s<>()",;:]+@[^\s<>()",;:]+\.[a-z]{2,}/giu
const numbers = /(?<![\p{L}\d])(\+?\d[\d ()-]{6,}\d)(?![\p{L}\d])/gu
const words = /[\p{Lu}][\p{L}’'-]+/gu

/** What belongs to the person who asks, or to nobody: it is never covered. */
export interface Own {
  addresses: readonly string[]
  numbers: readonly string[]
  names: readonly string[]
}

/** Addresses and numbers in a text that are not the person's own (Art. 15(4), recital 63). */
export function strangeAddresses(text: string, own: Own): Stretch[] {
  const mine = new Set(own.addresses.map((one) => one.toLowerCase()))
  const digits = new Set(own.numbers.map(lastDigits))
  return [
    ...[...text.matchAll(addresses)]
      .map((found) => ({ found, said: found[0].replace(/[.!?]+$/, '') }))
      .filter(({ said }) => !mine.has(said.toLowerCase()))
      .map(({ found, said }) => ({ from: found.index, to: found.index + said.length, what: 'address' as const })),
    ...[...text.matchAll(numbers)]
      .filter(([said]) => isPhone(said) && !digits.has(lastDigits(said)))
      .map((found) => ({ from: found.index, to: found.index + found[0].length, what: 'number' as const })),
  ]
}

export interface Candidate {
  from: number
  to: number
  /** How the name may stand in the register, folded by whoever asks. */
  forms: string[]
}

/** Two words with capitals, one after another: names of people, as far as a register can tell. */
export function possibleNames(text: string): Candidate[] {
  const found = [...text.matchAll(words)].map((word) => ({
    said: word[0],
    from: word.index,
    to: word.index + word[0].length,
  }))
  return found.flatMap((first, at) => {
    const second = found[at + 1]
    if (!second || text.slice(first.to, second.from).trim() !== '') return []
    const forms = basicForms(second.said).map((family) => `${first.said} ${family}`)
    return [{ from: first.from, to: second.to, forms }]
  })
}

// Finnish bends the last word: Mäkisen, Mäkiselle → Mäkinen; Virtasta; Korhoselta; Lahden stays what it is.
function basicForms(word: string): string[] {
  const forms = [word]
  for (let cut = 1; cut <= 4 && word.length - cut >= 3; cut += 1) forms.push(word.slice(0, word.length - cut))
  const nen = /^(.{2,})s(e.{0,4}|t[aä])$/u.exec(word)
  if (nen?.[1]) forms.push(`${nen[1]}nen`)
  return forms
}

/** The text with the stretches covered; those that touch become one. */
export function covered(text: string, stretches: readonly Stretch[], mark: string): string {
  const sorted = [...stretches].sort((one, other) => one.from - other.from)
  let said = ''
  let at = 0
  for (const { from, to } of sorted) {
    if (to <= at) continue
    if (from >= at) said += `${text.slice(at, from)}${mark}`
    at = Math.max(at, to)
  }
  return said + text.slice(at)
}

/** Words that the desk named besides, wherever they stand. */
export function namedWords(text: string, named: readonly string[]): Stretch[] {
  const folded = text.toLowerCase()
  return named.flatMap((word) => {
    const wanted = word.trim().toLowerCase()
    if (wanted.length < 2) return []
    const found: Stretch[] = []
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
      found.push({ from: at, to: at + wanted.length, what: 'word' })
    return found
  })
}

function isPhone(said: string): boolean {
  const { length } = said.replace(/\D/g, '')
  return length >= 8 && length <= 15 && /^(\+|0)/.test(said.trim())
}

/** Enough of a number to tell it from another, whichever way it is written. */
function lastDigits(number: string): string {
  return number.replace(/\D/g, '').slice(-8)
}

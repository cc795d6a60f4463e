/** An element: its name, what is in it, and its attributes. Null stands for one that is left out. */
export type Xml = string | null
type Inside = string | number | null | undefined | readonly Xml[]

/** Writes an element; one that holds nothing is left out. */
export function element(name: string, inside: Inside, attributes: Readonly<Record<string, string>> = {}): Xml {
  const text = Array.isArray(inside)
    ? inside.filter((one) => one !== null).join('')
    : escaped(String(inside ?? '').trim())
  if (text === '') return null
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  return `<${name}${said.join('')}>${text}</${name}>`
}

// XML 1.0, 2.2: these characters stand in no document, escaped or not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"]/g, (sign) => entities[sign] ?? '')
}

/** The first characters of a text that fit a field; never half of one. */
export function cut(text: string | null | undefined, limit: number): string {
  const signs = [...(text ?? '').replace(/\s+/g, ' ').trim()]
  return signs.slice(0, limit).join('').trim()
}

/** A text in pieces that fit a field, broken between words where there are any; what does not fit the last is left out. */
export function inPieces(text: string | null | undefined, limit: number, most: number): string[] {
  const pieces: string[] = []
  let rest = cut(text, limit * most)
  while (rest !== '' && pieces.length < most) {
    const signs = [...rest]
    const head = signs.slice(0, limit).join('')
    const at = signs.length > limit && head.lastIndexOf(' ') > limit / 2 ? head.lastIndexOf(' ') : head.length
    pieces.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return pieces
}

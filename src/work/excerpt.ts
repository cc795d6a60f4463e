const [longest, before] = [110, 30]

/** At most 110 characters of a text in one line, from around the first word said, where it stands there. */
export function excerpt(text: string, said: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= longest) return line
  const whole = folded(line)
  const places = said
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => whole.indexOf(folded(word)))
    .filter((place) => place >= 0)
  const found = places.length > 0 ? Math.min(...places) : 0
  const from = found > before ? line.lastIndexOf(' ', found - before) + 1 : 0
  const cut = line.slice(from, from + longest)
  const upto = from + longest < line.length ? Math.max(cut.lastIndexOf(' '), found - from + said.length) : cut.length
  const isCut = from + longest < line.length
  const end = isCut ? cut.slice(0, upto).replace(/[\s.,;:]+$/u, '') : cut.slice(0, upto)
  return `${from > 0 ? '…' : ''}${end}${isCut ? '…' : ''}`
}

// Letter by letter, so that places in the one are places in the other.
function folded(text: string) {
  return Array.from({ length: text.length }, (_, at) => text[at]?.normalize('NFD')[0]?.toLowerCase() ?? '').join('')
}

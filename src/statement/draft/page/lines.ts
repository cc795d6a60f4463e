export interface Line {
  text: string
  start: number
  end: number
}

/** Lines without their surrounding white space; blank lines are kept as empty ones. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let from = 0
  for (const part of text.split(/\r\n|[\n\r\f\u2028\u2029]/)) {
    const lead = part.length - part.trimStart().length
    const trimmed = part.trim()
    lines.push({ text: trimmed, start: from + lead, end: from + lead + trimmed.length })
    from += part.length + (text.startsWith('\r\n', from + part.length) ? 2 : 1)
  }
  return lines
}

const bulletSign =
  /^(?:[•▪▫◦●○■□·‣⁃∙➢➤✓✔*]+\s*|[-–—]\s+|[-–—](?=\p{L})|o\s+(?=\p{L})|\(?[a-zåäö]\)\s*|[a-hA-H]\.\s+(?=\p{Lu})|\(?\d{1,2}\)\s*|\d{1,2}\.\d{1,2}\.?\s+(?=\p{L})|\d{1,2}\.\s+(?=\p{L}))/u

/** How many characters of the line are its bullet; 0 when it is no list item. */
export function bulletLength(line: string): number {
  return bulletSign.exec(line)?.[0].length ?? 0
}

const labelled =
  /^(?:\p{Lu}[\p{L}\s/().-]{1,40}:|puh(?:elin)?[.:\s]|p\.\s|tel[.:]|gsm[.:\s]|e-?mail|sähköposti(?:osoite)?[\s:]|y-tunnus|ly-tunnus|pl\s?\d|\d{5}\s+\p{Lu})/iu

/** A line that stands by itself: an address line, a phone, a row of a table. */
export function standsAlone(line: string): boolean {
  return /\t| \| |\s{3,}\S/.test(line) || labelled.test(line)
}

/** How wide the text was set: nearly all lines are at most this long. */
export function usualWidth(lines: readonly Line[]): number {
  const lengths = lines
    .map(({ text }) => text.length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length * 0.95)] ?? 0
}

/** Whether a line goes on with the sentence of the line before it (text wrapped by hand at about `width`). */
export function goesOn(before: string, line: string, width: number): boolean {
  if (bulletLength(line) > 0 || /\t| \| /.test(line) || /\t| \| /.test(before)) return false
  const firstWord = line.split(' ', 1)[0]?.length ?? 0
  const full = width <= 130 && width >= 28 && before.length + 1 + firstWord > width * 0.9
  if (/[.!?]["”]?$/.test(before) && !/(?:^|\s)(?:mm|esim|ym|yms|ns|ts|eli|sekä)\.$/i.test(before))
    return full && !standsAlone(line)
  if (/:$/.test(before)) return before.length >= 40 && full && /^\p{Ll}/u.test(line)
  if (/^\p{Ll}/u.test(line) && !standsAlone(line))
    return (
      before.length + 1 + firstWord > width * 0.75 ||
      (before.length >= 45 && before.split(' ').length >= 6 && !/\s[–|]\s/.test(before)) ||
      /[,-]$|\s(?:ja|tai|sekä|että|on|ovat)$/.test(before)
    )
  if (standsAlone(before) && before.length < 45) return false
  return (full || before.length >= 90) && before.length >= 18 && !standsAlone(line) && !/^.{0,60}:\s/.test(line)
}

/** RFC 2045, 6.7: lines of at most 76 ASCII characters, ended by CR LF. */
export function quotedPrintable(text: string): string {
  return text
    .toWellFormed()
    .split(/\r\n|\n|\r/)
    .map(lineOf)
    .join('\r\n')
}

function lineOf(line: string): string {
  const lines: string[] = []
  let current = ''
  const bytes = Buffer.from(line, 'utf8')
  for (const [at, byte] of bytes.entries()) {
    const piece = encoded(byte, at === bytes.length - 1)
    if (current.length + piece.length > 75) {
      lines.push(`${current}=`)
      current = ''
    }
    current += piece
  }
  return [...lines, current].join('\r\n')
}

// A blank at the end of a line is lost on the way, so it is written out.
function encoded(byte: number, isLast: boolean): string {
  const isPlain = (byte >= 33 && byte <= 126 && byte !== 61) || ((byte === 32 || byte === 9) && !isLast)
  return isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
}

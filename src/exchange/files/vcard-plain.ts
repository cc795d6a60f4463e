/** A card of any version as one of version 3 that a strict reader understands: unfolded, decoded, every bare word a TYPE. */
export function plainCard(text: string): { text: string; hasPicture: boolean } {
  const lines: string[] = []
  let hasPicture = false
  for (const line of linesOf(text)) {
    const said = propertyOf(line)
    if (!said) continue
    if (/^(PHOTO|LOGO|SOUND|KEY)$/.test(said.name)) {
      hasPicture ||= said.name === 'PHOTO' || said.name === 'LOGO'
      continue
    }
    if (said.name === 'VERSION') lines.push('VERSION:3.0')
    else lines.push(`${said.name}${said.types.length > 0 ? `;TYPE=${said.types.join(',')}` : ''}:${said.value}`)
  }
  return { text: lines.join('\r\n'), hasPicture }
}

/** Folded lines made whole; a quoted-printable line goes on for as long as it ends in `=`. */
function linesOf(text: string): string[] {
  const lines: string[] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = lines.at(-1)
    if (last !== undefined && isQuoted(last) && last.endsWith('=')) lines[lines.length - 1] = last.slice(0, -1) + line
    else if (last !== undefined && /^[ \t]/.test(line)) lines[lines.length - 1] = last + line.slice(1)
    else lines.push(line)
  }
  return lines
}

const isQuoted = (line: string) => /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(line)

function propertyOf(line: string) {
  const found = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s.exec(line)
  if (!found) return null
  const [, name = '', more = '', value = ''] = found
  const types: string[] = []
  let [isPrintable, charset] = [false, 'utf-8']
  for (const part of more.split(';').filter(Boolean)) {
    const [key = '', said] = part.split(/=(.*)/s)
    if (/^quoted-printable$/i.test(said ?? key)) isPrintable = true
    else if (/^charset$/i.test(key)) charset = said ?? charset
    else if (said === undefined) types.push(key)
    else if (/^type$/i.test(key)) types.push(...said.replaceAll('"', '').split(','))
    else if (/^pref$/i.test(key)) types.push('PREF')
  }
  const words = types.map((type) => type.toUpperCase().replace(/[^A-Z0-9-]/g, '')).filter(Boolean)
  return { name: name.toUpperCase(), types: words, value: isPrintable ? printable(value, charset) : value }
}

/** RFC 2045, 6.7. A charset that nobody knows is read as UTF-8. */
function printable(text: string, charset: string): string {
  const bytes = Buffer.from(
    text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
  return decoderOf(charset).decode(bytes).replace(/\r?\n/g, '\\n')
}

function decoderOf(charset: string) {
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder('utf-8')
  }
}

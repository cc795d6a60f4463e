import { inflateSync } from 'node:zlib'
import { SaxesParser } from 'saxes'
import type { Logo } from './paper.ts'

export const logoLimit = 200 * 1024

/** A picture that may stand on papers, or null: a whole PNG of at most 2000 × 2000, or an SVG of shapes only. */
export function logoOf(bytes: Buffer): Logo | null {
  if (bytes.length === 0 || bytes.length > logoLimit) return null
  if (isPng(bytes)) return { type: 'image/png', bytes }
  return isSvg(bytes) ? { type: 'image/svg+xml', bytes } : null
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

// A picture that breaks off would stop the printing of every paper, so each row is unpacked and counted here.
function isPng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 8).equals(signature) || bytes.toString('latin1', 12, 16) !== 'IHDR') return false
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const [depth, colour, interlaced] = [bytes[24] ?? 0, bytes[25] ?? 9, bytes[28]]
  const each = samples[colour]
  if (!each || interlaced !== 0 || ![1, 2, 4, 8].includes(depth) || (depth < 8 && each > 1)) return false
  if (width < 1 || height < 1 || width > 2000 || height > 2000) return false
  const packed = chunksOf(bytes)
  if (!packed || (colour === 3 && !packed.palette)) return false
  const row = Math.ceil((width * each * depth) / 8) + 1
  try {
    const rows = inflateSync(packed.data, { maxOutputLength: row * height })
    if (rows.length !== row * height) return false
    for (let at = 0; at < rows.length; at += row) if ((rows[at] ?? 9) > 4) return false
    return true
  } catch {
    return false
  }
}

function chunksOf(bytes: Buffer): { data: Buffer; palette: boolean } | null {
  const data: Buffer[] = []
  let palette = false
  for (let at = 8; at + 12 <= bytes.length; ) {
    const [length, kind] = [bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)]
    if (at + 12 + length > bytes.length) return null
    if (kind === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length))
    palette ||= kind === 'PLTE'
    if (kind === 'IEND') return { data: Buffer.concat(data), palette }
    at += 12 + length
  }
  return null
}

// Shapes and their colours: nothing that runs, nothing that is fetched, nothing that repeats itself.
const shapes = new Set(
  'svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath title desc'.split(
    ' ',
  ),
)
const most = 3000

function isSvg(bytes: Buffer): boolean {
  const text = bytes.toString('utf8')
  if (text.includes('\ufffd') || /<!(DOCTYPE|ENTITY)/i.test(text)) return false
  let [good, elements, root] = [true, 0, '']
  const parser = new SaxesParser()
  parser.on('error', () => {
    good = false
  })
  parser.on('processinginstruction', () => {
    good = false
  })
  parser.on('opentag', ({ name, attributes }) => {
    root ||= name
    elements += 1
    if (!shapes.has(name) || elements > most) good = false
    for (const [key, value] of Object.entries(attributes)) if (!isHarmless(key, String(value))) good = false
  })
  try {
    parser.write(text).close()
  } catch {
    return false
  }
  return good && root === 'svg'
}

function isHarmless(key: string, value: string): boolean {
  if (/^on|href$/i.test(key)) return false
  if (/^xmlns(:|$)/.test(key)) return true
  return !/(url\(\s*['"]?(?!#)|javascript:|@import|expression\()/i.test(value)
}

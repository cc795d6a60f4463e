export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'macintosh'] as const
export type Encoding = (typeof encodings)[number]

// In ISO-8859-15 these are € Š š Ž ž Œ œ Ÿ; in Windows-1252 signs that seldom touch a letter or a figure.
const latin9 = new Set([0xa4, 0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe])

/** Watches the bytes of a text go by and says at the end how they are written. */
export class EncodingWatch {
  #utf8: InstanceType<typeof TextDecoder> | null = new TextDecoder('utf-8', { fatal: true })
  #head = Buffer.alloc(0)
  #windows = 0
  #nine = 0
  #before = 0
  #doubtful = false

  see(bytes: Buffer) {
    if (this.#head.length < 4096) this.#head = Buffer.concat([this.#head, bytes.subarray(0, 4096)])
    if (this.#utf8 === null) return this.#count(bytes)
    try {
      this.#utf8.decode(bytes, { stream: true })
    } catch {
      this.#utf8 = null
    }
    this.#count(bytes)
  }

  encoding(): Encoding {
    const [first, second] = this.#head
    if (first === 0xff && second === 0xfe) return 'utf-16le'
    if (first === 0xfe && second === 0xff) return 'utf-16be'
    const wide = widthOf(this.#head)
    if (wide) return wide
    if (this.#isUtf8()) return 'utf-8'
    return this.#windows === 0 && this.#nine > 0 ? 'iso-8859-15' : 'windows-1252'
  }

  #isUtf8() {
    try {
      this.#utf8?.decode()
      return this.#utf8 !== null
    } catch {
      return false // cut in the middle of a character: no text in UTF-8
    }
  }

  #count(bytes: Buffer) {
    for (const byte of bytes) {
      if (this.#doubtful && isLetter(byte)) this.#nine++
      if (byte > 0x7f && byte < 0xa0) this.#windows++
      const isOfNine = latin9.has(byte)
      if (isOfNine && isLetter(this.#before)) this.#nine++
      this.#doubtful = isOfNine
      this.#before = byte
    }
  }
}

// Text of western languages in UTF-16 without its mark: every other byte is nought.
function widthOf(head: Buffer): Encoding | null {
  const seen = head.length & ~1
  if (seen < 4) return null
  let [even, odd] = [0, 0]
  for (let at = 0; at < seen; at += 2) {
    if (head[at] === 0) even++
    if (head[at + 1] === 0) odd++
  }
  if (odd > seen * 0.4 && even < odd / 10) return 'utf-16le'
  return even > seen * 0.4 && odd < even / 10 ? 'utf-16be' : null
}

function isLetter(byte: number) {
  return (
    (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte >= 0xc0 || (byte >= 0x30 && byte <= 0x39)
  )
}

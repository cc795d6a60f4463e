import { randomBytes } from 'node:crypto'

/** A UUIDv7 (RFC 9562, 5.7): ids made one after another stand beside each other in an index. `rest`: 16 bytes, where not by chance. */
export function newId(at: number = Date.now(), rest: Buffer = randomBytes(16)): string {
  const bytes = Buffer.from(rest)
  bytes.writeUIntBE(at, 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The lowest id that can have been made at this instant: with it the primary key answers what has come since. */
export function firstIdAt(at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`
}

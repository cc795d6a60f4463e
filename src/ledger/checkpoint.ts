import {
  isSignedBy,
  plain,
  readNote,
  type SigningKey,
  signatureOf,
  signNote,
  timestamped,
  type VerifierKey,
} from './signed-note.ts'

/** What the ledger was at one moment: so many leaves, under this root. */
export interface Checkpoint {
  origin: string
  size: number
  root: Buffer
  /** To the second. */
  at: Date
}

/** The checkpoint as a signed note (C2SP tlog-checkpoint), with its time in a timestamped signature of the same key. */
export function signCheckpoint(checkpoint: Checkpoint, key: SigningKey) {
  const text = textOf(checkpoint)
  const seconds = secondsOf(checkpoint.at)
  const stamp = Buffer.alloc(8)
  stamp.writeBigUInt64BE(BigInt(seconds))

  // Extension lines could carry the time but no monitor audits them; a C2SP tlog-cosignature binds it instead.
  return signNote(text, key, [
    { type: plain, message: text },
    { type: timestamped, stamp, message: stamped(text, seconds) },
  ])
}

/** Reads a checkpoint that one of these keys signed; undefined for anything else. */
export function openCheckpoint(note: string, keys: readonly VerifierKey[]): Checkpoint | undefined {
  const parts = readNote(note)
  if (!parts) return undefined
  const [, origin, size, root = ''] = /^(\S[^\n]*)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n$/.exec(parts.text) ?? []
  if (!origin) return undefined

  for (const key of keys) {
    const signature = signatureOf(parts.lines, key, plain)
    const cosignature = signatureOf(parts.lines, key, timestamped)
    if (!signature || !cosignature || !isSignedBy(key, parts.text, signature)) continue
    const seconds = Number(cosignature.readBigUInt64BE(0))
    if (!isSignedBy(key, stamped(parts.text, seconds), cosignature.subarray(8))) continue
    return { origin, size: Number(size), root: Buffer.from(root, 'base64'), at: new Date(seconds * 1000) }
  }
  return undefined
}

export function secondsOf(at: Date) {
  return Math.floor(at.getTime() / 1000)
}

function textOf({ origin, size, root }: Checkpoint) {
  return `${origin}\n${size}\n${root.toString('base64')}\n`
}

function stamped(text: string, seconds: number) {
  return `cosignature/v1\ntime ${seconds}\n${text}`
}

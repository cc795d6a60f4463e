import { isSignedBy, plain, readNote, type SigningKey, signatureOf, signNote, type VerifierKey } from './signed-note.ts'

/** Where a restored backup made a ledger go on from an earlier point than the one it had reached. */
export interface RestoredNote {
  origin: string
  /** The seal the restored ledger goes on from. */
  kept: number
  /** The newest seal that was made before the restoring, and its root: its entries are no longer in the ledger. */
  lost: number
  root: string
  backup: string
}

/** Says in the file of seals why what follows does not begin with all that stands before it. */
export function signRestored({ origin, kept, lost, root, backup }: RestoredNote, key: SigningKey): string {
  const text = `${origin}\nrestored ${kept} ${lost}\n${root}\n${backup}\n`
  return signNote(text, key, [{ type: plain, message: text }])
}

/** Reads what one of these keys signed; undefined for a checkpoint, and for what nobody signed. */
export function openRestored(note: string, keys: readonly VerifierKey[]): RestoredNote | undefined {
  const parts = readNote(note)
  const [, origin, kept, lost, root = '', backup = ''] =
    /^(\S[^\n]*)\nrestored (\d{1,15}) (\d{1,15})\n([A-Za-z0-9+/]{43}=)\n([0-9a-f-]+)\n$/.exec(parts?.text ?? '') ?? []
  if (!parts || !origin) return undefined
  const isOurs = keys.some((key) => {
    const signature = signatureOf(parts.lines, key, plain)
    return signature !== undefined && isSignedBy(key, parts.text, signature)
  })
  return isOurs ? { origin, kept: Number(kept), lost: Number(lost), root, backup } : undefined
}

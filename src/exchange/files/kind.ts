export type FileKind = 'csv' | 'xlsx' | 'vcard'

// Excel of the last century, PDF, pictures, packed files: each begins with its own sign, in hex.
const others = ['d0cf11e0', '25504446', '89504e47', 'ffd8ff', '1f8b', '52617221', '377abcaf', '7b5c727466']

/** What kind of file begins like this; null where it is none that can be read. */
export function kindOf(head: Buffer): FileKind | null {
  if (head.length === 0) return null
  const signs = head.toString('hex', 0, 8)
  if (signs.startsWith('504b0304')) return 'xlsx'
  if (others.some((other) => signs.startsWith(other))) return null
  const plain = head
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  if (/^\s*(<\?xml|<!DOCTYPE|<html)/i.test(plain)) return null
  return /^\s*BEGIN:VCARD/i.test(plain) ? 'vcard' : 'csv'
}

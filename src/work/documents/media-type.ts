/** What a document may be, with the ends of names that say so. What can carry a program or a page is not among them. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'application/msword': ['doc'],
  'application/vnd.ms-excel': ['xls'],
  'application/vnd.ms-powerpoint': ['ppt'],
  'text/plain': ['txt', 'csv'],
}
const inZip: readonly [string, string][] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]
const openDocument = /mimetype(application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation))/

const views: Readonly<Record<string, View>> = {
  'application/pdf': 'pdf',
  'image/png': 'picture',
  'image/jpeg': 'picture',
  'text/plain': 'text',
}

/** How the desk shows it; null where it is only handed over as a file. */
export type View = 'pdf' | 'picture' | 'text'

export function viewOf(mediaType: string): View | null {
  return views[mediaType] ?? null
}

/** What the bytes are, whatever their sender says; null for what is not taken in, or is named otherwise than it is. */
export function mediaTypeOf(bytes: Buffer, fileName: string): string | null {
  const end = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const found = sniffed(bytes, end)
  return found && kinds[found]?.includes(end) ? found : null
}

function sniffed(bytes: Buffer, end: string): string | null {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'application/pdf'
  if (begins(bytes, '89504e470d0a1a0a')) return 'image/png'
  if (begins(bytes, 'ffd8ff')) return 'image/jpeg'
  if (begins(bytes, '504b0304')) return ofZip(bytes)
  if (begins(bytes, 'd0cf11e0a1b11ae1'))
    return Object.keys(kinds).find((kind) => ['doc', 'xls', 'ppt'].includes(end) && kinds[kind]?.includes(end)) ?? null
  return isText(bytes) ? 'text/plain' : null
}

function ofZip(bytes: Buffer): string | null {
  // A macro is a program in somebody else's hand.
  if (bytes.includes('vbaProject.bin')) return null
  return (
    inZip.find(([part]) => bytes.includes(part))?.[1] ??
    openDocument.exec(bytes.subarray(0, 200).toString('latin1'))?.[1] ??
    null
  )
}

function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is the question
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text)
  } catch {
    return false
  }
}

function begins(bytes: Buffer, hex: string) {
  return bytes.subarray(0, hex.length / 2).toString('hex') === hex
}

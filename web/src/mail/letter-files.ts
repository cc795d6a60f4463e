/** A file that is to go with a letter. */
export interface LetterFile {
  key: string
  name: string
  /** Null where nobody knows before it is made. */
  bytes: number | null
  from: { file: File } | { document: string; nth: number } | { paper: string; id: string }
}

// As the server refuses; said before anything is sent.
export const [mostFiles, mostMegabytes] = [10, 10]

export function tooMuch(files: readonly LetterFile[]): boolean {
  return files.length > mostFiles || files.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0) > mostMegabytes * 1e6
}

/** A file as the server is asked to send it: what it holds by its id, what lies on one's computer by its bytes in base64. */
export async function fileAsked({ name, from }: LetterFile) {
  return 'file' in from ? { name, content: await base64Of(from.file) } : from
}

async function base64Of(file: File): Promise<string> {
  const address = await new Promise<string>((read, failed) => {
    const reader = new FileReader()
    reader.onload = () => read(String(reader.result))
    reader.onerror = () => failed(reader.error)
    reader.readAsDataURL(file)
  })
  return address.slice(address.indexOf(',') + 1)
}

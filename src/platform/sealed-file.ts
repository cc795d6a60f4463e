import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { createReadStream } from 'node:fs'

// AES-256-GCM in pieces of a mebibyte (the STREAM construction): each piece has its number and whether it is the last in
// its nonce, so a file that is cut, reordered or changed anywhere does not open. The key is derived anew for each file.

const piece = 1 << 20
const tag = 16

export type SealFault = 'not sealed' | 'altered' | 'torn'

/** Why a sealed file does not open. */
export class SealBroken extends Error {
  readonly fault: SealFault

  constructor(fault: SealFault) {
    super(`the sealed file is ${fault}`)
    this.fault = fault
  }
}

/** The bytes of a sealed file: its open head, one line, and then its content. */
export async function* sealed(key: Buffer, head: string, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const own = fileKey(key, head)
  yield Buffer.from(`${head}\n`)
  let [waiting, length, number]: [Buffer[], number, number] = [[], 0, 0]
  const sealNext = (isLast: boolean) => {
    const all = Buffer.concat(waiting)
    const now = all.subarray(0, piece)
    waiting = [all.subarray(now.length)]
    length -= now.length
    return sealPiece(own, number++, isLast, now)
  }
  for await (const bytes of content) {
    waiting.push(bytes)
    length += bytes.length
    while (length > piece) yield sealNext(false)
  }
  yield sealNext(true)
}

/** The open head of a sealed file; whether it is true shows only when the content opens. */
export async function headOf(file: string, longest = 4096): Promise<string> {
  let read = Buffer.alloc(0)
  for await (const bytes of createReadStream(file, { end: longest })) read = Buffer.concat([read, bytes as Buffer])
  const end = read.indexOf(10)
  if (end < 0) throw new SealBroken('not sealed')
  return read.subarray(0, end).toString('utf8')
}

/** The content of a sealed file, piece by piece; each is what was written, or the reading ends with a fault. */
export async function* opened(key: Buffer, file: string): AsyncGenerator<Buffer> {
  const head = await headOf(file)
  const own = fileKey(key, head)
  const start = Buffer.byteLength(head) + 1
  let [rest, number]: [Buffer, number] = [Buffer.alloc(0), 0]
  for await (const bytes of createReadStream(file, { start, highWaterMark: piece + tag })) {
    rest = rest.length === 0 ? (bytes as Buffer) : Buffer.concat([rest, bytes as Buffer])
    while (rest.length > piece + tag) {
      const content = openPiece(own, number++, false, rest.subarray(0, piece + tag))
      if (!content) throw new SealBroken('altered')
      yield content
      rest = rest.subarray(piece + tag)
    }
  }
  const content = openPiece(own, number, true, rest)
  if (!content)
    throw new SealBroken(rest.length < piece + tag || openPiece(own, number, false, rest) ? 'torn' : 'altered')
  yield content
}

function fileKey(key: Buffer, head: string) {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `sealed file\n${head}`, 32))
}

function sealPiece(key: Buffer, number: number, isLast: boolean, content: Buffer) {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(number, isLast))
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

function openPiece(key: Buffer, number: number, isLast: boolean, bytes: Buffer): Buffer | undefined {
  if (bytes.length < tag) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, isLast), { authTagLength: tag })
  decipher.setAuthTag(bytes.subarray(bytes.length - tag))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - tag)), decipher.final()])
  } catch {
    return undefined // the tag does not fit: said by the caller, who knows which piece it is
  }
}

function nonce(number: number, isLast: boolean) {
  const bytes = Buffer.alloc(12)
  bytes.writeUIntBE(number, 5, 6)
  bytes[11] = isLast ? 1 : 0
  return bytes
}

import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { Refusal } from '#platform/refusal'

/** What a packed file may grow to: a zip of nothing but noughts fills any disk. */
const largest = 12_000_000_000
/** In the last bytes of a whole file stands its table of contents; behind it at most a remark of 64 kB. */
const tailSize = 66_000

interface Entry {
  name: string
  pieces: AsyncIterable<Uint8Array>
}

/** The wanted entries of a zip file in the order they lie in it, each as a stream; no entry is held whole. */
export async function* entriesOf(
  bytes: AsyncIterable<Buffer>,
  wants: (name: string) => boolean,
): AsyncGenerator<Entry> {
  const waiting: { name: string; pieces: Uint8Array[]; ended: boolean }[] = []
  let grown = 0
  let tail = Buffer.alloc(0)
  let fault: Error | null = null
  const unzip = new Unzip((file: UnzipFile) => {
    if (!wants(file.name)) return
    const entry = { name: file.name, pieces: [] as Uint8Array[], ended: false }
    waiting.push(entry)
    file.ondata = (wrong, piece, isLast) => {
      if (wrong) fault = wrong
      grown += piece?.length ?? 0
      if (piece?.length) entry.pieces.push(piece)
      if (isLast) entry.ended = true
    }
    file.start()
  })
  unzip.register(UnzipInflate)

  const source = bytes[Symbol.asyncIterator]()
  let drained = false
  const more = async () => {
    const next = await source.next()
    if (!next.done) tail = Buffer.concat([tail, next.value]).subarray(-tailSize)
    else if (!tail.includes('PK\x05\x06', 0, 'latin1')) fault = new Error('the file is cut')
    try {
      if (next.done) unzip.push(new Uint8Array(0), true)
      else for (let at = 0; at < next.value.length; at += 65_536) unzip.push(next.value.subarray(at, at + 65_536))
    } catch (wrong) {
      fault = wrong as Error
    }
    drained = next.done === true
    if (fault) throw new Refusal('FILE_DAMAGED', 422)
    if (grown > largest) throw new Refusal('FILE_TOO_LARGE', 413, { limit: largest / 1_000_000 })
  }
  try {
    while (!drained || waiting.length > 0) {
      const entry = waiting[0]
      if (!entry) {
        await more()
        continue
      }
      yield { name: entry.name, pieces: piecesOf(entry) }
      if (!entry.ended && drained) throw new Refusal('FILE_DAMAGED', 422)
      waiting.shift()
    }
  } finally {
    await source.return?.()
  }

  async function* piecesOf(entry: { pieces: Uint8Array[]; ended: boolean }) {
    for (;;) {
      const piece = entry.pieces.shift()
      if (piece) yield piece
      else if (entry.ended) return
      else if (drained) throw new Refusal('FILE_DAMAGED', 422)
      else await more()
    }
  }
}

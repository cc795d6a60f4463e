/** One piece of a backup's content: the beginning, rows or end of a table, or what is said of the whole. */
export interface Frame {
  kind: 'shape' | 'table' | 'rows' | 'end' | 'manifest'
  bytes: Buffer
}

const kinds: readonly Frame['kind'][] = ['shape', 'table', 'rows', 'end', 'manifest']

/** A frame as bytes: its kind, its length, itself. */
export function written(kind: Frame['kind'], content: Buffer | object): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content))
  const head = Buffer.alloc(5)
  head[0] = kinds.indexOf(kind)
  head.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([head, bytes])
}

/** The frames in a stream of bytes, however it is cut. */
export async function* framesIn(content: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const bytes of content) {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
    for (let frame = firstIn(rest); frame; frame = firstIn(rest)) {
      yield frame
      rest = rest.subarray(5 + frame.bytes.length)
    }
  }
}

function firstIn(bytes: Buffer): Frame | undefined {
  const length = bytes.length < 5 ? Number.POSITIVE_INFINITY : bytes.readUInt32BE(1)
  const kind = kinds[bytes[0] ?? -1]
  return kind && bytes.length >= 5 + length ? { kind, bytes: bytes.subarray(5, 5 + length) } : undefined
}

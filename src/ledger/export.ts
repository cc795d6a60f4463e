import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Pools } from '#platform/pools'
import { Refusal } from '#platform/refusal'
import { type LeafRecord, type LedgerRecord, recordsOf } from './records.ts'
import { readVerifierKey, type VerifierKey } from './signed-note.ts'

// JSON lines: a head with the verifier keys, the records, and an end with the SHA-256 of every byte before it.

/** The whole ledger as text to stream into a file: hashes, signatures and opaque ids, no names or addresses. */
export async function* exportLedger<T>(db: Pools<T>, keys: readonly VerifierKey[]): AsyncGenerator<string> {
  const digest = createHash('sha256')
  let lines = 0
  const written = (values: readonly unknown[]) => {
    const text = values.map((value) => `${JSON.stringify(value)}\n`).join('')
    digest.update(text)
    lines += values.length
    return text
  }

  yield written([{ kind: 'head', format, keys: keys.map(({ vkey }) => vkey) }])
  for await (const records of recordsOf(db)) yield written(records.map(lineOf))
  yield endOf(lines, digest.digest('hex'))
}

/** The verifier keys an export names; whoever distrusts its maker brings the published ones instead. */
export async function keysInExport(file: string): Promise<VerifierKey[]> {
  for await (const lines of linesOf(file)) {
    try {
      const head = JSON.parse(lines[0]?.toString('utf8') ?? '')
      if (head.format === format) return head.keys.map(readVerifierKey)
    } catch {
      break // not JSON, or not a key: the refusal below says so
    }
    break
  }
  throw new Refusal('EXPORT_NOT_READ', 422)
}

/** What an export says; a line that cannot be what was written ends the reading with a record that says so. */
export async function* recordsIn(file: string): AsyncGenerator<LedgerRecord[]> {
  const digest = createHash('sha256')
  let [number, hasEnded] = [0, false]

  for await (const lines of linesOf(file)) {
    const records: LedgerRecord[] = []
    for (const line of lines) {
      number += 1
      const record = hasEnded ? undefined : recordOf(parsed(line))
      if (!record) return yield [...records, { kind: 'unreadable', line: number }]
      if (record === 'end') {
        hasEnded = line.toString('utf8') === endOf(number - 1, digest.digest('hex'))
        if (!hasEnded) return yield [...records, { kind: 'unreadable', line: number }]
        continue
      }
      digest.update(line)
      if (record !== 'head') records.push(record)
    }
    yield records
  }
  if (!hasEnded) yield [{ kind: 'unreadable', line: number + 1 }]
}

const format = 'seloste-ledger-1'

function endOf(lines: number, sha256: string) {
  return `${JSON.stringify({ kind: 'end', lines, sha256 })}\n`
}

function lineOf(record: LedgerRecord) {
  if (record.kind === 'checkpoint') return { ...record, root: record.root.toString('base64'), at: record.at.getTime() }
  if (record.kind !== 'leaf') return record
  return { ...record, hash: record.hash.toString('base64'), salt: record.salt?.toString('base64') ?? null }
}

type Line = Record<string, unknown> & { kind?: unknown }

function parsed(line: Buffer): Line {
  try {
    return Object(JSON.parse(line.toString('utf8')))
  } catch {
    return {} // said by the caller, with the number of the line
  }
}

function recordOf(line: Line): LedgerRecord | 'head' | 'end' | undefined {
  if (line.kind === 'head' || line.kind === 'end') return line.kind
  if (line.kind === 'leaf') return leafIn(line)
  const root = bytesOf(line.root, 32)
  if (line.kind === 'checkpoint' && root && isCount(line.size) && typeof line.note === 'string' && isCount(line.at)) {
    return { kind: 'checkpoint', size: line.size, root, note: line.note, at: new Date(line.at) }
  }
  if (line.kind === 'day' && typeof line.day === 'string' && isCount(line.rows) && typeof line.sha256 === 'string') {
    return { kind: 'day', day: line.day, rows: line.rows, sha256: line.sha256 }
  }
  return undefined
}

function leafIn({ index, hash: text, seq, at, salt: erasable, opening }: Line): LeafRecord | undefined {
  const [hash, salt] = [bytesOf(text, 32), erasable === null ? null : bytesOf(erasable, 16)]
  const isWhole = hash && salt !== undefined && isCountOrNull(index) && isCountOrNull(seq) && isCountOrNull(at)
  return isWhole ? { kind: 'leaf', index, hash, seq, at, salt, opening } : undefined
}

function bytesOf(text: unknown, length: number) {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : undefined
  return bytes?.length === length ? bytes : undefined
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function isCountOrNull(value: unknown): value is number | null {
  return value === null || isCount(value)
}

// With their line ends, by the byte: `readline` would also break lines at U+2028, which may stand in a payload.
async function* linesOf(file: string): AsyncGenerator<Buffer[]> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const bytes = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer])
    const lines: Buffer[] = []
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      lines.push(bytes.subarray(start, end + 1))
      start = end + 1
    }
    rest = bytes.subarray(start)
    if (lines.length > 0) yield lines
  }
  if (rest.length > 0) yield [rest]
}

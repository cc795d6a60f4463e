import { createHmac, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from '#platform/canonical-json'

/** A choice or an erasure that no backup may undo: opaque ids and digests only. */
export type Replay =
  | { kind: 'erasure'; person: string }
  | {
      kind: 'objection'
      person?: string
      organisation?: string
      /** Hex, of the keyed digests of the addresses it covers. */
      digests: readonly string[]
      scope: string
      channel?: string
      topic?: string
    }
  | { kind: 'withdrawal'; person: string; purpose: string; channel: string }
  | { kind: 'restriction'; person: string; on: boolean }

/** One line of the log: what to do again, and the leaf that says in the ledger that it was done. */
export interface ReplayLine {
  leaf: string
  at: string
  replay: Replay
}

export interface ReplayLines {
  lines: ReplayLine[]
  /** Lines that a power cut or a kill left unfinished; their deeds were never committed. */
  torn: number
  /** The first line, counted from 1, that does not follow from the one before it; null while the log is whole. */
  alteredAt: number | null
}

/** The text of these lines, each signed together with everything before it. */
export function replayText(key: string, previous: string, lines: readonly ReplayLine[]): string {
  let chain = previous
  return lines
    .map((line) => {
      chain = macOf(key, chain, line)
      return `${canonicalJson({ ...line, mac: chain })}\n`
    })
    .join('')
}

/** What a log says. Only the last line before a gap may be torn: whoever changes a line breaks the chain behind it. */
export function linesOfReplay(key: string, text: string): ReplayLines {
  const read: ReplayLines = { lines: [], torn: 0, alteredAt: null }
  let chain = ''
  for (const [i, written] of text.split('\n').entries()) {
    if (written === '') continue
    const line = parsed(written)
    if (!line) {
      read.torn += 1
      continue
    }
    const { mac, ...said } = line
    const own = macOf(key, chain, said)
    if (!isSame(own, mac) || canonicalJson(line) !== written) return { ...read, alteredAt: i + 1 }
    chain = own
    read.lines.push(said)
  }
  return read
}

/** The chain's end in the last bytes of a log; undefined where no whole line is among them. */
export function endOfChain(tail: string): string | undefined {
  const whole = tail.slice(0, tail.lastIndexOf('\n') + 1).split('\n')
  for (const written of whole.toReversed()) {
    const line = written === '' ? undefined : parsed(written)
    if (line) return line.mac
  }
  return undefined
}

function macOf(key: string, previous: string, line: ReplayLine) {
  return createHmac('sha256', key)
    .update(`${previous}\n${canonicalJson(line)}`)
    .digest('base64url')
}

function isSame(own: string, said: string) {
  const [left, right] = [Buffer.from(own), Buffer.from(said)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function parsed(written: string): (ReplayLine & { mac: string }) | undefined {
  try {
    const line = JSON.parse(written)
    return typeof line?.mac === 'string' && typeof line.leaf === 'string' && line.replay ? line : undefined
  } catch {
    return undefined // the torn end of a line, as counted by the caller
  }
}

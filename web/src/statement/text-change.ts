import { ChangeSet, Text } from '@codemirror/state'

// 1,400 lines against 1,400 take 50 ms; beyond it the differing part counts as one change.
const mostPairs = 2_000_000

interface Replacing {
  from: number
  to: number
  insert: string
}

/** What turns one text into another, line by line: a place in the one is carried to the same line of the other. */
export function changeOf(before: string, after: string): ChangeSet {
  const changes = replacings(before, after).map((one) => within(before.length, one))
  return ChangeSet.of(changes, before.length)
}

/** The answer to a text that was sent, with what was typed since in its place. */
export function answered({ sent, answer, now }: { sent: string; answer: string; now: string }): string {
  if (now === sent) return answer
  const since = changeOf(sent, now).map(changeOf(sent, answer), true)
  return since.apply(Text.of(answer.split('\n'))).toString()
}

/** Where the lines of one text stand in another; a line that is gone leads to where it was. */
export function linesCarried(before: string, after: string): (line: number) => number {
  const change = ChangeSet.of(replacings(before, after), before.length + 1)
  const [old, next] = [Text.of(before.split('\n')), Text.of(after.split('\n'))]
  return (line) => {
    const { from } = old.line(Math.min(Math.max(line, 1), old.lines))
    return next.lineAt(Math.min(change.mapPos(from, 1), after.length)).number
  }
}

function replacings(before: string, after: string): Replacing[] {
  const old = linesOf(before)
  const next = linesOf(after)
  const changes: Replacing[] = []
  const cuts = [...keptLines(old, next), { at: old.length, to: next.length }]
  let [at, to, from] = [0, 0, 0]
  for (const kept of cuts) {
    const gone = old.slice(at, kept.at).join('')
    const come = next.slice(to, kept.to).join('')
    if (gone || come) changes.push(withoutCommonEnds(from, gone, come))
    from += gone.length + (old[kept.at]?.length ?? 0)
    ;[at, to] = [kept.at + 1, kept.to + 1]
  }
  return changes
}

// The last line counts as ended, like every other: it is the same line also where more lines follow.
function linesOf(text: string) {
  return text.split('\n').map((line) => `${line}\n`)
}

// At the end of a text the line end that belongs to a line is the one before it.
function within(length: number, { from, to, insert }: Replacing): Replacing {
  return to <= length
    ? { from, to, insert }
    : { from: from - 1, to: to - 1, insert: insert && `\n${insert.slice(0, -1)}` }
}

/** The most lines that both texts have in the same order, by their places. */
function keptLines(old: string[], next: string[]) {
  let start = 0
  while (start < Math.min(old.length, next.length) && old[start] === next[start]) start += 1
  let end = 0
  const room = Math.min(old.length, next.length) - start
  while (end < room && old.at(-1 - end) === next.at(-1 - end)) end += 1

  const same = (at: number, to: number, count: number) =>
    Array.from({ length: count }, (_, nth) => ({ at: at + nth, to: to + nth }))
  const middle = longestCommon(old.slice(start, old.length - end), next.slice(start, next.length - end))
  return [
    ...same(0, 0, start),
    ...middle.map(({ at, to }) => ({ at: at + start, to: to + start })),
    ...same(old.length - end, next.length - end, end),
  ]
}

function longestCommon(old: string[], next: string[]) {
  const width = next.length + 1
  if (old.length * next.length > mostPairs) return []
  const most = new Uint16Array((old.length + 1) * width)
  const of = (at: number, to: number) => most[at * width + to] as number
  for (let at = old.length - 1; at >= 0; at -= 1)
    for (let to = next.length - 1; to >= 0; to -= 1)
      most[at * width + to] = old[at] === next[to] ? of(at + 1, to + 1) + 1 : Math.max(of(at + 1, to), of(at, to + 1))

  const pairs: { at: number; to: number }[] = []
  for (let [at, to] = [0, 0]; at < old.length && to < next.length; ) {
    if (old[at] === next[to]) pairs.push({ at: at++, to: to++ })
    else if (of(at + 1, to) >= of(at, to + 1)) at += 1
    else to += 1
  }
  return pairs
}

function withoutCommonEnds(from: number, gone: string, come: string): Replacing {
  const room = Math.min(gone.length, come.length)
  let start = 0
  while (start < room && gone[start] === come[start]) start += 1
  let end = 0
  while (end < room - start && gone.at(-1 - end) === come.at(-1 - end)) end += 1
  return { from: from + start, to: from + gone.length - end, insert: come.slice(start, come.length - end) }
}

import { ChangeSet, Text } from '@codemirror/state'

// A mend changes tens of lines; where more than this differ, the differing part counts as one change.
const mostChanges = 1500

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
  // With its last line ended, what is written into that line and what comes after it have places of their own.
  const change = (to: string) => ChangeSet.of(replacings(sent, to), sent.length + 1)
  const text = change(now)
    .map(change(answer))
    .apply(Text.of(`${answer}\n`.split('\n')))
  return text.sliceString(0, text.length - 1)
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

/** Myers, An O(ND) Difference Algorithm (1986): a statement has thousands of lines, of which few differ. */
function longestCommon(old: string[], next: string[]) {
  const most = Math.min(old.length + next.length, mostChanges)
  // How far into the old text each diagonal has come, and how far it had come before each further change.
  const reached = new Int32Array(2 * most + 3)
  const of = (diagonal: number) => reached[diagonal + most + 1] as number
  const trail: Int32Array[] = []
  for (let changes = 0; changes <= most; changes += 1) {
    trail.push(reached.slice(most - changes, most + changes + 3))
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const isCome = diagonal === -changes || (diagonal !== changes && of(diagonal - 1) < of(diagonal + 1))
      let at = isCome ? of(diagonal + 1) : of(diagonal - 1) + 1
      while (at < old.length && at - diagonal < next.length && old[at] === next[at - diagonal]) at += 1
      reached[diagonal + most + 1] = at
      if (at >= old.length && at - diagonal >= next.length) return walkedBack(trail, old.length, next.length)
    }
  }
  return []
}

function walkedBack(trail: Int32Array[], oldLength: number, nextLength: number) {
  const pairs: { at: number; to: number }[] = []
  let [at, to] = [oldLength, nextLength]
  for (let changes = trail.length - 1; changes >= 0; changes -= 1) {
    const of = (diagonal: number) => trail[changes]?.[diagonal + changes + 1] as number
    const diagonal = at - to
    const isCome = diagonal === -changes || (diagonal !== changes && of(diagonal - 1) < of(diagonal + 1))
    const before = isCome ? diagonal + 1 : diagonal - 1
    const [fromAt, fromTo] = changes === 0 ? [0, 0] : [of(before), of(before) - before]
    while (at > fromAt && to > fromTo) pairs.push({ at: --at, to: --to })
    ;[at, to] = [fromAt, fromTo]
  }
  return pairs.reverse()
}

function withoutCommonEnds(from: number, gone: string, come: string): Replacing {
  const room = Math.min(gone.length, come.length)
  let start = 0
  while (start < room && gone[start] === come[start]) start += 1
  let end = 0
  while (end < room - start && gone.at(-1 - end) === come.at(-1 - end)) end += 1
  return { from: from + start, to: from + gone.length - end, insert: come.slice(start, come.length - end) }
}

import type { Outcome } from './contract.ts'

/** The reader's own lines that were refused, with the reason in a column of its own; cells that begin like a formula are kept from being one. */
export function refusedFile(text: string, outcomes: readonly Outcome[], reason: string): string {
  const lines = linesOf(text)
  const delimiter = lines[0]?.includes(';') ? ';' : lines[0]?.includes('\t') ? '\t' : ','
  const rows = outcomes.filter(({ result }) => result === 'refused')
  const quoted = (cell: string) => `"${cell.replace(/^[=+\-@]/, "'$&").replaceAll('"', '""')}"`
  const head = `${lines[0] ?? ''}${delimiter}${quoted(reason)}`
  return [head, ...rows.map(({ line, said }) => `${lines[line - 1] ?? ''}${delimiter}${quoted(said ?? '')}`)].join(
    '\r\n',
  )
}

/** Physical lines joined while a quote is open, each under the number of its last line, as the server counts. */
function linesOf(text: string): string[] {
  const lines: string[] = []
  let open = ''
  for (const [at, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const whole = open ? `${open}\n${line}` : line
    const isOpen = (whole.match(/"/g)?.length ?? 0) % 2 === 1
    open = isOpen ? whole : ''
    if (!isOpen) lines[at] = whole
  }
  return lines
}

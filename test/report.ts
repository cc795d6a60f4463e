import { relative } from 'node:path'
import type { run } from 'node:test'
import { inspect } from 'node:util'

/** How many tests ended which way. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

export interface Wish {
  root: string
  /** The files behind each that runs: itself, or several in one process. */
  of: ReadonlyMap<string, readonly string[]>
  /** Name every test, not only every file. */
  everyTest: boolean
}

/** Prints a line for each test file as its process ends, each failure whole, and at the end the runner's own summary. */
export async function report(tests: ReturnType<typeof run>, { root, of, everyTest }: Wish): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 }
  const failures: string[] = []
  const summary: string[] = []
  const byFile = new Map<string, Count>()
  const files = [...of.values()].flat().length
  let ended = 0

  for await (const { type, data } of tests) {
    if (type === 'test:pass' || type === 'test:fail') {
      if (everyTest) console.log(line(type, data))
      if (type === 'test:fail' && isOwnFailure(data)) failures.push(told(data, root))
      if (data.file) byFile.set(data.file, counted(byFile.get(data.file), type, data))
    }
    if (type === 'test:stdout' || type === 'test:stderr') process.stdout.write(data.message)
    if (type === 'test:diagnostic' && isSummary(data.message)) summary.push(`ℹ ${data.message}`)
    if (type !== 'test:summary') continue

    const { passed, failed, cancelled, skipped, todo } = data.counts
    if (!data.file) Object.assign(tally, { passed, failed: failed + cancelled, skipped: skipped + todo })
    for (const file of (data.file && of.get(data.file)) || [])
      console.log(fileLine(`[${++ended}/${files}] ${relative(root, file)}`, byFile.get(file)))
  }
  tally.failed += [...of.values()].flat().filter((file) => !byFile.has(file)).length

  if (failures.length) console.log(`\n${failures.join('\n\n')}\n`)
  console.log(summary.join('\n'))
  return tally
}

interface Count {
  passed: number
  failed: number
  skipped: number
  ms: number
}

interface Ended {
  name: string
  nesting: number
  file?: string
  line?: number
  skip?: string | boolean
  details: { duration_ms: number; type?: string; error?: Error & { failureType?: string; cause?: unknown } }
}

function counted(before: Count | undefined, type: string, { nesting, skip, details }: Ended): Count {
  const { passed, failed, skipped, ms } = before ?? { passed: 0, failed: 0, skipped: 0, ms: 0 }
  const one = details.type === 'suite' ? 0 : 1
  const isSkipped = skip !== undefined && skip !== false
  return {
    passed: passed + (type === 'test:pass' && !isSkipped ? one : 0),
    failed: failed + (type === 'test:fail' ? one : 0),
    skipped: skipped + (isSkipped ? one : 0),
    ms: ms + (nesting === 0 ? details.duration_ms : 0),
  }
}

// A file of which no test ran did not get as far: it, or one before it in its process, did not load.
function fileLine(name: string, count: Count | undefined) {
  if (!count) return `✖ ${name}: NOTHING RAN`
  const { passed, failed, skipped, ms } = count
  const counts = `${passed} passed${failed ? `, ${failed} FAILED` : ''}${skipped ? `, ${skipped} skipped` : ''}`
  return `${failed ? '✖' : '✓'} ${name}: ${counts}, ${seconds(ms)}`
}

function line(type: string, { name, nesting, skip, details }: Ended) {
  const mark = skip !== undefined && skip !== false ? '﹣' : type === 'test:pass' ? '✔' : '✖'
  const reason = typeof skip === 'string' ? ` # ${skip}` : ''
  return `${'  '.repeat(nesting + 1)}${mark} ${name} (${seconds(details.duration_ms)})${reason}`
}

function isOwnFailure({ details }: Ended) {
  return details.error?.failureType !== 'subtestsFailed'
}

function told({ name, file, line, details }: Ended, root: string) {
  const cause = details.error?.cause ?? details.error
  const reason = typeof cause === 'string' ? cause : inspect(cause, { depth: 5, colors: process.stdout.isTTY })
  return `✖ ${name}\n  ${file ? `${relative(root, file)}:${line}` : ''}\n  ${reason.replaceAll('\n', '\n  ')}`
}

function isSummary(message: string) {
  return /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/.test(message)
}

function seconds(ms: number) {
  return `${(ms / 1000).toFixed(1)} s`
}

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
  files: number
  /** Name every test, not only every file. */
  everyTest: boolean
}

/** Prints a line for each test file as it ends, each failure whole, and at the end the runner's own summary. */
export async function report(tests: ReturnType<typeof run>, { root, files, everyTest }: Wish): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 }
  const failures: string[] = []
  const summary: string[] = []
  let ended = 0

  for await (const { type, data } of tests) {
    if (type === 'test:pass' || type === 'test:fail') {
      if (everyTest) console.log(line(type, data))
      if (type === 'test:fail' && isOwnFailure(data)) failures.push(told(data, root))
    }
    if (type === 'test:stdout' || type === 'test:stderr') process.stdout.write(data.message)
    if (type === 'test:diagnostic' && isSummary(data.message)) summary.push(`ℹ ${data.message}`)
    if (type !== 'test:summary') continue

    const { passed, failed, cancelled, skipped, todo } = data.counts
    if (!data.file) Object.assign(tally, { passed, failed: failed + cancelled, skipped: skipped + todo })
    else {
      const counts = `${passed} passed${failed + cancelled ? `, ${failed + cancelled} FAILED` : ''}${skipped ? `, ${skipped} skipped` : ''}`
      console.log(
        `${data.success ? '✓' : '✖'} [${++ended}/${files}] ${relative(root, data.file)}: ${counts}, ${seconds(data.duration_ms)}`,
      )
    }
  }

  if (failures.length) console.log(`\n${failures.join('\n\n')}\n`)
  console.log(summary.join('\n'))
  return tally
}

interface Ended {
  name: string
  nesting: number
  file?: string
  line?: number
  skip?: string | boolean
  details: { duration_ms: number; error?: Error & { failureType?: string; cause?: unknown } }
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

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Test files that share a process: to load the whole application costs more than most files' tests. */
export interface Together {
  /** What the runner runs: a file by itself, or one that imports several. */
  entries: string[]
  /** The files behind each entry. */
  of: Map<string, string[]>
}

/** Gives files a process in common, a few each, written below `folder`; whoever touches what a process shares stays alone. */
export function together(files: readonly string[], folder: string, few: number): Together {
  const sharing = files.filter((file) => !staysAlone(readFileSync(file, 'utf8')))
  const groups = dealt(sharing, Math.ceil(sharing.length / few))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })

  const of = new Map(files.filter((file) => !sharing.includes(file)).map((file) => [file, [file]]))
  for (const [n, members] of groups.entries()) {
    const entry = join(folder, `together-${n + 1}.mjs`)
    writeFileSync(entry, importing(members))
    of.set(entry, members)
  }
  return { entries: [...of.keys()], of }
}

// The runner cleans up as soon as no test is left, though more are still loading: one that waits for them holds it.
function importing(members: readonly string[]): string {
  return `import { test } from 'node:test'
const { promise, resolve, reject } = Promise.withResolvers()
test('${members.length} files share a process', () => promise)
const faults = []
for (const file of ${JSON.stringify(members.map((file) => pathToFileURL(file).href))})
  await import(file).catch((fault) => faults.push(fault))
if (faults.length > 0) reject(faults.length > 1 ? new AggregateError(faults) : faults[0])
else resolve()
`
}

/** Whether a test file changes, measures or ends its process, or says what is done before or after every test of it. */
export function staysAlone(source: string): boolean {
  return /process\.(?!env\.\w+\b(?! *\??\??= ))|DATABASE_URL|\bmock\.|child_process|worker_threads|globalThis|startPostgres|serverUrl|pg_database|#test\/took|performance\.|\.prototype\b|\/street\.ts|^(before|beforeEach|afterEach)\(/m.test(
    source,
  )
}

// As cards are dealt, there and back: each hand gets long ones and short ones.
function dealt(files: readonly string[], hands: number): string[][] {
  const all: string[][] = Array.from({ length: hands }, () => [])
  for (const [n, file] of files.entries()) {
    const turn = n % (2 * hands)
    all[turn < hands ? turn : 2 * hands - 1 - turn]?.push(file)
  }
  return all
}

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allChecks } from '../src/oversight/evidence/checks.ts'

/** The table clause → what the register does → its code → its tests, in Markdown: written by `print-duties.ts`. */
export function printDuties(root: string): string {
  const code = placesOf(
    root,
    ['src/**/*.ts', 'migrations/*.sql'],
    (file) => !/\.(test|fixture)\.ts$|\/evidence\//.test(file),
  )
  const tests = placesOf(root, ['src/**/*.test.ts', 'test/**/*.test.ts'], () => true)
  const clauses = [...new Set(allChecks.map(({ clause }) => clause))]
  const rows = clauses.map((clause) => {
    const checks = allChecks.filter((check) => check.clause === clause)
    const controls = checks.map(({ id, control, kind }) =>
      kind === 'prose' ? `*prose only:* ${control.en}` : `${control.en} (\`${id}\`)`,
    )
    return `| ${clause} | ${controls.join('<br>')} | ${links(code.get(clause), 4)} | ${links(tests.get(clause), 3)} |`
  })
  return [
    '# Duties',
    '',
    'Written by `node tools/print-duties.ts`: every clause of the statement, what the register does about it with the id of its live',
    'check (`seloste doctor`), the code that names the clause, and the tests that do. A test says when this page is out of date.',
    'Each live check has a test of its own that breaks the promise and sees that check fail, and no other:',
    '[evidence.test.ts](../../src/oversight/evidence/evidence.test.ts).',
    '',
    '| clause | what the register does | code | tests |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** Which files name a clause, most often first. */
function placesOf(root: string, patterns: string[], isWanted: (file: string) => boolean): Map<string, string[]> {
  const found = new Map<string, Map<string, number>>()
  const files = patterns
    .flatMap((pattern) => globSync(pattern, { cwd: root }))
    .map((file) => file.replaceAll('\\', '/'))
  for (const file of [...new Set(files)].filter(isWanted).sort()) {
    for (const [clause] of readFileSync(join(root, file), 'utf8').matchAll(/\bS\d{1,2}\.\d{1,2}\b/g)) {
      const places = found.get(clause) ?? new Map<string, number>()
      found.set(clause, places.set(file, (places.get(file) ?? 0) + 1))
    }
  }
  return new Map(
    [...found].map(([clause, places]) => [
      clause,
      [...places].sort(([a, n], [b, m]) => rank(a) - rank(b) || m - n || (a < b ? -1 : 1)).map(([file]) => file),
    ]),
  )
}

// What enforces a clause comes before what reads or prints it.
function rank(file: string) {
  return /^src\/statement\/(draft|lint|compare|render|mend|template|parity)/.test(file) ? 1 : 0
}

function links(files: readonly string[] = [], most: number) {
  return files
    .slice(0, most)
    .map((file) => `[${file.split('/').slice(-2).join('/')}](../../${file})`)
    .join('<br>')
}

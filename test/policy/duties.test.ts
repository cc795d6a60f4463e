import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { printDuties } from '../../tools/duties.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = () => readFileSync(`${root}/docs/duties/README.md`, 'utf8')
// Which files come first moves with every comment; that every clause has its control, and that every link leads somewhere, must hold.
const controls = (text: string) =>
  [...text.matchAll(/^\| (S[\d.]+) \| (.*?) \|/gm)].map(([, clause, said]) => `${clause} ${said}`)

test('docs/duties says of every clause what the register does now; `node tools/print-duties.ts` prints it anew', () => {
  assert.deepEqual(controls(page()), controls(printDuties(root)))
  assert.equal(controls(page()).length >= 112, true)
})

test('every file that docs/duties names is there', () => {
  for (const [, file = ''] of page().matchAll(/\]\(\.\.\/\.\.\/([^)]+)\)/g)) readFileSync(`${root}/${file}`)
})

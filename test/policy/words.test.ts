import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { refusalsOfApp } from '#app'
import { languages } from '#platform/language'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = (
  await Promise.all(
    (
      await readdir(`${root}/src`, { recursive: true })
    )
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFile(`${root}/src/${file}`, 'utf8')),
  )
).join('\n')

test('every refusal that the code can make is said in Finnish, Swedish and English', () => {
  const thrown = [...sources.matchAll(/new Refusal\(\s*'([A-Z_]+)'/g)].map(([, code]) => code as string)
  assert.ok(thrown.length > 40)
  assert.deepEqual([...new Set(thrown)].filter((code) => !refusalsOfApp[code]).sort(), [])
  for (const [code, said] of Object.entries(refusalsOfApp)) {
    for (const language of languages) assert.ok(said[language]?.trim(), `${code} lacks ${language}`)
  }
})

test('no two languages of a refusal are the same sentence', () => {
  const same = Object.entries(refusalsOfApp).filter(([, { fi, sv, en }]) => fi === sv || sv === en || fi === en)
  assert.deepEqual(
    same.map(([code]) => code),
    [],
  )
})

test('every refusal stands in the documentation', async () => {
  const documented = await readFile(`${root}/docs/refusals.md`, 'utf8')
  assert.deepEqual(
    Object.keys(refusalsOfApp).filter((code) => !documented.includes(`\`${code}\``)),
    [],
  )
})

test('every event of the ledger stands in a module’s README', async () => {
  const events = [...sources.matchAll(/what: '([a-z-]+\.[a-z-]+)'/g)].map(([, event]) => event as string)
  const readmes = (
    await Promise.all(
      (
        await readdir(`${root}/src`, { recursive: true })
      )
        .filter((file) => file.endsWith('README.md'))
        .map((file) => readFile(`${root}/src/${file}`, 'utf8')),
    )
  ).join('\n')
  assert.ok(events.length > 20)
  assert.deepEqual([...new Set(events)].filter((event) => !readmes.includes(event)).sort(), [])
})

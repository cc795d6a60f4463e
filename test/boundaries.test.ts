import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folders = ['src', 'bin', 'test', 'tools', 'bench', 'web/src']

/** One planted violation for every rule: the file and what it says. */
const planted: Record<string, [file: string, text: string]> = {
  'ledger-uses-only-its-friends': ['src/ledger/planted-friend.ts', `import '#statement'`],
  'statement-uses-only-its-friends': ['src/statement/planted-friend.ts', `import type { Person } from '#register'`],
  'access-uses-only-its-friends': ['src/access/planted-friend.ts', `import '#register'`],
  'register-uses-only-its-friends': ['src/register/planted-friend.ts', `import '#website'`],
  'choices-uses-only-its-friends': ['src/choices/planted-friend.ts', `import '../dealings/index.ts'`],
  'recipients-uses-only-its-friends': ['src/recipients/planted-friend.ts', `import '../marketing/index.ts'`],
  'dealings-uses-only-its-friends': ['src/dealings/planted-friend.ts', `import '../marketing/index.ts'`],
  'marketing-uses-only-its-friends': ['src/marketing/planted-friend.ts', `import '../dealings/index.ts'`],
  'exchange-uses-only-its-friends': ['src/exchange/planted-friend.ts', `import '../marketing/index.ts'`],
  'lists-uses-only-its-friends': ['src/lists/planted-friend.ts', `import '../register/index.ts'`],
  'work-uses-only-its-friends': ['src/work/planted-friend.ts', `import '../dealings/index.ts'`],
  'mail-uses-only-its-friends': ['src/mail/planted-friend.ts', `import '../dealings/index.ts'`],
  'website-uses-only-its-friends': ['src/website/planted-friend.ts', `import '../rights/index.ts'`],
  'rights-uses-only-its-friends': ['src/rights/planted-friend.ts', `import '../oversight/index.ts'`],
  'oversight-uses-only-its-friends': ['src/oversight/planted-friend.ts', `import '../app.ts'`],
  'keeping-uses-only-its-friends': ['src/keeping/planted-friend.ts', `import '../app.ts'`],
  'through-the-front-door': ['src/register/planted-door.ts', `import type { Policy } from '../statement/policy.ts'`],
  'through-the-front-door-from-above': ['src/planted-above.ts', `import { perform } from './ledger/perform.ts'`],
  'tables-stay-home': ['src/register/planted-tables.ts', `import type { LedgerTables } from '../ledger/tables.ts'`],
  'platform-knows-no-domain': ['src/platform/planted-domain.ts', `import type { Act } from '#ledger'`],
  'http-stays-in-routes-and-pages': ['src/register/planted-http.ts', `import type { FastifyRequest } from 'fastify'`],
  'nouns-are-pure': ['src/register/planted.ts', `import { sql } from 'kysely'`],
  'database-only-through-the-doors': ['src/register/planted-database.ts', `import pg from 'pg'`],
  'connectors-only-from-app': ['src/register/planted-connector.ts', `import '../connectors/planted/index.ts'`],
  'web-never-imports-src': ['web/src/planted-src.ts', `import type { Said } from '../../src/platform/language.ts'`],
  'no-cycles': ['src/register/planted-circle.ts', `import './planted-cycle.ts'`],
  'no-orphans': ['src/register/planted-orphan.ts', 'export const nobody = 1'],
  'no-test-imports': ['src/register/planted-test-import.ts', `import '../../test/report.ts'`],
  'not-to-dev-dep': ['src/register/planted-dev.ts', `import fc from 'fast-check'`],
  'no-unlisted-package': ['src/register/planted-unlisted.ts', `import 'pg-protocol'`],
  'licence-vetted': ['src/register/planted-licence.ts', `import 'planted-licence'`],
}

const besides: Record<string, string> = {
  'src/register/planted-cycle.ts': `import './planted-circle.ts'`,
  'src/connectors/planted/index.ts': `import '#platform/language'`,
}

const modules = Object.keys(planted).flatMap((rule) => /^(\w+)-uses-only/.exec(rule)?.[1] ?? [])

describe('the boundaries between modules', () => {
  let copy = ''
  let clean: Cruise
  let spoilt: Cruise

  before(() => {
    clean = cruise(root)
    copy = copied()
    for (const [file, text] of [...Object.values(planted), ...Object.entries(besides)]) write(copy, file, text)
    plantPackage(copy)
    spoilt = cruise(copy)
  })
  after(() => rmSync(copy, { recursive: true, force: true }))

  it('are kept, in every file of the server', () => {
    const files = globSync('src/**/*.ts', { cwd: root })

    assert.deepEqual(
      clean.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
      [],
    )
    assert.ok(clean.totalCruised >= files.length, `${clean.totalCruised} modules cruised for ${files.length} files`)
  })

  it('each have a planted violation', () => {
    const rules = spoilt.ruleSetUsed.forbidden.map(({ name }) => name)

    assert.deepEqual(rules.sort(), Object.keys(planted).sort())
    assert.ok(spoilt.ruleSetUsed.forbidden.every(({ comment }) => comment))
  })

  for (const [rule, [file]] of Object.entries(planted)) {
    it(`${rule} is reported when it is broken`, () => {
      const reported = spoilt.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)
      assert.ok(reported.includes(rule), `${file} was reported under: ${reported.join(', ') || 'nothing'}`)
    })
  }
})

interface Cruise {
  totalCruised: number
  violations: { from: string; to: string; rule: { name: string } }[]
  ruleSetUsed: { forbidden: { name: string; comment?: string }[] }
}

function cruise(at: string): Cruise {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const there = folders.filter((folder) => globSync(`${folder}/**/*.{ts,tsx,mjs}`, { cwd: at }).length > 0)
  const options = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...there]
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...options], {
    cwd: at,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })

  assert.ok(stdout.startsWith('{'), stderr || stdout)
  return (JSON.parse(stdout) as { summary: Cruise }).summary
}

function copied() {
  const doors = modules.map((name) => `src/${name}/index.ts`)
  const copy = mkdtempSync(join(tmpdir(), 'seloste-boundaries-'))
  for (const name of [...folders, 'package.json', 'tsconfig.json', '.dependency-cruiser.mjs']) {
    if (globSync(name, { cwd: root }).length) cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  for (const door of doors.filter((door) => !existsSync(join(copy, door)))) write(copy, door, '')
  mkdirSync(join(copy, 'node_modules'))
  for (const name of ['kysely', 'pg', 'pg-protocol', 'fastify', '@fastify', 'fast-check', 'typescript', '@types']) {
    symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name))
  }
  return copy
}

function plantPackage(copy: string) {
  const described = { name: 'planted-licence', version: '1.0.0', license: 'Proprietary', main: 'index.js' }
  write(copy, 'node_modules/planted-licence/package.json', JSON.stringify(described))
  write(copy, 'node_modules/planted-licence/index.js', '')

  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  own.dependencies['planted-licence'] = '1.0.0'
  write(copy, 'package.json', JSON.stringify(own))
}

function write(copy: string, file: string, text: string) {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  writeFileSync(join(copy, file), `${text}\n`)
}

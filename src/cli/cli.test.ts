import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { clusterAt } from '#platform/postgres-home'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'seloste-cli-'))
const data = join(folder, 'register')
const mended = 'examples/valo-group.yaml'
const faulty = 'examples/rekisteriseloste-2022-12-12.yaml'

describe('the command line', () => {
  // Root's server may have had to live outside the folder.
  after(async () => {
    const { home } = await clusterAt(data)
    for (const made of [home, folder]) rmSync(made, { recursive: true, force: true })
  })

  it('runs under any Node that npm brought, and explains every command', () => {
    const help = spawnSync(join(root, 'bin/seloste'), ['--help', '--lang', 'en'], { encoding: 'utf8' })
    const commands = [...help.stdout.matchAll(/^ {2}([a-z-]+) \[/gm)].map(([, name = '']) => name)

    assert.equal(help.status, 0, help.stderr)
    assert.ok(commands.includes('lint') && commands.includes('draft'))
    for (const command of commands) assert.match(seloste(command, '--help').stdout, /--json/, command)
  })

  it('speaks Finnish unless told otherwise', () => {
    assert.match(seloste('lint', mended).stdout, /ei virheitä/)
    assert.match(seloste('lint', mended, '--lang', 'sv').stdout, /inga fel/)
    assert.match(seloste('lint', mended, '--lang=en').stdout, /no errors/)
  })

  it('lint leaves with 1 when there are errors, and names code, clause, reason and mend', () => {
    const { status, stdout } = seloste('lint', faulty, '--json')
    const { errors, warnings, notes } = JSON.parse(stdout)

    assert.equal(status, 1)
    assert.deepEqual([errors.length, warnings.length], [14, 20])
    for (const finding of [...errors, ...warnings, ...notes]) {
      assert.ok(finding.code && finding.clause && finding.reason.fi && finding.mend.sv, finding.code)
    }
  })

  it('lint tells a person the line of each finding', () => {
    assert.match(seloste('lint', faulty).stdout, /^ {2}E-LIA-MISSING S4\.9.*2022-12-12\.yaml:\d+$/m)
  })

  it('lint leaves with 2 when the file cannot be read, with line and column', () => {
    const broken = written('broken.yaml', readFileSync(join(root, mended), 'utf8').replace('controller:', 'controler:'))
    const { status, stdout } = seloste('lint', broken)

    assert.equal(status, 2)
    assert.match(stdout, /broken\.yaml:\d+:\d+: .*controller/)
    assert.equal(JSON.parse(seloste('lint', broken, '--json').stdout).errors[0].level, 'error')
    assert.equal(seloste('lint', join(folder, 'absent.yaml')).status, 2)
  })

  it('draft proposes a file that can be read, and replaces none unasked', () => {
    const prose = written('vanha.txt', 'Rekisteriseloste\n\n1. Rekisterinpitäjä\nMalli Oy\nY-tunnus 1234567-1\n')
    const target = join(folder, 'ehdotus.yaml')

    assert.equal(seloste('draft', prose, '-o', target).status, 0)
    assert.match(readFileSync(target, 'utf8'), /Malli Oy/)
    assert.equal(seloste('draft', prose, '-o', target).status, 2)
    assert.notEqual(seloste('lint', target).status, 2)
  })

  it('schema prints the published JSON Schema', () => {
    const published = readFileSync(join(root, 'docs/statement.schema.json'), 'utf8')
    assert.deepEqual(JSON.parse(seloste('schema').stdout), JSON.parse(published))
  })

  it('plan shows the grants of a first statement and changes nothing, so that there is nothing to export', () => {
    const plan = seloste('plan', mended, '--data', data)

    assert.equal(plan.status, 0, plan.stderr)
    assert.match(plan.stdout, /grant select/i)
    assert.equal(seloste('export-static', join(folder, 'site'), '--data', data).status, 1)
  })

  it('words that are no command leave with 2', () => {
    assert.equal(seloste('publisch').status, 2)
    assert.equal(seloste('lint').status, 2)
    assert.equal(seloste('verify', join(folder, 'absent.jsonl')).status, 2)
  })
})

function seloste(...words: string[]) {
  const { LANG, LC_ALL, LC_MESSAGES, ...env } = process.env
  return spawnSync(process.execPath, ['src/cli/main.ts', ...words], { cwd: root, encoding: 'utf8', env })
}

function written(name: string, text: string) {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

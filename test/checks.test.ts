import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { missingFromLock, unexplainedDependencies, unvettedLicences } from '../tools/dependencies.ts'
import { longFiles } from '../tools/file-length.ts'
import { deadLinks, modulesWithoutReadme } from '../tools/links.ts'
import { domainWordsInPlatform, emptyNames } from '../tools/names.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const hasDesk = existsSync(join(root, 'web/tsconfig.json'))

// Four checkers each check much of the same: one takes half the processor time and half the memory.
const types = (where: string) => passes('typescript7/bin/tsc', '--noEmit', '--checkers', '1', '-p', where)

describe('the whole code', () => {
  it('has the types it says it has', () => types('.'))
  it('has them on the desk too', { skip: !hasDesk && 'there is no desk yet' }, () => types('web'))
  it('is formatted and free of known mistakes', () =>
    passes('@biomejs/biome/bin/biome', 'ci', '.', '--colors=off', '--diagnostic-level=error'))
  it('exports nothing and depends on nothing that is not used', () => passes('knip/bin/knip.js', '--no-progress'))

  it('is written in files that fit on a screen or two', (t) => {
    const { long, refused } = longFiles(root)
    for (const file of long) t.diagnostic(`long: ${file}`)
    assert.deepEqual(refused, [])
  })

  it('gives nothing an empty name', () => assert.deepEqual(emptyNames(root), []))
  it('keeps the domain out of the platform', () => assert.deepEqual(domainWordsInPlatform(root), []))
  it('has a page for each module', () => assert.deepEqual(modulesWithoutReadme(root), []))
  it('has no link that leads nowhere', () => assert.deepEqual(deadLinks(root), []))
  it('explains each package it depends on', () => assert.deepEqual(unexplainedDependencies(root), []))
  it('can be installed anywhere from its lock file', () => assert.deepEqual(missingFromLock(root), []))
  it('is delivered only with licences that somebody read', () => assert.deepEqual(unvettedLicences(root), []))
})

async function passes(program: string, ...options: string[]) {
  const said = await new Promise<string>((resolve) => {
    const args = [join(root, 'node_modules', program), ...options]
    execFile(process.execPath, args, { cwd: root, maxBuffer: 2 ** 26 }, (fault, out, err) =>
      resolve(fault ? `${out}${err}` || fault.message : ''),
    )
  })
  assert.ok(said === '', `${program} ${options.join(' ')}\n${said}`)
}

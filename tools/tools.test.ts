import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { isVetted, missingFromLock, unexplainedDependencies, unvettedLicences } from './dependencies.ts'
import { longFiles } from './file-length.ts'
import { deadLinks, modulesWithoutReadme } from './links.ts'
import { domainWordsInPlatform, emptyNames } from './names.ts'

describe('our own checks report what is planted', () => {
  let root = ''

  before(() => {
    root = mkdtempSync(join(tmpdir(), 'seloste-tools-'))
    plant('src/choices/consent.ts', 'export const isInForce = true\n'.repeat(151))
    plant('src/choices/consents.view.ts', '\n'.repeat(251))
    plant('src/choices/consent-helper.ts', 'export function handleConsent() {}\nexport const personalDataOf = 1\n')
    plant('src/platform/mail.ts', '// sent to a customer\nexport const line = 1\n')
    plant(
      'src/platform/README.md',
      '# Platform\n\n[gone](./gone.md) [here](#platform) [lost](#elsewhere) [up](../choices/consent.ts)\n',
    )
    plant('package.json', JSON.stringify({ dependencies: { spoken: '1.0.0', silent: '1.0.0' } }))
    plant('docs/dependencies.md', '| `spoken` | why |\n| `left` | why |\n')
    plant('package-lock.json', lock({ spoken: 'MIT', silent: 'GPL-3.0-only', nameless: undefined }))
  })
  after(() => rmSync(root, { recursive: true }))

  it('a long file is shown and a very long one refused', () => {
    assert.deepEqual(longFiles(root), {
      long: ['src/choices/consent.ts: 151 lines'],
      refused: ['src/choices/consents.view.ts: 251 lines'],
    })
  })

  it('an empty name is refused, in a file and in what it exports', () => {
    const file = 'src/choices/consent-helper.ts'
    assert.deepEqual(emptyNames(root), [`${file}: consent-helper.ts`, `${file}: handleConsent`])
  })

  it('a word of the domain is refused in the platform', () => {
    assert.deepEqual(domainWordsInPlatform(root), ['src/platform/mail.ts:1: customer'])
  })

  it('a link that leads nowhere is refused, to a file or to a heading', () => {
    assert.deepEqual(deadLinks(root), ['src/platform/README.md: ./gone.md', 'src/platform/README.md: #elsewhere'])
  })

  it('a module without its page is refused', () => {
    assert.deepEqual(modulesWithoutReadme(root), ['src/choices'])
  })

  it('a licence that nobody read is refused, and so is none', () => {
    assert.deepEqual(unvettedLicences(root), ['silent: GPL-3.0-only', 'nameless: no licence named'])
  })

  it('a lock file that leaves out a package for another machine is refused', () => {
    assert.deepEqual(missingFromLock(root), ['spoken-for-mac'])
  })

  it('a choice of licences passes when one passes, a sum when all do', () => {
    assert.deepEqual(['(MIT OR GPL-2.0)', 'MIT AND GPL-2.0', '(MIT AND Zlib)', ''].map(isVetted), [
      true,
      false,
      true,
      false,
    ])
  })

  it('a dependency without a reason is refused, and so is a reason without a dependency', () => {
    assert.deepEqual(unexplainedDependencies(root), [
      'silent has no line in docs/dependencies.md',
      'left is explained but not used',
    ])
  })

  function plant(file: string, text: string) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }

  function lock(licences: Record<string, string | undefined>) {
    const packages = Object.entries(licences).map(([name, license]) => [`node_modules/${name}`, { license }])
    const own = { optionalDependencies: { spoken: '1.0.0', 'spoken-for-mac': '1.0.0' } }
    return JSON.stringify({ packages: { '': own, ...Object.fromEntries(packages) } })
  }
})

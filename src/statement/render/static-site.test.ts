import assert from 'node:assert/strict'
import { posix } from 'node:path'
import { test } from 'node:test'
import { published, valoStatement } from './published.fixture.ts'
import { staticSite } from './static-site.ts'

const next = valoStatement()
next.metadata.version = 2
next.recipients = next.recipients?.slice(1)
const first = published()
const second = published(next, { supersedes: 1, changeClass: 'narrowing', effectiveFrom: '2026-03-02' })
const site = await staticSite([first, second], second, 'body{}')

test('the site has the statement in force, its versions in three languages, and all their copies', () => {
  for (const path of ['index.html', 'index.sv.html', 'index.en.html', 'versions.html', 'record.html', 'statement.css'])
    assert.ok(site.has(path), path)
  for (const version of [1, 2]) {
    for (const name of [
      'index.html',
      'index.en.html',
      'statement.pdf',
      'statement.sv.pdf',
      'statement.yaml',
      'statement.json',
      'statement.jsonld',
    ]) {
      assert.ok(site.has(`versions/${version}/${name}`), `${version}/${name}`)
    }
  }
})

test('every link of the site is relative and leads to a file and an anchor of the site', () => {
  for (const [path, content] of site) {
    if (!path.endsWith('.html')) continue
    for (const [, href = ''] of String(content).matchAll(/href="([^"]+)"/g)) {
      if (/^(https?:|mailto:|tel:)/.test(href)) continue
      const [file = '', anchor] = href.split('#')
      const target = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), file))
      assert.ok(site.has(target), `${path} → ${href}`)
      if (anchor) assert.ok(String(site.get(target)).includes(`id="${anchor}"`), `${path} → ${href}`)
    }
  }
})

test('the page of what changed tells each change, its class and its clause', () => {
  const page = String(site.get('versions/2/changes.html'))
  assert.match(page, /Poistettu: vastaanottaja, ”Valo-konsernin yhtiöt”/)
  assert.match(page, /Supistava muutos/)
  assert.match(page, /href="\.\.\/\.\.\/versions\/1\/index\.html#S8\.1"/)
})

test('the page of versions marks the one in force and keeps the first', () => {
  const page = String(site.get('versions.html'))
  assert.match(page, /Versio 2<\/a> <span class="tag">Voimassa<\/span>/)
  assert.match(page, /href="\.\/versions\/1\/index\.html"/)
})

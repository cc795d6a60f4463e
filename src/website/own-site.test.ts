import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { allVersions, staticSite } from '#statement'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit } from '../../test/journeys/visit.ts'
import { forReading } from './statement.pages.ts'

const folder = '/tietosuoja/'
const site = await aSite({ staff: 'none' })
const browser = await openBrowser()
after(() => browser.close())

test('behind the company’s own site every link stays under its path, and the form works there', async () => {
  const house = await listening(createServer(proxied))
  const found = await crawl(house, folder)
  for (const path of [
    'fi/',
    'sv/',
    'en/',
    'fi/contact/',
    'fi/versions/',
    'fi/versions/1/',
    'public.css',
    'versions/1/statement.yaml',
  ])
    assert.ok(found.has(folder + path), path)

  const visit = await aVisit(browser, house, { javaScriptEnabled: false })
  const { page } = visit
  await page.goto(folder)
  assert.equal(page.url(), `${house}${folder}fi/`)
  await page.getByRole('link', { name: 'Ota yhteyttä' }).first().click()
  await page.getByLabel('Nimi').fill('Lempi Laine')
  await page.getByLabel('Sähköposti').fill('lempi.laine@harju.example')
  await page.getByLabel('Viesti').fill('Terveisiä oman sivuston kautta.')
  await site.pass(30)
  await page.getByRole('button', { name: 'Lähetä' }).click()
  await page.getByRole('heading', { name: 'Kiitos, viestisi on perillä' }).waitFor()
  assert.equal(page.url(), `${house}${folder}fi/contact/`)
  await page.getByRole('link', { name: 'Tietosuojaseloste' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Tietosuoja- ja rekisteriseloste' }).waitFor()
  visit.askedNobodyElse()
  await visit.leave(/favicon/)
})

test('as exported files the statement stands in any folder of any web server', async () => {
  const home = await exported()
  after(() => rm(home, { recursive: true }))
  const house = await listening(createServer((asked, reply) => void fileFrom(home, asked, reply)))
  const found = await crawl(house, `${folder}index.html`)
  assert.ok(found.size > 15, [...found].join(' '))

  const visit = await aVisit(browser, house)
  await visit.page.goto(`${folder}index.html`)
  await visit.page.getByRole('heading', { level: 1, name: 'Tietosuoja- ja rekisteriseloste' }).waitFor()
  await visit.accessible()
  await visit.page.getByRole('link', { name: 'Svenska' }).click()
  await visit.page.getByRole('heading', { level: 1, name: 'Dataskydds- och registerbeskrivning' }).waitFor()
  visit.askedNobodyElse()
  await visit.leave(/favicon/)
})

/** Follows every link of our own from one page on; each must answer, under the folder. */
async function crawl(house: string, start: string): Promise<Set<string>> {
  const seen = new Set<string>([start])
  for (const path of seen) {
    const answer = await fetch(house + path)
    assert.equal(answer.status, 200, path)
    assert.ok(new URL(answer.url).pathname.startsWith(folder), `${path} leads out of the folder to ${answer.url}`)
    seen.add(new URL(answer.url).pathname)
    if (!answer.headers.get('content-type')?.includes('text/html')) {
      await answer.arrayBuffer()
      continue
    }
    const page = await answer.text()
    for (const [, href = ''] of page.matchAll(/(?:href|src|action)="([^"#]+)/g)) {
      const { origin, pathname } = new URL(href.replaceAll('&amp;', '&'), answer.url)
      if (origin !== house) continue
      assert.ok(pathname.startsWith(folder), `${href} on ${path} leads out of the folder`)
      seen.add(pathname)
    }
  }
  return seen
}

function proxied(asked: IncomingMessage, reply: ServerResponse) {
  if (!asked.url?.startsWith(folder)) return void reply.writeHead(404).end()
  const headers = { ...asked.headers, host: new URL(site.url).host }
  const onward = request(site.url + asked.url.slice(folder.length - 1), { method: asked.method, headers }, (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(reply)
  })
  asked.pipe(onward)
}

async function exported() {
  const home = await mkdtemp(join(tmpdir(), 'seloste-site-'))
  const versions = (await allVersions(site.register.db.as('site') as unknown as Parameters<typeof allVersions>[0])).map(
    forReading,
  )
  const css = await readFile(new URL('./public.css', import.meta.url), 'utf8')
  const files = await staticSite(versions, versions[0] as (typeof versions)[number], css) // the newest is in force
  for (const [name, contents] of files) {
    await mkdir(dirname(join(home, name)), { recursive: true })
    await writeFile(join(home, name), contents)
  }
  return home
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  pdf: 'application/pdf',
  json: 'application/json',
}

async function fileFrom(home: string, { url = '' }: IncomingMessage, reply: ServerResponse) {
  const path = new URL(url, 'http://own.example').pathname
  const name = path.startsWith(folder) ? path.slice(folder.length) : '..'
  const contents = await readFile(join(home, name.endsWith('/') || name === '' ? `${name}index.html` : name)).catch(
    () => null,
  )
  if (!contents) return void reply.writeHead(404).end()
  reply.writeHead(200, { 'content-type': types[name.split('.').at(-1) ?? ''] ?? 'text/plain' }).end(contents)
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  after(() => void server.close())
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import { languages } from '#platform/language'
import { publish } from '#statement'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, wider } from '../journeys/visit.ts'

const site = await aSite({ staff: 'none' })
const { register } = site
const browser = await openBrowser()
after(() => browser.close())

const pages = languages.flatMap((language) =>
  [
    '',
    'versions/',
    'versions/1/',
    'versions/2/',
    'versions/1/difference/2/',
    'contact/',
    'recipients/',
    'cookies/',
    'versions/1/cookies/',
  ].map((place) => `/${language}/${place}`),
)
const copies = [1, 2].flatMap((version) =>
  ['yaml', 'json', 'jsonld'].map((kind) => `/versions/${version}/statement.${kind}`),
)
const first = new Map<string, string>()

before(async () => {
  for (const path of [...copies.slice(0, 3), '/fi/versions/1/'])
    first.set(path, await (await fetch(site.url + path)).text())
  const source = await readFile(new URL('../../examples/valo-group.yaml', import.meta.url), 'utf8')
  const changed = source.replace('period: P12M, then: erase', 'period: P9M, then: erase')
  assert.notEqual(changed, source)
  const at = new Date(register.now().getTime() + 3_600_000)
  await publish(register, { by: 'tomas', duty: 'admin', purpose: 'statement', at, under: '1' }, changed)
})

for (const path of pages) {
  test(`${path} sets no cookie, runs nothing, asks nobody and weighs under 30 kB`, async () => {
    const answer = await fetch(site.url + path)
    const page = await answer.text()
    assert.equal(answer.status, 200)
    assert.deepEqual(answer.headers.getSetCookie(), [])
    assert.ok(Buffer.byteLength(page) < 30_000, `${Buffer.byteLength(page)} bytes`)
    assert.equal(/<script|<style| style=| on\w+=|<iframe|<img/.test(page), false)
    const policy = answer.headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'self'/)
    assert.doesNotMatch(policy, /unsafe|\*/)
    assert.ok(page.startsWith(`<!doctype html>\n<html lang="${path.slice(1, 3)}">`))
  })
}

test('no public address sets a cookie, also one that leads on or is not there', async () => {
  const others = [
    '/',
    '/fi',
    '/statement',
    '/statement.pdf',
    '/statement.yaml',
    '/public.css',
    '/fi/embed/',
    '/nowhere',
    '/desk/',
    '/auth/sign-in',
    '/health',
    ...['/evasteet', '/consent.js', '/choices-fi.js', '/form-fi.js', '/cookies.json', '/.well-known/gpc.json'],
    '/fi/contact/form.json',
  ]
  for (const path of [...others, ...copies, '/fi/versions/1/statement.pdf']) {
    const answer = await fetch(site.url + path, { redirect: 'manual' })
    await answer.arrayBuffer()
    assert.deepEqual(answer.headers.getSetCookie(), [], path)
    assert.ok(answer.status < 500, path)
  }
})

test('page and machine copies of a version carry one hash, and the hash is of what they say', async () => {
  for (const version of [1, 2]) {
    const json = await textOf(`/versions/${version}/statement.json`)
    const { metadata } = JSON.parse(json)
    assert.match(metadata.hash, /^[0-9a-f]{64}$/)
    assert.equal(
      createHash('sha256')
        .update(json.replace(`"hash":"${metadata.hash}",`, ''))
        .digest('hex'),
      metadata.hash,
    )
    const told = ['/fi/', '/sv/', '/en/'].map((place) => `${place}versions/${version}/`)
    for (const path of [...told, `/versions/${version}/statement.yaml`, `/versions/${version}/statement.jsonld`])
      assert.ok((await textOf(path)).includes(metadata.hash), path)
  }
})

test('version 1 stays at its address, word for word, when version 2 is in force', async () => {
  for (const path of copies.slice(0, 3)) assert.equal(await textOf(path), first.get(path), path)
  const now = await textOf('/fi/versions/1/')
  assert.match(now, /href="\.\.\/\.\.\/"/, 'it leads to the one in force')
  assert.deepEqual(sectionsOf(now), sectionsOf(first.get('/fi/versions/1/') ?? ''))
  const inForce = await textOf('/fi/')
  assert.notDeepEqual(sectionsOf(inForce), sectionsOf(now))
  assert.deepEqual(sectionsOf(inForce), sectionsOf(await textOf('/fi/versions/2/')))
})

test('the page of differences says what was and what is', async () => {
  const page = await textOf('/en/versions/1/difference/2/')
  assert.match(page, /12 months/)
  assert.match(page, /9 months/)
})

test('addresses without a language lead to the reader’s own', async () => {
  const answer = await fetch(`${site.url}/statement/versions/1`, { headers: { 'accept-language': 'sv-FI,sv;q=0.9' } })
  assert.equal(answer.url, `${site.url}/sv/versions/1/`)
  const copy = await fetch(`${site.url}/statement.json`)
  assert.equal(copy.url, `${site.url}/versions/2/statement.json`)
})

for (const language of languages) {
  test(`every page in ${language} is free of violations, fits 320 px, and is walked by keyboard alone`, async () => {
    const visit = await aVisit(browser, site.url, { viewport: { width: 1280, height: 800 } })
    const { page, context } = visit
    for (const path of pages.filter((one) => one.startsWith(`/${language}/`))) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(path)
      await visit.accessible()
      await page.reload()
      await walk(page)
      await page.setViewportSize({ width: 320, height: 640 })
      assert.deepEqual(await wider(page), [], `${path} at 400 %`)
    }
    assert.deepEqual(await context.cookies(), [])
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0)
    visit.askedNobodyElse()
    await visit.leave()
  })
}

test('in the dark the pages are as readable', async () => {
  const visit = await aVisit(browser, site.url, { colorScheme: 'dark' })
  for (const path of ['/fi/', '/fi/contact/', '/fi/cookies/', '/fi/versions/1/difference/2/']) {
    await visit.page.goto(path)
    await visit.accessible()
  }
  await visit.leave()
})

/** From the top: the first press offers to skip, and wherever Tab goes, the eye can follow. */
async function walk(page: Page) {
  await page.keyboard.press('Tab')
  const skip = page.locator(':focus')
  assert.equal(await skip.getAttribute('href'), '#main')
  const box = await skip.boundingBox()
  assert.ok(box && box.y >= 0 && box.height > 0, 'the link that skips is in sight')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main')

  const unseen: string[] = []
  for (let press = 0; press < 400; press += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const one = document.activeElement
      if (!one || one === document.body) return null
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
      const { width, height } = one.getBoundingClientRect()
      const seen = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      return { seen: seen && width > 0 && height > 0, markup: one.outerHTML.slice(0, 120) }
    })
    if (!stop) break
    if (!stop.seen) unseen.push(stop.markup)
  }
  assert.deepEqual(unseen, [], page.url())
}

async function textOf(path: string) {
  return (await fetch(site.url + path)).text()
}

function sectionsOf(page: string) {
  return [...page.matchAll(/<section[\s\S]*?<\/section>/g)].map(([section]) => section)
}

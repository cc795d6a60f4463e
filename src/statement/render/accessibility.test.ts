import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Browser, Page } from '@playwright/test'
import { type Language, languages } from '#platform/language'
import { violationsOn } from '#test/axe'
import { openBrowser } from '#test/chromium'
import { renderPage } from './page.ts'
import { links, published, valoStatement } from './published.fixture.ts'
import { toRecordOfProcessing } from './record.ts'
import { renderDifference, renderVersions, type VersionLinks } from './versions-page.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser?.close())

const css = readFileSync(new URL('../../website/public.css', import.meta.url), 'utf8')
const first = published()
const next = valoStatement()
next.processors?.pop()
const second = published(next, { version: 2, supersedes: 1 })
const places: VersionLinks = {
  css: links.css,
  languages: links.languages,
  current: '/statement',
  version: (n) => `/statement/versions/${n}`,
  difference: (a, b) => `/statement/difference/${a}/${b}`,
}

/** The page as a visitor has it, under the strict policy the server sends; asked for anything else it fails. */
async function visit(markup: string, look: { width: number; colorScheme: 'light' | 'dark' }) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: 900 },
    colorScheme: look.colorScheme,
  })
  const page = await context.newPage()
  const asked: string[] = []
  await page.route('**/*', (route) => {
    asked.push(new URL(route.request().url()).pathname)
    if (asked.at(-1) === '/public.css') return route.fulfill({ contentType: 'text/css', body: css })
    if (asked.at(-1) === '/statement')
      return route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy': "default-src 'self'" },
        body: markup,
      })
    return route.fulfill({ status: 404, body: '' })
  })
  await page.goto('https://register.example/statement')
  return { page, context, asked }
}

async function found(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const violations = await violationsOn(page, { runOnly: { type: 'tag', values: tags } })
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

test('axe finds what is planted for it', async () => {
  const planted = pages.statement?.('fi').replace('<h1', '<img src="/x.png"><h1') ?? ''
  const { page, context } = await visit(planted, { width: 1280, colorScheme: 'light' })
  assert.match((await found(page)).join(), /image-alt/)
  await context.close()
})

const pages: Record<string, (language: Language) => string> = {
  statement: (language) => renderPage(first, language, links),
  versions: (language) => renderVersions([first, second], language, places),
  difference: (language) => renderDifference(first, second, language, places),
  record: (language) => toRecordOfProcessing(first.statement, language).html,
}

for (const [name, render] of Object.entries(pages)) {
  for (const [width, colorScheme] of [
    [390, 'dark'],
    [1280, 'light'],
  ] as const) {
    test(`${name}, ${width} px wide, ${colorScheme}: nothing for axe to find, in any language`, async () => {
      for (const language of languages) {
        const { page, context } = await visit(render(language), { width, colorScheme })
        assert.deepEqual(await found(page), [], language)
        await context.close()
      }
    })
  }
}

test('the page asks for its style sheet and nothing else, and sets no cookie', async () => {
  const { context, asked } = await visit(pages.statement?.('fi') ?? '', { width: 1280, colorScheme: 'light' })
  assert.deepEqual(
    asked.filter((path) => path !== '/favicon.ico'),
    ['/statement', '/public.css'],
  )
  assert.deepEqual(await context.cookies(), [])
  await context.close()
})

test('at 320 px, which is 400 % zoom on a common screen, nothing runs out of the side', async () => {
  for (const language of languages) {
    const { page, context } = await visit(pages.statement?.(language) ?? '', { width: 320, colorScheme: 'light' })
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320)
    await context.close()
  }
})

test('on a narrow screen a table is still a table for a screen reader', async () => {
  const { page, context } = await visit(pages.statement?.('fi') ?? '', { width: 390, colorScheme: 'light' })
  const table = page.getByRole('table', { name: 'Säilytysajat' })
  assert.equal(await table.getByRole('row').count(), 1 + (first.statement.retention?.rules?.length ?? 0))
  assert.equal(await table.getByRole('columnheader').count(), 2)
  await context.close()
})

test('the first press of Tab offers to skip to the content', async () => {
  const { page, context } = await visit(pages.statement?.('sv') ?? '', { width: 1280, colorScheme: 'light' })
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Gå till innehållet')
  await context.close()
})

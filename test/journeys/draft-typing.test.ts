import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit } from './visit.ts'

const old = await readFile(new URL('../../examples/rekisteriseloste-2022-12-12.yaml', import.meta.url), 'utf8')
const site = await aSite({ statement: null })
const browser = await openBrowser()
after(() => browser.close())

interface Draft {
  id: string
  source: string
  revision: number
  findings: { errors: { line: number | null }[] }
}

test('what is typed while a mend is under way stands at its line, is saved, and every finding leads to its own line', async () => {
  const { page, leave } = await aVisit(browser, site.url, { viewport: { width: 1440, height: 1000 } })
  const draft = await anOpenDraft(page)
  const release = await holdMends(page)
  await page
    .getByRole('button', { name: /^Korjaa: / })
    .first()
    .click()
  await page.getByText('Selosteen lähdeteksti').or(page.locator('.cm-content')).first().click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('# typed wh', { delay: 20 })
  await release()
  await page.getByText('Korjattu', { exact: true }).first().waitFor()
  await page.keyboard.type('ile it was mended', { delay: 20 })
  assert.equal(await lineAtCursor(page), '# typed while it was mended')

  await page.keyboard.press('Control+s')
  await page.getByText('Luonnos tallennettu').first().waitFor()
  const kept = await asKept(page, draft.id)
  assert.ok(kept.source.endsWith('# typed while it was mended'))
  assert.equal(kept.revision, 3)
  assert.ok(kept.findings.errors.length < draft.findings.errors.length)
  await leadsToItsLines(page, kept)
  await leave()
})

test('a mend saves first what was typed, so a finding is mended where its line stands now', async () => {
  const { page, leave } = await aVisit(browser, site.url, { viewport: { width: 1440, height: 1000 } })
  const draft = await anOpenDraft(page)
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('# two lines\n# above all\n', { delay: 10 })
  // The lines of the findings are those of the text that was saved; they lead to where these stand now.
  await leadsToItsLines(page, draft)
  await page
    .getByRole('button', { name: /^Korjaa: / })
    .first()
    .click()
  await page.getByText('Korjattu', { exact: true }).first().waitFor()
  const kept = await asKept(page, draft.id)
  assert.equal(kept.revision, 3)
  assert.ok(kept.source.startsWith('# two lines\n# above all\n'), 'a comment outlives a mend')
  assert.ok(kept.findings.errors.length < draft.findings.errors.length)
  await leadsToItsLines(page, kept)
  await leave()
})

test('a draft that does not read keeps showing what was found in it before, and says so', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, { viewport: { width: 1440, height: 1000 } })
  const draft = await anOpenDraft(page)
  const rows = page.locator('.findings > li')
  const before = await rows.count()
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('broken: [\n')
  await page.keyboard.press('Control+s')
  await page.getByRole('alert').filter({ hasText: 'Lukemisen esteet' }).waitFor()
  await page.getByText(/^Havainnot koskevat luonnosta sellaisena kuin se viimeksi voitiin lukea/).waitFor()
  assert.equal(await rows.count(), before)
  await leadsToItsLines(page, draft)
  assert.equal(
    await page
      .getByRole('button', { name: /^Korjaa: / })
      .first()
      .getAttribute('aria-disabled'),
    'true',
  )
  await accessible()

  // Mended by typing: the press saves it, and the finding goes.
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Delete')
  await page
    .getByRole('button', { name: /^Korjaa: / })
    .first()
    .click()
  await page.getByText('Korjattu', { exact: true }).first().waitFor()
  await page.getByText(/^Havainnot koskevat luonnosta/).waitFor({ state: 'hidden' })
  assert.ok((await rows.count()) < before)
  await leave()
})

test('what somebody else saved meanwhile is shown beside what was typed, and a mend waits', async () => {
  const { page, leave } = await aVisit(browser, site.url, { viewport: { width: 1440, height: 1000 } })
  const { id, source } = await anOpenDraft(page)
  const headers = { origin: site.url, 'if-match': '"1"' }
  const put = await page.request.put(addressOf(id), { data: { source: `# theirs\n${source}` }, headers })
  assert.equal(put.status(), 200)
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('# mine')
  const mend = page.getByRole('button', { name: /^Korjaa: / }).first()
  await mend.click()
  await page.getByRole('alert').filter({ hasText: '# theirs' }).waitFor()
  assert.equal(await lineAtCursor(page), '# mine')
  assert.equal(await mend.getAttribute('aria-disabled'), 'true')
  assert.equal((await asKept(page, id)).revision, 2)
  await leave(/409/)
})

async function anOpenDraft(page: Page): Promise<Draft> {
  await page.goto(await site.linkFor('tomas'))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
  const begun = await page.request.post(`${site.url}/api/v1/statement/drafts`, {
    data: { from: 'file', source: old },
    headers: { origin: site.url },
  })
  assert.equal(begun.status(), 201)
  const draft = (await begun.json()) as Draft
  await page.goto(`${site.url}/desk/statement/drafts/${draft.id}`)
  await page.locator('.cm-content').waitFor()
  await page.locator('.findings > li').first().waitFor()
  return draft
}

/** From now on the server answers no mend before it is let go. */
async function holdMends(page: Page) {
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  await page.route('**/mends', async (route) => {
    const response = await route.fetch()
    await held
    await route.fulfill({ response })
  })
  return async () => go()
}

/** Each finding of the list, pressed, leads to the text that stands at its line in the draft it was found in. */
async function leadsToItsLines(page: Page, { source, findings }: Draft) {
  const texts = source.split('\n')
  const lines = findings.errors.flatMap(({ line }) => line ?? [])
  for (const line of [...new Set([lines[0], lines.at(-1)])]) {
    if (line === undefined) continue
    await page
      .getByRole('button', { name: `rivi ${line}`, exact: true })
      .first()
      .click()
    assert.equal(await lineAtCursor(page), texts[line - 1])
  }
}

async function asKept(page: Page, id: string) {
  return (await (await page.request.get(addressOf(id))).json()) as Draft
}

function addressOf(id: string) {
  return `${site.url}/api/v1/statement/drafts/${id}`
}

function lineAtCursor(page: Page) {
  return page.evaluate(() => {
    const at = document.getSelection()?.anchorNode
    const line = at instanceof Element ? at : at?.parentElement
    return line?.closest('.cm-line')?.textContent ?? ''
  })
}

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit } from './visit.ts'

const old = new URL('../../src/statement/draft/fixtures/rekisteriseloste-2022-omin-sanoin.txt', import.meta.url)
const site = await aSite({ statement: null })
const browser = await openBrowser()
after(() => browser.close())

test('an old statement becomes a draft whose faults stand beside its sentences and go one press at a time', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, { viewport: { width: 1440, height: 1000 } })
  await page.goto(await site.linkFor('tomas'))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
  await page.getByRole('link', { name: 'Seloste', exact: true }).first().click()
  await page.getByRole('button', { name: 'Uusi luonnos' }).first().click()
  await page.getByRole('button', { name: 'Vanhasta selosteesta' }).click()
  await page.getByLabel('Vanhan selosteen teksti').fill(await readFile(old, 'utf8'))
  await page.getByRole('button', { name: 'Tee luonnos' }).click()

  await page.getByText(/\d+ virhettä, \d+ varoitusta/).waitFor()
  const before = await faultsLeft(page)
  assert.ok(before > 0)
  await accessible()
  await page.getByText('Alkuperäinen teksti').first().click()
  const beside = await page.getByRole('region', { name: 'Alkuperäinen teksti' }).getByRole('button').count()
  assert.ok(beside > 0, 'a finding stands beside the sentence it was found in')

  await page.getByText('Havainnot', { exact: true }).first().click()
  const presses = await mendAll(page)
  console.log(`${before} faults, ${presses} presses`)
  await page.getByRole('link', { name: 'Suunnitelma ja julkaisu' }).click()
  await page.getByRole('heading', { name: 'Julkaisusuunnitelma' }).waitFor()
  const publish = page.getByRole('button', { name: 'Julkaise', exact: true })
  await publish.waitFor()
  assert.notEqual(await publish.getAttribute('aria-disabled'), 'true')
  await leave(/409/)
})

async function faultsLeft(page: Page) {
  const said = await page.getByText(/\d+ virhettä, \d+ varoitusta/).textContent()
  return Number.parseInt(said ?? '', 10)
}

/** Presses "mend" where there is one, else "publish without it", until no error is left; types between the presses. */
async function mendAll(page: Page) {
  const grave = page.getByRole('region', { name: /^(Virheet|Vielä puuttuu)$/ })
  const mend = grave.getByRole('button', { name: /^Korjaa: / })
  const without = grave.getByRole('button', { name: /^Julkaise ilman tätä: / })
  let presses = 0
  for (; (await grave.count()) > 0; presses += 1) {
    assert.ok(presses < 60, 'errors are left that no press mends')
    const way = (await mend.count()) ? mend.first() : without.first()
    const pressed = page
      .getByRole('button', { name: (await way.getAttribute('aria-label')) ?? '', exact: true })
      .first()
    await pressed.click()
    // Nobody waits for an answer before typing on, and the next press saves what was typed.
    if (presses === 1) await sayServersAreOwn(page)
    await pressed.waitFor({ state: 'hidden' })
  }
  return presses
}

/** Who runs the servers is a fact that nobody can guess: it is typed into the text at the finding's line. */
async function sayServersAreOwn(page: Page) {
  const finding = page.getByRole('listitem').filter({ hasText: 'Rekisterin palvelinten ylläpitäjää ei nimetä' })
  await finding.getByRole('button', { name: /^rivi \d+$/ }).click()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('self: true', { delay: 25 })
  assert.equal(await lineAtCursor(page), '  self: true')
}

function lineAtCursor(page: Page) {
  return page.evaluate(() => {
    const at = document.getSelection()?.anchorNode
    const line = at instanceof Element ? at : at?.parentElement
    return line?.closest('.cm-line')?.textContent ?? ''
  })
}

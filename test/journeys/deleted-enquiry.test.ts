import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import type { CastName } from '#test/people'
import { aSite } from '#test/site'
import { aVisit } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const shots = process.env.SHOTS
const phoneSize = { width: 390, height: 844 }
const sales = site.as('saku')

async function enter(page: Page, who: CastName) {
  await page.goto(await site.linkFor(who))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
}

test('spam is deleted behind three dots: its sender leaves with it, and the toast brings both back', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await enter(page, 'saku')
  const spam = await sales('POST', '/enquiries', {
    ...{ channel: 'phone', message: 'Myyn hakukonenäkyvyyttä.', source: 'contact' },
    newPerson: { values: { 'person.name': 'Rolf Roska', 'person.email': 'rolf@roska.example' } },
  })
  const { id, personId } = spam.json()
  await page.goto(`/desk/enquiries/${id}`)
  const first = page.locator('.deeds button, .deeds a').first()
  await first.waitFor()
  await page
    .getByRole('link', { name: 'Vastaa' })
    .or(page.getByRole('button', { name: 'Vastaa' }))
    .first()
    .waitFor()
  assert.match((await first.textContent()) ?? '', /Vastaa/, 'what an enquiry waits for stands first')
  if (shots) await page.screenshot({ path: `${shots}/enquiry-deeds.png` })
  // The first deed, taking it oneself and three dots: the rest is behind them, for the keyboard too.
  assert.ok((await page.locator('.deeds').getByRole('button').count()) <= 3)
  await page.getByRole('button', { name: 'Muut toiminnot' }).press('Enter')
  await page.getByRole('menuitem').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'menuitem')
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  // A window opened from a line gives the focus back to the dots.
  await page.getByRole('button', { name: 'Muut toiminnot' }).click()
  await page.getByRole('menuitem', { name: 'Tämä on tietosuojapyyntö' }).click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Muut toiminnot')
  const remove = async () => {
    await page.getByRole('button', { name: 'Muut toiminnot' }).click()
    await page.getByRole('menuitem', { name: 'Poista yhteydenotto' }).click()
    await page.getByText('Yhteydenotto on roskakorissa 14 päivää').first().waitFor()
    await page.waitForURL('**/desk/enquiries')
  }
  await remove()
  assert.equal((await sales('GET', `/people/${personId}`)).statusCode, 404)
  await accessible('with a pop-up')
  await page.getByRole('button', { name: 'Kumoa' }).click()
  await page.getByText('Palautettu ennalleen').waitFor()
  assert.equal((await sales('GET', `/people/${personId}`)).statusCode, 200)
  await page.setViewportSize(phoneSize)
  await page.goto(`/desk/enquiries/${id}`)
  await page.getByRole('button', { name: 'Muut toiminnot' }).waitFor()
  if (shots) await page.screenshot({ path: `${shots}/enquiry-deeds-phone.png` })
  await remove()
  await page.goto('/desk/bin')
  await page.getByText('Myyn hakukonenäkyvyyttä.').waitFor()
  await leave()
})

test('a draft of the statement comes back from beside the drafts', async () => {
  const admin = site.as('tomas')
  await admin('POST', '/statement/drafts', { from: 'active' })
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await enter(page, 'tomas')
  await page.goto('/desk/statement')
  await page.getByRole('button', { name: /^Poista luonnos:/ }).click()
  await page.getByText('Luonnos poistettu').waitFor()
  await page.getByRole('heading', { name: 'Poistetut luonnokset' }).waitFor()
  await accessible('with a pop-up')
  if (shots) await page.screenshot({ path: `${shots}/draft-bin.png`, fullPage: true })
  await page.getByRole('button', { name: /^Palauta:/ }).click()
  await page.getByText('Luonnos palautettu ennalleen').waitFor()
  await page.getByRole('heading', { name: 'Poistetut luonnokset' }).waitFor({ state: 'detached' })
  assert.equal((await admin('GET', '/statement/drafts')).json().items.length, 1)
  await leave()
})

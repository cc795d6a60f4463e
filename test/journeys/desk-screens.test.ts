import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone, type Visit } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())

test('every screen of the desk is free of violations on a phone, and the keyboard never leaves the window', async () => {
  const visit = await salesperson()
  const stops: string[] = []
  for (let press = 0; press < 24; press += 1) {
    await visit.page.keyboard.press('Tab')
    stops.push(...(await outside(visit)))
  }
  assert.deepEqual(stops, [])
  const screens = [
    'companies',
    'people',
    'companies/new',
    'people/new',
    'statement',
    'statement/versions',
    'access',
    'profile',
  ]
  await examined(visit, screens)
  await visit.leave()
})

test('in the dark too, also a screen that the duty does not open', async () => {
  const visit = await salesperson('dark')
  await examined(visit, ['enquiries', 'companies', 'people/new', 'statement', 'access', 'staff'])
  await visit.leave(/403/)
})

async function salesperson(colorScheme: 'light' | 'dark' = 'light') {
  const visit = await aVisit(browser, site.url, { ...phone, colorScheme })
  await visit.page.goto(await site.linkFor('saku'))
  await visit.page.getByRole('button').click()
  await visit.page.waitForURL('**/desk/**')
  await visit.page.getByRole('heading', { level: 1 }).waitFor()
  return visit
}

async function examined({ page, accessible }: Visit, screens: string[]) {
  for (const screen of screens) {
    await page.goto(`/desk/${screen}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    await accessible()
  }
}

/** What has the focus beside the window. The link that skips slides in as it is reached. */
function outside({ page }: Visit): Promise<string[]> {
  return page.evaluate(() => {
    const one = document.activeElement
    if (!one || one === document.body || one.matches('.skip')) return []
    const { right, left } = one.getBoundingClientRect()
    return right <= 0 || left >= window.innerWidth ? [one.outerHTML.slice(0, 120)] : []
  })
}

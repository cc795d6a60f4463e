import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const shots = process.env.SHOTS
const service = site.as('helmi')
const made = async (path: string, body: object): Promise<{ id: string }> => {
  const answer = await service('POST', path, body)
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json()
}
const company = (
  await site.as('saku')('POST', '/companies', { values: { 'org.name': 'Kivelän Puu Oy' }, source: 'order' })
).json()
const complaints: { id: string }[] = []
for (const nth of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  complaints.push(await made('/complaints', { company: company.id, text: `Kattila numero ${nth} vuotaa saumasta.` }))

async function enter(page: Page) {
  await page.goto(await site.linkFor('helmi'))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
}

test('a complaint opens from its list, from ⌘K and from the timeline where it stands: in sight and marked', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await enter(page)
  const marked = page.locator('.marked-row')
  const isInSight = async (text: string) => {
    await marked.getByText(text).waitFor()
    await page.waitForFunction(() => {
      const box = document.querySelector('.marked-row')?.getBoundingClientRect()
      return box !== undefined && box.top >= 0 && box.bottom <= innerHeight
    })
    assert.equal(await marked.count(), 1)
  }
  await page.goto('/desk/complaints')
  await page.getByText('Kattila numero 2 vuotaa saumasta.').first().click()
  await isInSight('Kattila numero 2 vuotaa')
  await accessible()
  if (shots) await page.screenshot({ path: `${shots}/complaint-marked.png` })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' })
  if (shots) await page.screenshot({ path: `${shots}/complaint-marked-dark.png` })
  await accessible()
  await page.emulateMedia({ colorScheme: 'light' })
  await page.locator('html[data-mantine-color-scheme="light"]').waitFor({ state: 'attached' })

  await page.goto(`/desk/companies/${company.id}?tab=timeline`)
  const row = page.locator('.timeline-row', { hasText: 'Kattila numero 11 vuotaa' })
  await row.getByRole('link', { name: 'Reklamaatio' }).click()
  await isInSight('Kattila numero 11 vuotaa')

  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Haku ja komennot' }).fill('numero 12')
  await page.getByRole('button', { name: /Kattila numero 12/ }).click()
  await isInSight('Kattila numero 12 vuotaa')

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/desk/complaints/${complaints[4]?.id}`)
  await isInSight('Kattila numero 5 vuotaa')
  if (shots) await page.screenshot({ path: `${shots}/complaint-marked-phone.png` })
  await leave()
})

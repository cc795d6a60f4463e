import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit } from './visit.ts'

const site = await aSite({ staff: 'demo' })
const browser = await openBrowser()
after(() => browser.close())

// A long name below widens its column and breaks the lines above it; those then push it out of what is drawn.
test('the rows of a list stand still when the last one drawn makes the others break', async () => {
  const { page, leave } = await aVisit(browser, site.url, { viewport: { width: 1400, height: 900 } })
  await page.route('**/api/v1/lists/companies/rows*', async (route) => {
    const answer = await route.fetch()
    const { items, ...rest } = await answer.json()
    for (const [at, { values }] of items.entries()) {
      values.groupCompany = ['valo-energia', 'valo-huolto']
      values['org.name'] = at === 30 ? 'Pohjois-Karjalan Kiinteistöhuolto ja Isännöinti Oy' : `Yritys ${at} Oy`
    }
    await route.fulfill({ response: answer, json: { items, ...rest } })
  })
  await page.goto(await site.linkFor('helmi'))
  await page.getByRole('main').getByRole('button').first().click()
  await page.waitForURL(/\/desk\//)
  await page.goto('/desk/companies')
  await page.getByText('Yritys 20 Oy').waitFor()

  for (let height = 900; height < 1400; height += 40) {
    await page.setViewportSize({ width: 1400, height })
    await page.waitForTimeout(100)
    const places = await page.evaluate(async () => {
      const row = [...document.querySelectorAll('tr.opens')].find((one) => one.textContent?.includes('Yritys 20 Oy'))
      const found = new Set<number | undefined>()
      for (let frame = 0; frame < 10; frame++) {
        await new Promise((drawn) => requestAnimationFrame(drawn))
        found.add(row?.getBoundingClientRect().top)
      }
      return [...found]
    })
    assert.equal(places.length, 1, `at a height of ${height} px a row stood at ${places}`)
  }
  await leave()
})

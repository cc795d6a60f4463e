import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit } from './visit.ts'

const site = await aSite({ staff: 'demo' })
const browser = await openBrowser()
after(() => browser.close())

test('in a browser that speaks English, the desk speaks the language of the account, every label of it', async () => {
  const first = await aVisit(browser, site.url, { locale: 'en-GB' })
  await first.page.goto(await site.linkFor('saku'))
  await first.page.getByRole('main').getByRole('button').first().click()
  await first.page.waitForURL(/\/desk\//)
  const made = await first.page.request.post(`${site.url}/api/v1/companies`, {
    data: { values: { 'org.name': 'Koivurannan Lämpö Oy' }, source: 'contact' },
    headers: { origin: site.url },
  })
  const { id } = (await made.json()) as { id: string }
  const cookies = await first.context.cookies()
  await first.context.close()

  const { page, context, leave } = await aVisit(browser, site.url, { locale: 'en-GB' })
  await context.addCookies(cookies)
  // A slow first answer is still under way, in English, when the account turns out to be Finnish.
  await page.route(/\/api\/v1\/(?!me$)/, async (route) => {
    await new Promise((passed) => setTimeout(passed, 400))
    await route.continue()
  })
  await page.goto('/desk/companies')
  await page.getByRole('link', { name: 'Koivurannan Lämpö Oy' }).click()
  await page.waitForURL(`**/${id}`)
  await page.getByText('Yrityksen nimi').first().waitFor()
  assert.equal(await page.getByText('Company name').count(), 0)
  await leave()
})

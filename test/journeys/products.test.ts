import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import type { CastName } from '#test/people'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())

test('a product is added, priced and found; a refused code keeps what was typed; a mistake goes off sale', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url)
  await enter(page, 'saku')
  await site.as('saku')('POST', '/price-lists', { name: 'Ohjehinnat', startsOn: '2026-01-01' })
  await page.getByRole('link', { name: 'Tuotteet' }).click()
  await page.getByText('Tuotteita ei vielä ole').waitFor()
  await accessible()
  await add(page, 'LP-08', 'Ilmalämpöpumppu 8 kW')
  await page.getByRole('heading', { level: 1, name: 'Ilmalämpöpumppu 8 kW' }).waitFor()
  await page.getByRole('button', { name: 'Anna hinta' }).click()
  await page.getByLabel('Yksikköhinta ilman veroa (€)').fill('1990,50')
  await page.getByRole('dialog').getByRole('button', { name: 'Anna hinta' }).click()
  await page.getByText('Hinta annettu').waitFor()
  await page.getByRole('cell', { name: /1\s990,50\s€/ }).waitFor()
  await accessible()

  await page.goto('/desk/products')
  await add(page, 'lp-08', 'Toinen')
  await page.getByRole('dialog').getByText('Toisella tuotteella on jo tämä tuotekoodi.').waitFor()
  await page.getByLabel('Tuotekoodi').fill('LP-09')
  await page.getByRole('dialog').getByRole('button', { name: 'Lisää tuote' }).click()
  await page.getByRole('heading', { level: 1, name: 'Toinen' }).waitFor()
  await page.getByRole('button', { name: 'Poista myynnistä' }).click()
  await page.getByText('Tuote poistettu myynnistä').waitFor()
  await leave(/409/)
})

test('on a phone, service finds a product without its dots and reads what it may not change', async () => {
  const { page, accessible, leave } = await aVisit(browser, site.url, phone)
  await enter(page, 'helmi')
  await page.goto('/desk/products')
  await page.getByRole('searchbox').fill('ilmalampo')
  await page.getByRole('link', { name: /Ilmalämpöpumppu 8 kW/ }).waitFor()
  await page.getByRole('button', { name: 'Lisää tuote' }).and(page.locator('[aria-disabled=true]')).waitFor()
  await accessible()
  await leave()
})

async function add(page: Page, sku: string, name: string) {
  await page.getByRole('button', { name: 'Lisää tuote' }).first().click()
  await page.getByLabel('Tuotekoodi').fill(sku)
  await page.getByLabel('Nimi suomeksi').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: 'Lisää tuote' }).click()
}

async function enter(page: Page, who: CastName) {
  await page.goto(await site.linkFor(who))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
}

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())

const names = ['Kallion Leipomo Oy', 'Lahden Lämpö Oy', 'Mäntyharjun Metalli Oy', 'Nuppulan Nahka Oy', 'Oulun Olki Oy']
for (const [n, name] of names.entries()) {
  const values = { 'org.name': name, ...(n < 3 ? { 'org.heatingSystem': 'oil' } : {}) }
  const made = await site.as('saku')('POST', '/companies', { values, source: 'order' })
  assert.equal(made.statusCode, 201, made.body)
}

async function signedIn(who: 'saku' | 'ellen' | 'helmi', options = {}) {
  const visit = await aVisit(browser, site.url, options)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('main').getByRole('button').first().click()
  await visit.page.waitForURL(/\/desk\//)
  return visit
}

async function pick(page: Page, label: string, option: string | RegExp) {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click()
  await page.getByRole('option', { name: option }).first().click()
}

test('a salesperson filters, saves and shares a view, changes many companies, takes it back and exports', async () => {
  const { page, accessible, askedNobodyElse, leave } = await signedIn('saku')
  await page.goto('/desk/companies')
  await page.getByRole('link', { name: 'Oulun Olki Oy' }).waitFor()
  await accessible()

  await page.getByRole('button', { name: 'Rajaa' }).click()
  await pick(page, 'Sarake', 'Kiinteistön lämmitysjärjestelmä')
  await pick(page, 'Kiinteistön lämmitysjärjestelmä: Arvo', 'öljy')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Oulun Olki Oy' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Kallion Leipomo Oy' }).waitFor()
  await accessible()

  await page.getByRole('button', { name: 'Tallenna näkymä' }).click()
  await page.getByLabel('Näkymän nimi').fill('Öljylämmittäjät')
  await page.getByLabel('Samassa roolissa olevat').check()
  await accessible('with a pop-up')
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await page.getByRole('button', { name: 'Öljylämmittäjät', exact: true }).waitFor()

  await page.getByRole('button', { name: 'Ryhmittele' }).click()
  await page.getByRole('menuitemradio', { name: 'Postitoimipaikka' }).click()
  await page.getByRole('button', { name: 'Laske ryhmät' }).click()
  const counted = await page
    .getByText('3 riviä ·')
    .or(page.getByText('3 riviä', { exact: true }))
    .boundingBox()
  assert.ok(counted && counted.x < 700, 'the count stands beside the name of its group')
  await page.getByRole('button', { name: 'Hylkää muutokset' }).click()

  await page.getByRole('checkbox', { name: 'Valitse kaikki näkyvät' }).check()
  await page.getByRole('button', { name: 'Muuta', exact: true }).click()
  await pick(page, 'Muutettava tieto', 'Kiinteistön lämmitysjärjestelmä')
  await pick(page, 'Uusi arvo', 'lämpöpumppu')
  await page.getByRole('button', { name: 'Esikatsele' }).click()
  await page.getByText('3 muuttuu').waitFor()
  await accessible('with a pop-up')
  await page.getByRole('button', { name: 'Muuta 3 riviä' }).click()
  await page.getByText('3 riviä muutettu').waitFor()
  await page.getByRole('button', { name: 'Kumoa' }).click()
  await page.getByText('3 riviä palautettu').waitFor()
  await page.getByRole('button', { name: 'Valmis' }).click()
  await page.getByRole('link', { name: 'Kallion Leipomo Oy' }).waitFor()

  await page.getByRole('button', { name: 'Vie tiedostoon' }).click()
  await page.getByLabel('CSV, puolipiste').check()
  await accessible('with a pop-up')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lataa tiedosto' }).click(),
  ])
  const text = await readFile(await file.path(), 'utf8')
  assert.match(text, /^\ufeff.*Viety rekisteristä: .*Rekisteriseloste v1/)
  assert.match(text, /Kallion Leipomo Oy/)
  assert.doesNotMatch(text, /Oulun Olki/)
  askedNobodyElse()
  await leave()
})

test('a colleague finds the shared view on a phone, as cards, and groups it', async () => {
  const { page, accessible, leave } = await signedIn('ellen', { ...phone, locale: 'en-GB' })
  await page.goto('/desk/companies')
  await page.getByRole('link', { name: 'Oulun Olki Oy' }).waitFor()
  await page.getByRole('button', { name: 'More views' }).click()
  await page.getByRole('menuitem', { name: /Öljylämmittäjät/ }).click()
  await page.getByRole('link', { name: 'Oulun Olki Oy' }).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'Kallion Leipomo Oy' }).waitFor()
  await accessible()
  await page.getByRole('button', { name: 'Group' }).click()
  await page.getByRole('menuitemradio', { name: /Heating|heating/ }).click()
  await page.getByRole('button', { name: 'Count the groups' }).click()
  await page.getByText('3 rows').first().waitFor()
  await accessible()
  await leave()
})

test('a report is built, read by the keyboard and as a table, and stands on the dashboard', async () => {
  const { page, accessible, leave } = await signedIn('saku')
  await page.goto('/desk/reports/new?list=companies')
  await pick(page, 'Ryhmittele', 'Kiinteistön lämmitysjärjestelmä')
  const oil = page.getByRole('img', { name: 'öljy: 3' })
  await oil.waitFor()
  await page.getByRole('img', { name: /: \d/ }).first().focus()
  await page.keyboard.press('End')
  assert.match((await page.locator(':focus').getAttribute('aria-label')) ?? '', /: \d+$/)
  await accessible()
  await page.getByText('Taulukko', { exact: true }).click()
  await page.getByRole('cell', { name: 'öljy' }).waitFor()

  await page.getByRole('button', { name: 'Tallenna raportti' }).click()
  await page.getByLabel('Raportin nimi').fill('Lämmitystavat')
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await page.getByRole('button', { name: 'Näytä tilannekuvassa' }).click()
  await page.getByRole('button', { name: 'Poista tilannekuvasta' }).waitFor()
  await page.goto('/desk/dashboard')
  await page.getByRole('heading', { name: 'Lämmitystavat' }).waitFor()
  await accessible()
  await leave()
})

test('a view with a column that a colleague’s duty does not read says so, and the rest of it works', async () => {
  const wish = { columns: ['org.name', 'com.paymentTerms', 'state'], sort: ['-org.name'] }
  const view = { kind: 'view', name: 'Maksuehdot', shared: 'everyone', wish }
  assert.equal((await site.as('saku')('POST', '/lists/companies/views', view)).statusCode, 201)
  const { page, accessible, leave } = await signedIn('helmi')
  await page.goto('/desk/companies')
  await page.getByRole('button', { name: 'Lisää näkymiä' }).click()
  await page.getByRole('menuitem', { name: /Maksuehdot/ }).click()
  await page.getByText(/Näkymässä on sarake, jota ei enää ole: com.paymentTerms/).waitFor()
  await page.getByRole('link', { name: 'Oulun Olki Oy' }).waitFor()
  await accessible()
  await leave()
})

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit, phone } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())
const owner = site.register.db.owner()
const shots = process.env.SHOTS

// As Windows-1252 writes it: the euro sign is its byte 80.
const lines = [
  'Hinnasto kevät 2026;;;;;',
  '',
  'Tuotekoodi;Tuotenimi;Yks.;Veroton hinta (\x80);ALV %;Hinnasto',
  'J-1;Äänenvaimennin, ø 125;kpl;1 234,50;25,5 %;Kevät',
  'J-2;Höyrysulku;rll;12,5;25,5;Kevät',
  'J-3;Väärä kanta;kpl;10,00;22;Kevät',
  'J-4;Hyvitys;kpl;-5,00;25,5;Kevät',
]
const products = async () => {
  const { rows } = await sql<{
    name: string
  }>`select name_fi as name from register.product join register.price on product_id = product.id
    where sku like 'J-%' and binned_at is null order by sku`.execute(owner)
  return rows.map(({ name }) => name)
}

for (const [how, options] of [
  ['at a desk', {}],
  ['on a phone', { ...phone, colorScheme: 'dark' as const }],
] as const) {
  test(`a price list of another system is tried, imported, its failed lines downloaded, and all of it undone, ${how}`, async () => {
    const { page, accessible, leave } = await aVisit(browser, site.url, options)
    const shot = async (name: string) => {
      if (shots)
        await page.screenshot({ path: `${shots}/${name}-${how.slice(3).replace(' ', '')}.png`, fullPage: true })
    }
    await page.goto(await site.linkFor('saku'))
    await page.getByRole('button', { name: /^Kirjaudu|^Jatka/ }).click()
    await page.goto('/desk/imports')
    await page.getByRole('radio', { name: 'Tuotteet ja hinnat' }).check()
    await accessible()
    await shot('holds')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'hinnasto.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'latin1') })
    await page.getByRole('heading', { name: 'Sarakkeet' }).waitFor()
    await page.getByText('Äänenvaimennin, ø 125').first().waitFor()
    await accessible()
    await shot('columns')
    await page.getByRole('button', { name: 'Kokeile' }).click()
    await page.getByRole('heading', { name: 'Näin kävisi' }).waitFor()
    await page.getByText('Tällaista arvonlisäverokantaa ei ole nyt voimassa.').waitFor()
    await page.getByText('Luku ei voi olla negatiivinen kohdassa Veroton hinta.').waitFor()
    assert.deepEqual(await products(), [])
    await accessible()
    await shot('tried')

    await page.getByRole('button', { name: 'Tuo 2 riviä' }).click()
    await page.getByRole('heading', { name: 'Tuotu rekisteriin' }).waitFor()
    await page.getByText('2 uutta, 0 päivitetty.').waitFor()
    assert.deepEqual(await products(), ['Äänenvaimennin, ø 125', 'Höyrysulku'])
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Lataa nämä rivit tiedostona' }).click(),
    ])
    const failed = (await readFile((await file.path()) ?? '', 'utf8')).trim().split('\r\n')
    assert.equal(failed.length, 3)
    assert.match(failed[0] ?? '', /"Tuotekoodi";"Nimi";"Yksikkö";"Veroton hinta";"Arvonlisäverokanta";"Hinnasto";"!"/)
    assert.match(failed[1] ?? '', /"J-3";"Väärä kanta".*Tällaista arvonlisäverokantaa ei ole/)
    await shot('result')

    await page.getByRole('button', { name: 'Peru koko tuonti' }).click()
    await page.getByRole('dialog', { name: 'Perutaanko tuonti?' }).waitFor()
    await accessible()
    await page.getByRole('dialog').getByRole('button', { name: 'Peru tuonti' }).click()
    await page.getByRole('heading', { name: 'Tuonti peruttu' }).waitFor()
    await page.getByText('Kaikki, minkä tuonti toi tai muutti, on palautettu ennalleen.').waitFor()
    assert.deepEqual(await products(), [])
    await accessible()
    await shot('undone')
    await page.getByRole('button', { name: 'Tuo toinen tiedosto' }).click()
    await page.getByRole('cell', { name: 'Tuotteet ja hinnat' }).first().waitFor()
    await leave()
  })
}

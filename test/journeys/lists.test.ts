import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import type { Page } from '@playwright/test'
import { anAddress } from '#test/an-address'
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

async function signedIn(who: 'saku' | 'ellen' | 'helmi' | 'maija', options = {}) {
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
  await page.getByLabel('Samassa tehtävässä olevat').check()
  await accessible('with a pop-up')
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await page.getByRole('button', { name: 'Öljylämmittäjät', exact: true }).waitFor()

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
  await page.getByLabel('Näkymän nimi').fill('Lämmitystavat')
  await page.getByRole('button', { name: 'Tallenna', exact: true }).click()
  await page.getByRole('button', { name: 'Näytä tilannekuvassa' }).click()
  await page.getByRole('button', { name: 'Poista tilannekuvasta' }).waitFor()
  await page.goto('/desk/dashboard')
  await page.getByRole('heading', { name: 'Lämmitystavat' }).waitFor()
  await accessible()
  await leave()
})

test('the dashboard says how sales, invoices and complaints stand, and its charts leave as a picture and as figures', async () => {
  const tiles = ['Avoin myynti vaiheittain', 'Laskutettu kuukausittain, veroton', 'Myöhässä olevat laskut']
  const four = [...tiles, 'Reklamaatiot tuotteittain']
  const { page, accessible, leave } = await signedIn('saku')
  const tile = (name: string) => page.getByRole('region', { name })
  await page.goto('/desk/dashboard')
  for (const name of four) await tile(name).getByText('Tällä rajauksella ei ole yhtään riviä.').waitFor()
  await accessible()

  const { id: company } = (
    await site.as('saku')('POST', '/companies', {
      values: { 'org.name': 'Pihlajan Pesula Oy', ...anAddress },
      source: 'order',
    })
  ).json()
  const made = async (who: 'saku' | 'helmi' | 'bo', path: string, body: object) => {
    const answer = await site.as(who)('POST', path, body)
    assert.ok(answer.statusCode < 300, `${path}: ${answer.body}`)
    return answer.json()
  }
  const sold = { company, title: '=Höyrykattila; uusi', valueCents: 1_250_050, expectedClose: '2026-05-01' }
  await made('saku', '/opportunities', sold)
  const line = { text: 'Huolto', unit: 'kpl', quantity: 1000, unitPrice: 1_000_000, discount: 0, vatRate: 2550 }
  await site.register.setClock('2026-01-15T12:00:00+02:00')
  const { id } = await made('bo', '/invoices/drafts', { company, lines: [line] })
  await made('bo', `/invoices/${id}/issue`, {})
  await site.register.setClock('2026-03-02T12:00:00+02:00')
  const words = { sku: 'K-1', names: { fi: 'Kattila' }, unit: 'pcs', vatCategory: 'S', vatRate: 2550 }
  const { id: product } = await made('saku', '/products', words)
  await made('helmi', '/complaints', { company, product, text: 'Vuotaa' })

  await page.reload()
  await tile(four[0] ?? '')
    .getByRole('img', { name: /^Uusi, Myynti: 12\s500,50/ })
    .waitFor()
  await tile(four[1] ?? '')
    .getByRole('img', { name: /: 100,00/ })
    .waitFor()
  await tile(four[2] ?? '')
    .getByRole('img', { name: /^Pihlajan Pesula Oy: 125,50/ })
    .waitFor()
  await tile(four[3] ?? '')
    .getByRole('img', { name: 'Kattila: 1' })
    .waitFor()
  await accessible()
  const saved = async (name: string, format: string) => {
    const press = tile(name).getByRole('button', { name: `Lataa: ${format}` })
    const [file] = await Promise.all([page.waitForEvent('download'), press.click()])
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }
  const figures = await saved(four[0] ?? '', 'CSV')
  assert.equal(figures.name, 'avoin-myynti-vaiheittain.csv')
  assert.equal(
    figures.bytes.toString('utf8'),
    '\ufeffVaihe;Myyntiputki;Arvo, summa;Rivien määrä\r\nUusi;Myynti;12500,50;1\r\n',
  )
  const picture = await saved(four[0] ?? '', 'PNG')
  assert.equal(picture.name, 'avoin-myynti-vaiheittain.png')
  const drawn = await page.evaluate(inkIn, [...picture.bytes])
  const [width, height] =
    (
      await tile(four[0] ?? '')
        .locator('svg[viewBox]')
        .last()
        .getAttribute('viewBox')
    )
      ?.split(' ')
      .slice(2) ?? []
  assert.deepEqual(drawn, { width: 2 * Number(width), height: 2 * Number(height), bar: true, opaque: true })
  const drawing = await saved(four[0] ?? '', 'SVG')
  assert.match(drawing.bytes.toString('utf8'), /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
  assert.match(drawing.bytes.toString('utf8'), />Uusi</)
  // Whose invoices are late is about customers: it leaves only as an export, which asks why.
  assert.equal(
    await tile(four[2] ?? '')
      .getByRole('button', { name: 'Lataa: PNG' })
      .count(),
    0,
  )
  await tile(four[2] ?? '')
    .getByRole('button', { name: 'Lataa: Tiedosto' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Lataa tiedosto' }).waitFor()
  await leave()

  // Marketing reads none of the four: they are not there, rather than empty.
  const marketing = await signedIn('maija')
  await marketing.page.goto('/desk/dashboard')
  await marketing.page.getByRole('heading', { name: 'Uudet yritykset neljännesvuosittain' }).waitFor()
  for (const name of four) assert.equal(await marketing.page.getByRole('heading', { name }).count(), 0, name)
  await marketing.accessible()
  await marketing.leave()
})

/** Runs in the page: what a PNG shows of a chart, its first bar's colour and its ground. */
async function inkIn(bytes: number[]) {
  const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
  const canvas = document.createElement('canvas')
  canvas.width = picture.width
  canvas.height = picture.height
  const pen = canvas.getContext('2d')
  pen?.drawImage(picture, 0, 0)
  const dots = pen?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray()
  const seen = new Set<string>()
  for (let at = 0; at < dots.length; at += 4) seen.add([...dots.slice(at, at + 4)].join(' '))
  return {
    width: picture.width,
    height: picture.height,
    bar: seen.has('13 108 115 255'),
    opaque: [...seen].every((dot) => dot.endsWith(' 255')),
  }
}

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

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { anAddress } from '#test/an-address'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { aVisit } from './visit.ts'

const site = await aSite()
const browser = await openBrowser()
after(() => browser.close())

async function signedIn(who: 'saku' | 'maija') {
  const visit = await aVisit(browser, site.url)
  await visit.page.goto(await site.linkFor(who))
  await visit.page.getByRole('main').getByRole('button').first().click()
  await visit.page.waitForURL(/\/desk\//)
  return visit
}

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

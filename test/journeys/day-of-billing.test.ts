import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { camt } from '../../src/dealings/payments/payment-files.fixture.ts'
import { aDay, atDesk } from './day.fixture.ts'
import { aVisit } from './visit.ts'

const site = await aSite({ staff: 'demo' })
const browser = await openBrowser()
after(() => browser.close())

test('a day of forty deeds in billing meets at most two questions that a system without privacy would not ask', async (t) => {
  const visit = await aVisit(browser, site.url, {
    viewport: { width: 1440, height: 1000 },
    acceptDownloads: true,
  })
  const { page } = visit
  await page.addInitScript(() => localStorage.setItem('seloste.language', 'fi')) // Bo reads Swedish at home
  const { deed, deeds, asked, counted } = await aDay(page)
  const { press, link, title, told, dialog } = atDesk(page)
  const go = async (name: string) => {
    await link(name)
    await title(/./)
  }

  await deed('sign in', async () => {
    await page.goto(await site.linkFor('bo'))
    await page.getByRole('button').click()
    await title(/./)
  })
  await deed('see the invoices', async () => go('Laskut'))
  for (const [n, sum] of [
    [1, '120'],
    [2, '84,50'],
    [3, '1 999'],
  ] as const) {
    await deed(`begin invoice ${n}`, async () => {
      await go('Laskut')
      await link('Uusi lasku')
      await title('Uusi lasku')
      await page.getByRole('combobox').or(page.getByPlaceholder(/./)).last().fill('koivun')
      await page
        .getByRole('option', { name: /· Yritys/ })
        .first()
        .click()
    })
    await deed('start its draft', async () => {
      await press('Aloita luonnos')
      await page.getByRole('button', { name: 'Lisää rivi' }).waitFor()
    })
    await deed('write a line', async () => {
      await press('Lisää rivi')
      await page
        .getByLabel(/Tuote tai palvelu/)
        .last()
        .fill('Huoltokäynti')
      await page
        .getByLabel(/Hinta ilman alv/)
        .last()
        .fill(sum)
    })
    await deed('save it', async () => {
      await press('Tallenna luonnos')
      await told('Luonnos tallennettu')
    })
    await deed('issue it', async () => {
      await press('Laskuta')
      await dialog.getByRole('button', { name: 'Laskuta' }).click()
      await title(/^Lasku \d+/)
    })
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/invoice-${n}.png` })
    await deed('see the paper', async () => {
      await press('Esikatsele')
      await page.keyboard.press('Escape')
    })
  }
  const reference = await page.evaluate(async () => {
    const answer = await fetch(`/api/v1/invoices/${location.pathname.split('/').at(-1)}`)
    return ((await answer.json()) as { reference: string }).reference
  })
  await deed('credit a part of it', async () => {
    await press('Tee hyvityslasku')
    await dialog.getByLabel('Miksi hyvitetään').fill('Hinta sovittiin toisin')
    await dialog.getByRole('checkbox').uncheck()
    await dialog.getByRole('textbox').last().fill('0,5')
    await dialog.getByRole('button', { name: 'Tee hyvityslasku' }).click()
    await told('Hyvityslasku on annettu')
  })
  await deed('write down a payment', async () => {
    await press('Kirjaa maksu')
    await dialog.getByLabel('Summa').fill('100')
    await dialog.getByLabel('Maksupäivä').fill('2026-03-02')
    await dialog.getByRole('button', { name: 'Kirjaa maksu' }).click()
    await told('Maksu kirjattu')
  })
  await deed('see the payments', async () => go('Maksut'))
  await deed('try the bank’s file', async () => {
    await link('Tuo pankin tiedosto')
    const file = camt([{ cents: 5000, reference: reference, payer: 'Koivun Kiinteistöt Oy', archive: 'A-1' }])
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'camt.xml', mimeType: 'text/xml', buffer: Buffer.from(file) })
    await told('Maksaa osan')
  })
  await deed('take its payments', async () => {
    await press('Kirjaa maksut')
    await told('Maksut kirjattu')
  })
  await deed('see whom to remind', async () => {
    await go('Laskut')
    await link('Maksumuistutukset')
    await title('Maksumuistutukset')
  })
  await deed('see what waits to be allocated', async () => {
    await page.goto('/desk/payments/allocate')
    await title('Kohdista maksut')
  })
  await deed('see what is owed by age', async () => {
    await go('Laskut')
    await link('Avoimet saatavat')
    await title(/./)
  })
  await deed('see which are late', async () => {
    await go('Laskut')
    await page.getByPlaceholder('Hae luettelosta').fill('hallan')
    await page.getByText('Hallan Leipomo Oy').first().waitFor()
  })
  await deed('see the orders', async () => go('Tilaukset'))
  await deed('see the deliveries', async () => go('Toimitukset'))
  await deed('see the contracts', async () => go('Sopimukset'))
  await deed('find a company', async () => {
    await go('Yritykset')
    await page.getByPlaceholder('Hae luettelosta').fill('koivun')
    await page
      .getByRole('link', { name: /Koivun/ })
      .first()
      .waitFor()
  })
  await deed('open it', async () => {
    await link(/Koivun/)
    await title(/Koivun/)
  })
  await deed('correct its e-mail', async () => {
    await press('Muokkaa')
    await page.getByLabel('Yrityksen sähköposti').fill('laskut@koivun.example')
    await press('Tallenna')
    await told('laskut@koivun.example')
  })
  await deed('write a note', async () => {
    await page.getByRole('tab', { name: 'Aikajana' }).click()
    await press('Kirjoita muistiinpano')
    await dialog.getByLabel('Muistiinpano').fill('Laskut jatkossa uuteen osoitteeseen.')
    await dialog.getByRole('button', { name: 'Tallenna' }).click()
    await told('Muistiinpano tallennettu')
  })
  await deed('add a task', async () => {
    await press('Lisää tehtävä')
    await dialog.getByLabel('Mitä tehdään').fill('Tarkista saldo')
    await dialog.getByRole('button', { name: 'Tallenna' }).click()
    await told('Tehtävä lisätty')
  })
  await deed('look at the bookkeeping file', async () => go('Kirjanpito'))
  await deed('export the list of invoices', async () => {
    await go('Laskut')
    await press('Vie tiedostoon')
    const file = page.waitForEvent('download')
    await dialog
      .getByRole('button', { name: 'Vie', exact: true })
      .or(dialog.locator('button[type=submit]'))
      .first()
      .click()
    await (await file).path()
    await dialog.waitFor({ state: 'hidden' })
  })
  await deed('see the day', async () => {
    await go('Oma päivä')
  })
  t.diagnostic(counted())
  assert.ok(deeds.length >= 40, `${deeds.length} deeds`)
  assert.ok(asked().length <= 2, asked().join('\n'))
  await visit.leave()
})

// Section 7, Evästeet: held until a choice, equal to choose, withdrawn in one press.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContextOptions } from '@playwright/test'
import { aStreet, press, soon, stored } from './street.ts'
import { phone } from './visit.ts'

const { house, opened, heardSince, newest } = await aStreet()

test('7 Evästeet: before a choice nothing leaves for anybody else and nothing is stored: at once, idle, and scrolled (S7.5)', async () => {
  const visit = await opened()
  const { page, context } = visit
  await page.getByRole('region', { name: 'Evästevalinnat' }).waitFor()
  await page.mouse.wheel(0, 3000)
  await page.waitForTimeout(10_000)
  await page.mouse.wheel(0, -3000)
  assert.deepEqual(heardSince(visit.begun), [])
  assert.deepEqual(await context.cookies(), [])
  assert.deepEqual(await stored(page), [])
  assert.deepEqual(await page.locator('iframe, script[src*=".example"], img, link[rel=preconnect]').count(), 0)
  // Strict Content-Security-Policy and Trusted Types: a violation is an error on the console, and fails here.
  await visit.leave()
})

test('7 Evästeet: to accept, to refuse and to choose weigh the same: size, colour, font, one step of the keyboard; nothing is ticked (S7.2)', async () => {
  for (const options of [{}, phone, { colorScheme: 'dark' }] as BrowserContextOptions[]) {
    const visit = await opened(options)
    const { page } = visit
    const banner = page.getByRole('region', { name: 'Evästevalinnat' })
    const looks = await banner.getByRole('button').evaluateAll((all) =>
      all.map((one) => {
        const { width, height } = one.getBoundingClientRect()
        const { color, backgroundColor, font, border, borderRadius, padding, opacity, textDecoration } =
          getComputedStyle(one)
        return JSON.stringify({
          width,
          height,
          color,
          backgroundColor,
          font,
          border,
          borderRadius,
          padding,
          opacity,
          textDecoration,
        })
      }),
    )
    assert.equal(looks.length, 3)
    assert.equal(new Set(looks).size, 1, looks.join('\n'))
    assert.deepEqual(await banner.getByRole('button').allTextContents(), [
      'Hyväksy kaikki',
      'Vain välttämättömät',
      'Valitse itse',
    ])

    assert.equal(await page.evaluate(() => document.activeElement === document.body), true, 'the banner takes no focus')
    await banner.getByRole('link').last().focus()
    const stops: string[] = []
    for (let press = 0; press < 3; press += 1) {
      await page.keyboard.press('Tab')
      stops.push(await page.evaluate(() => document.activeElement?.textContent ?? ''))
    }
    assert.deepEqual(stops, ['Hyväksy kaikki', 'Vain välttämättömät', 'Valitse itse'])
    await page.keyboard.press('Tab')
    assert.equal(
      await page.evaluate(() => document.activeElement?.closest('.seloste') === null),
      true,
      'and holds none',
    )
    await visit.accessible()

    await banner.getByRole('button', { name: 'Valitse itse' }).click()
    assert.deepEqual(
      await banner
        .locator('input:not(:disabled)')
        .evaluateAll((all) => all.filter((one) => (one as HTMLInputElement).checked).length),
      0,
    )
    assert.equal(await banner.locator('input:not(:disabled)').count(), 7)
    for (const details of await banner.locator('details').all()) await details.locator('summary').click()
    await visit.accessible()
    for (const said of ['_mt_visitor (6 kuukautta)', 'Tiedot saa myös Kohdista AB', 'Ruotsi, yhteisrekisterinpitäjä'])
      assert.match((await banner.textContent()) ?? '', new RegExp(said.replace(/[()]/g, '\\$&')))
    await visit.leave()
  }
})

test('7 Evästeet: refusing everything leaves one cookie without an identifier, and is not asked again on the next page', async () => {
  const visit = await opened()
  const { page, context } = visit
  await press(page, 'Vain välttämättömät')
  await page.getByText('Valintasi on tallennettu.').waitFor()
  const [cookie, ...more] = await context.cookies()
  assert.deepEqual(more, [])
  assert.match(cookie?.value ?? '', /^1~[a-z0-9]+~~mittari\.[a-z0-9]+\.0~/)
  assert.deepEqual(
    [cookie?.name, cookie?.domain, cookie?.path, cookie?.sameSite],
    ['seloste_choice', 'localhost', '/', 'Lax'],
  )
  await page.reload()
  await page.getByRole('button', { name: 'Lataa sisältö' }).waitFor()
  assert.equal(await page.getByRole('region', { name: 'Evästevalinnat' }).count(), 0)
  assert.deepEqual(heardSince(visit.begun), [])
  assert.deepEqual(await newest(), { state: 'refused', way: 'banner', allowed: [] })
  await visit.leave()
})

test('7 Evästeet: after a refusal half a year passes before anybody asks again, after a consent a whole one (L-CK.9)', async () => {
  for (const [button, days, asked] of [
    ['Vain välttämättömät', 180, false],
    ['Vain välttämättömät', 186, true],
    ['Hyväksy kaikki', 360, false],
    ['Hyväksy kaikki', 368, true],
  ] as const) {
    const visit = await opened()
    await press(visit.page, button)
    await visit.page.getByText('Valintasi on tallennettu.').waitFor()
    const [cookie] = (await visit.context.cookies()).filter(({ name }) => name === 'seloste_choice')
    const lasts = (cookie?.expires ?? 0) - Date.now() / 1000
    assert.equal(lasts < days * 86_400, asked, `${button} lasts ${Math.round(lasts / 86_400)} days`)
    await visit.leave()
  }
})

test('7 Evästeet: accepting all starts the four services under Trusted Types; each tells its own server only (S7.18–S7.21)', async () => {
  const visit = await opened()
  const { page, context } = visit
  await press(page, 'Hyväksy kaikki')
  await soon(() => new Set(heardSince(visit.begun).map(({ host }) => host)).size === 4)
  assert.deepEqual([...new Set(heardSince(visit.begun).map(({ host }) => host))].sort(), [
    'kohdista.example',
    'mittari.example',
    'polku.example',
    'tulostaulu.example',
  ])
  const names = async () => (await context.cookies(house.url)).map(({ name }) => name).sort()
  await soon(async () => (await names()).length === 5)
  assert.deepEqual(await names(), ['_mt_visit', '_mt_visitor', 'polku_id', 'seloste_choice', 'tt_ref'])
  assert.deepEqual((await newest()).allowed, ['mittari', 'polku', 'tulostaulu', 'kohdista'])
  await visit.leave()
})

test('7 Evästeet: withdrawing takes one press, deletes what the services stored and silences them on the very same page (S7.13)', async () => {
  const visit = await opened()
  const { page, context } = visit
  await press(page, 'Hyväksy kaikki')
  await soon(async () => (await context.cookies(house.url)).length === 5 && heardSince(visit.begun).length > 10)
  const before = await page.evaluate(() => performance.timeOrigin)
  await page.getByRole('link', { name: 'Peru evästesuostumus' }).click()
  await page.getByText('Suostumuksesi on peruttu, ja evästeet on poistettu.').waitFor()
  const withdrawn = new Date()

  await page.waitForTimeout(3000)
  const late = heardSince(withdrawn).filter(({ at }) => at.getTime() > withdrawn.getTime() + 300)
  assert.deepEqual(late, [], 'no tag reaches its server any more')
  assert.deepEqual(
    (await context.cookies(house.url)).map(({ name }) => name),
    ['seloste_choice'],
  )
  assert.deepEqual(await stored(page), [])
  assert.equal(await page.evaluate(() => performance.timeOrigin), before, 'without loading the page anew')
  assert.equal((await newest()).state, 'withdrawn')
  await page.reload()
  await page.getByRole('button', { name: 'Lataa sisältö' }).waitFor()
  assert.deepEqual(heardSince(new Date(withdrawn.getTime() + 300)), [])
  await visit.leave(/withdrawn/)
})

test('7 Evästeet: the chooser opens from the foot of the page in one press, allows one service, and gives a receipt to fetch', async () => {
  const visit = await opened()
  const { page } = visit
  await press(page, 'Vain välttämättömät')
  await page.getByRole('link', { name: 'Evästevalinnat' }).click()
  const chooser = page.getByRole('region', { name: 'Evästevalinnat' })
  await chooser.locator('summary').nth(1).click()
  await chooser.getByLabel('Mittari Oy').check()
  await chooser.getByRole('button', { name: 'Tallenna valinta' }).click()
  await soon(() => heardSince(visit.begun).some(({ host }) => host === 'mittari.example'))
  await page.waitForTimeout(1500)
  assert.deepEqual([...new Set(heardSince(visit.begun).map(({ host }) => host))], ['mittari.example'])

  await page.getByRole('link', { name: 'Evästevalinnat' }).click()
  await chooser.locator('summary').nth(1).click()
  assert.equal(await chooser.getByLabel('Mittari Oy').isChecked(), true)
  const receipt = await (
    await fetch((await chooser.getByRole('link', { name: 'Tosite valinnastasi' }).getAttribute('href')) ?? '')
  ).json()
  assert.equal(receipt['dpv:hasProcess'][0]['dct:identifier'], 'mittari')
  await page.keyboard.press('Escape')
  assert.equal(await chooser.count(), 0)
  assert.equal(
    await page.evaluate(() => document.activeElement?.textContent),
    'Evästevalinnat',
    'the focus is back where it was',
  )
  await visit.leave()
})

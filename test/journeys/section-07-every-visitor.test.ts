// Section 7, Evästeet: the same for every visitor: with GPC, without script, at 400 %, under a newer statement.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { BrowserContextOptions } from '@playwright/test'
import { publish } from '#statement'
import { aStreet, press, soon } from './street.ts'
import { phone, wider } from './visit.ts'

const { site, house, browser, opened, heardSince, newest } = await aStreet()

test('7 Evästeet: a video is a placeholder that says who, why and where; the press loads that provider and nobody else (S7.11, S7.12)', async () => {
  const visit = await opened()
  const { page } = visit
  const place = page.locator('[data-embed]')
  await place.getByRole('button', { name: 'Lataa sisältö' }).waitFor()
  const said = (await place.textContent()) ?? ''
  for (const part of ['Kuvavirta GmbH (Saksa)', 'näyttää videon ja laskee katselut', 'yhteisrekisterinpitäjiä'])
    assert.ok(said.includes(part), part)
  assert.deepEqual(heardSince(visit.begun), [])
  await press(page, 'Vain välttämättömät')
  await place.getByRole('button', { name: 'Lataa sisältö' }).click()
  await page.frameLocator('[data-embed] iframe').getByText('Kuvavirta').waitFor()
  assert.deepEqual([...new Set(heardSince(visit.begun).map(({ host }) => host))], ['kuvavirta.example'])
  await soon(async () => (await newest()).way === 'embed')
  assert.deepEqual(await newest(), { state: 'given', way: 'embed', allowed: ['kuvavirta'] })
  await visit.leave()
})

test('7 Evästeet: Global Privacy Control refuses advertising without asking about it; any other value of the signal does nothing (B15)', async () => {
  // A browser does not let another value of the header out: that the server hears none but 1 is tested beside it.
  for (const [headers, script, denied] of [
    [{ 'sec-gpc': '1' }, '', true],
    [{}, 'Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { value: true })', true],
    [{}, 'Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { value: "1" })', false],
  ] as const) {
    const visit = await opened({ extraHTTPHeaders: headers }, script)
    await visit.page
      .getByRole('region')
      .getByText('Global Privacy Control')
      .waitFor({ state: denied ? 'visible' : 'detached' })
    await press(visit.page, 'Hyväksy kaikki')
    await soon(() => heardSince(visit.begun).some(({ host }) => host === 'polku.example'))
    await visit.page.waitForTimeout(800)
    assert.equal(
      heardSince(visit.begun).some(({ host }) => /kohdista|tulostaulu/.test(host)),
      !denied,
      JSON.stringify([headers, script]),
    )
    await visit.page.reload()
    await visit.page.getByRole('button', { name: 'Lataa sisältö' }).waitFor()
    assert.equal(
      await visit.page.getByRole('region', { name: 'Evästevalinnat' }).count(),
      0,
      'and no prompt afterwards',
    )
    await visit.leave()
  }
})

test('7 Evästeet: without JavaScript nothing loads, the links lead on, and the choice is made on the page of the register (S7.13, S7.15)', async () => {
  const visit = await opened({ javaScriptEnabled: false })
  const { page, context } = visit
  await page.getByRole('link', { name: 'Katso video Kuvavirran sivuilla' }).waitFor()
  await page.getByRole('link', { name: 'Kirjoita meille' }).waitFor()
  assert.deepEqual(heardSince(visit.begun), [])
  await page.getByRole('link', { name: 'Evästevalinnat' }).click()
  await page.getByRole('heading', { level: 1, name: 'Evästeet' }).waitFor()
  assert.deepEqual(await context.cookies(), [])
  await page.getByLabel('Mittari Oy').check()
  await page.getByRole('button', { name: 'Tallenna valinta' }).click()
  await page.getByText('Valintasi on tallennettu.').waitFor()
  assert.equal(await page.getByLabel('Mittari Oy').isChecked(), true)
  assert.deepEqual(
    (await context.cookies()).map(({ name }) => name),
    ['seloste_choice'],
  )
  assert.deepEqual(heardSince(visit.begun), [])
  await visit.leave()
})

test('7 Evästeet: where a blocker stops the script nothing loads, and the link in the footer still leads to the choice', async () => {
  const visit = await opened({}, '', /consent\.js/)
  const { page } = visit
  await page.waitForTimeout(1000)
  assert.deepEqual(heardSince(visit.begun), [])
  await page.getByRole('link', { name: 'Evästevalinnat' }).click()
  await page.getByRole('heading', { level: 1, name: 'Evästeet' }).waitFor()
  await visit.leave(/ERR_FAILED|ERR_BLOCKED/)

  const second = await opened({}, '', /choices-fi\.js/)
  await second.page.getByRole('link', { name: 'Evästevalinnat' }).click()
  await second.page.getByRole('heading', { level: 1, name: 'Evästeet' }).waitFor()
  assert.deepEqual(heardSince(second.begun), [])
  await second.leave(/ERR_FAILED|ERR_BLOCKED/)
})

test('7 Evästeet: a new service in a newer statement waits for a question of its own; what was allowed runs on meanwhile (S7.17)', async () => {
  const visit = await opened()
  const { page } = visit
  await press(page, 'Hyväksy kaikki')
  await page.getByText('Valintasi on tallennettu.').waitFor()
  const source = await readFile(new URL('../../examples/valo-group.yaml', import.meta.url), 'utf8')
  const newer = source.replace('provider: Kohdista AB\n      country: SE', 'provider: Kohdista AB\n      country: US')
  assert.notEqual(newer, source)
  await publish(
    site.register,
    { by: 'tomas', duty: 'admin', purpose: 'statement', at: site.register.now(), under: '1' },
    newer,
  )

  const context = await browser.newContext({ storageState: await visit.context.storageState(), locale: 'fi-FI' })
  const again = await context.newPage()
  const from = new Date()
  await again.goto(house.url)
  await again.getByRole('heading', { name: 'Evästeissä on uutta' }).waitFor()
  await soon(() => heardSince(from).some(({ host }) => host === 'mittari.example'))
  await again.waitForTimeout(1000)
  assert.equal(
    heardSince(from).some(({ host }) => host === 'kohdista.example'),
    false,
  )
  await again.getByRole('button', { name: 'Hylkää uudet' }).click()
  await soon(async () => (await newest()).state === 'given' && !(await newest()).allowed.includes('kohdista'))
  assert.deepEqual((await newest()).allowed, ['mittari', 'polku', 'tulostaulu'])
  await context.close()
  await visit.leave()
})

test('7 Evästeet: the contact form stands on the company’s own page and works with everything refused; no visitor’s id goes with it (S7.15, S7.20)', async () => {
  const visit = await opened()
  const { page } = visit
  await press(page, 'Vain välttämättömät')
  let posted = ''
  page.on('request', (request) => {
    if (request.url().endsWith('form.json') && request.method() === 'POST')
      posted = `${request.headers().cookie ?? ''} ${request.postData()}`
  })
  await page.getByRole('button', { name: 'Lähetä' }).click()
  await page.getByText('Viestiä ei vielä lähetetty').waitFor()
  await page.getByLabel('Nimi').fill('Lempi Laine')
  await page.getByLabel('Sähköposti').fill('lempi.laine@harju.example')
  await page.getByLabel('Viesti').fill('Kuinka nopeasti pääsette huoltamaan?')
  await site.pass(30)
  await page.getByRole('button', { name: 'Lähetä' }).click()
  await page.getByRole('heading', { name: 'Kiitos, viestisi on perillä' }).waitFor()
  await visit.accessible()
  await site.mailTo('lempi.laine@harju.example')
  assert.doesNotMatch(posted, /seloste_choice|visitor|_mt_|[0-9a-f]{8}-[0-9a-f]{4}/)
  await visit.leave(/422/)
})

test('7 Evästeet: at 400 % zoom, on a phone and in the dark the banner is whole, within the window and never over what has the focus', async () => {
  for (const options of [
    { viewport: { width: 320, height: 256 } },
    { ...phone, colorScheme: 'dark' },
  ] as BrowserContextOptions[]) {
    const visit = await opened(options)
    const { page } = visit
    const banner = page.getByRole('region', { name: 'Evästevalinnat' })
    await banner.waitFor()
    assert.deepEqual(await wider(page), [])
    const hidden: string[] = []
    for (let press = 0; press < 25; press += 1) {
      await page.keyboard.press('Tab')
      hidden.push(
        ...(await page.evaluate(() => {
          const one = document.activeElement
          if (!one || one === document.body) return []
          const { top, bottom, left, right } = one.getBoundingClientRect()
          const at = document.elementFromPoint((left + right) / 2, Math.max(top, 1) + Math.min(8, (bottom - top) / 2))
          return at && (one.contains(at) || at.contains(one)) ? [] : [one.outerHTML.slice(0, 80)]
        })),
      )
    }
    assert.deepEqual(hidden, [])
    await banner.getByRole('button', { name: 'Valitse itse' }).click()
    assert.deepEqual(await wider(page), [])
    await banner.getByRole('button', { name: 'Tallenna valinta' }).click()
    assert.equal(await banner.count(), 0)
    await visit.leave()
  }
})

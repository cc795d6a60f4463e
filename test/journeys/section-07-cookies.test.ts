// Section 7, Evästeet: the company's own website with the banner of its statement, and every host of anybody else on a listening loopback.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, afterEach, test } from 'node:test'
import type { BrowserContextOptions, Page } from '@playwright/test'
import { sql } from 'kysely'
import { publish } from '#statement'
import { openBrowser } from '#test/chromium'
import { aSite } from '#test/site'
import { startStandIns } from '../../src/demo/website/stand-ins.ts'
import { startHouse } from '../../src/demo/website/start-house.ts'
import { aVisit, phone, type Visit, wider } from './visit.ts'

const others = await startStandIns()
after(() => others.stop())
let register = ''
const house = await startHouse({ register: () => register, standIn: (id) => `http://${id}.example` })
after(() => house.stop())
const site = await aSite({ staff: 'none', websites: [house.url] })
register = site.url
const browser = await openBrowser([
  `--host-resolver-rules=MAP * 127.0.0.1:${others.port}, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
])
after(() => browser.close())
// A visit that broke off would go on being heard in the next test.
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
const owner = site.register.db.owner()

// The browser's own maker, which it calls whatever the page does.
const ofTheBrowser = /(^|\.)(google|googleapis|gvt1|gstatic)\.com$/

test('before a choice nothing leaves for anybody else and nothing is stored: at once, idle, and scrolled (S7.5)', async () => {
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

test('to accept, to refuse and to choose weigh the same: size, colour, font, one step of the keyboard; nothing is ticked (S7.2)', async () => {
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

test('refusing everything leaves one cookie without an identifier, and is not asked again on the next page', async () => {
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

test('after a refusal half a year passes before anybody asks again, after a consent a whole one (L-CK.9)', async () => {
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

test('accepting all starts the four services under Trusted Types; each tells its own server only (S7.18–S7.21)', async () => {
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

test('withdrawing takes one press, deletes what the services stored and silences them on the very same page (S7.13)', async () => {
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

test('the chooser opens from the foot of the page in one press, allows one service, and gives a receipt to fetch', async () => {
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

test('a video is a placeholder that says who, why and where; the press loads that provider and nobody else (S7.11, S7.12)', async () => {
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

test('Global Privacy Control refuses advertising without asking about it; any other value of the signal does nothing (B15)', async () => {
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

test('without JavaScript nothing loads, the links lead on, and the choice is made on the page of the register (S7.13, S7.15)', async () => {
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

test('where a blocker stops the script nothing loads, and the link in the footer still leads to the choice', async () => {
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

test('a new service in a newer statement waits for a question of its own; what was allowed runs on meanwhile (S7.17)', async () => {
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

test('the contact form stands on the company’s own page and works with everything refused; no visitor’s id goes with it (S7.15, S7.20)', async () => {
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

test('at 400 % zoom, on a phone and in the dark the banner is whole, within the window and never over what has the focus', async () => {
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

interface Opened extends Visit {
  begun: Date
}

async function opened(options: BrowserContextOptions = {}, script = '', blocked?: RegExp): Promise<Opened> {
  await new Promise((resolve) => setTimeout(resolve, 50))
  const begun = new Date()
  const visit = await aVisit(browser, house.url, options)
  if (script) await visit.context.addInitScript(script)
  if (blocked) await visit.context.route(blocked, (route) => route.abort())
  await visit.page.goto('/')
  return { ...visit, begun }
}

function press(page: Page, name: string) {
  return page.getByRole('region').getByRole('button', { name }).click()
}

function heardSince(at: Date) {
  return others.heard().filter((one) => one.at >= at && !ofTheBrowser.test(one.host.split(':')[0] ?? ''))
}

function stored(page: Page): Promise<string[]> {
  return page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])
}

/** The newest receipt; one that a later choice ended is not. */
async function newest() {
  const { rows } = await sql<{ state: string; way: string; allowed: string[] }>`
    select state, way, allowed from register.cookie_receipt
    where ends_at > at order by xmin::text::bigint desc limit 1`.execute(owner)
  return rows[0] ?? { state: '', way: '', allowed: [] }
}

async function soon(look: () => boolean | Promise<boolean>, patience = 8000) {
  for (const until = Date.now() + patience; Date.now() < until; ) {
    if (await look()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it did not come to pass')
}

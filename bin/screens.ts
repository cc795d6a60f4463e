import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { startPostgres } from '#platform/postgres'
import { obtainChromium, openBrowser } from '#test/chromium'
import { type CastName, cast } from '#test/people'
import { contactSheet, type Shot } from '#test/screens/contact-sheet'
import { addressOf, deskScreens, publicPages } from '#test/screens/screens'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'screens')
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1 }
const wide = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 }
const ways = (['fi', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((colorScheme) => [
    { name: `${language} ${colorScheme} desk`, language, options: { ...wide, colorScheme } },
    { name: `${language} ${colorScheme} phone`, language, options: { ...phone, colorScheme } },
  ]),
)
const only = process.argv.slice(2)
const asked = (name: string) => only.length === 0 || only.some((word) => name.includes(word))

const postgres = process.env.TEST_SERVER_URL
  ? null
  : await startPostgres({ directory: join(root, '.seloste', 'test'), durable: false })
process.env.TEST_SERVER_URL ??= postgres?.url
process.env.CHROMIUM_PATH ||= (await obtainChromium(console.log)) ?? ''
const { aSite } = await import('#test/site')
const site = await aSite({ staff: 'demo' })
const shots: Shot[] = []

// As a test, so that the site is taken down behind it.
test('every screen is on the contact sheet', async () => {
  const browser = await openBrowser()
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const way of ways) await shootAll(browser, way)
  await writeFile(join(folder, 'index.html'), contactSheet(shots))
  await browser.close()
  const screens = new Set(shots.map(({ screen }) => screen)).size
  console.log(`${shots.length} pictures of ${screens} screens: screens/index.html`)
})
after(() => postgres?.stop())

async function shootAll(browser: Browser, { name: way, language, options }: (typeof ways)[number]) {
  const about: BrowserContextOptions = {
    ...options,
    ...{ baseURL: site.url, timezoneId: 'Europe/Helsinki', reducedMotion: 'reduce' },
    locale: language === 'fi' ? 'fi-FI' : 'en-GB',
  }
  const visitor = await browser.newContext(about)
  const open = await visitor.newPage()
  for (const path of publicPages) if (asked(path)) await shoot(open, { screen: path, way, address: path })
  await visitor.close()

  for (const who of Object.keys(cast) as CastName[]) {
    const screens = deskScreens.filter((screen) => screen.who === who && asked(screen.route))
    if (screens.length === 0) continue
    const context = await browser.newContext(about)
    const page = await context.newPage()
    await signIn(page, who, language)
    for (const screen of screens) {
      const address = await addressOf(screen, (path) => page.evaluate(firstId, path))
      if (address) await shoot(page, { screen: screen.route, way, address })
      else console.log(`nothing to show at ${screen.route}`)
    }
    await context.close()
  }
  console.log(`✓ ${way}`)
}

async function signIn(page: Page, who: CastName, language: 'fi' | 'en') {
  await page.goto(await site.linkFor(who))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
  await page.evaluate((said) => localStorage.setItem('seloste.language', said), language)
}

async function shoot(page: Page, { screen, way, address }: { screen: string; way: string; address: string }) {
  const file = `${screen.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'start'}--${way.replaceAll(' ', '-')}.png`
  try {
    await page.goto(address)
    await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 10_000 })
    await page.waitForLoadState('networkidle')
  } catch (fault) {
    console.log(`! ${screen} ${way}: ${(fault as Error).message.split('\n')[0]}`)
  }
  await page.screenshot({ path: join(folder, file) })
  shots.push({ screen, way, file })
}

/** The id of the first record that a list of the API has; runs in the page. */
async function firstId(path: string): Promise<string | null> {
  const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
  const answer = path.startsWith('lists/') ? await fetch(`/api/v1/${path}/rows`, asked) : await fetch(`/api/v1/${path}`)
  if (!answer.ok) return null
  const said = await answer.json()
  const items = Array.isArray(said) ? said : (said.items ?? Object.values(said).find(Array.isArray) ?? [])
  const first = items[0]
  return first ? String(first.id ?? first.version ?? '') : null
}

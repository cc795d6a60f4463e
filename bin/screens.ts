import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContextOptions, Page, Request } from '@playwright/test'
import { startPostgres } from '#platform/postgres'
import { obtainChromium, openBrowser } from '#test/chromium'
import { type CastName, cast } from '#test/people'
import { contactSheet, type Shot } from '#test/screens/contact-sheet'
import { addressOf, deskScreens, publicPages } from '#test/screens/screens'

type Language = 'fi' | 'sv' | 'en'
const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }
const root = fileURLToPath(new URL('..', import.meta.url))
/** Words that a screen's route has in it; languages and widths to see it in; the folder the pictures go to. */
const { positionals: words, values } = parseArgs({
  allowPositionals: true,
  options: {
    language: { type: 'string', multiple: true, default: ['fi', 'en'] },
    format: { type: 'string', multiple: true, default: ['desk', 'phone'] },
    into: { type: 'string', default: join(root, 'screens') },
  },
})
const folder = values.into
const formats: Record<string, BrowserContextOptions> = {
  desk: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 1 },
}
const colours = ['light', 'dark'] as const
const languages = (Object.keys(locales) as Language[]).filter((one) => values.language.includes(one))
const ways = Object.entries(formats).flatMap(([format, options]) =>
  values.format.includes(format) ? languages.map((language) => ({ language, format, options })) : [],
)
const columns = ways.flatMap(({ language, format }) => colours.map((colour) => `${language} ${colour} ${format}`))
const asked = (name: string) => words.length === 0 || words.some((word) => name.includes(word))

process.env.NODE_COMPILE_CACHE ??= join(root, '.seloste', 'compiled')
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
  // Two at a time: while one waits for the server, the other is painted.
  const waiting = [...ways]
  const painter = async () => {
    for (let way = waiting.shift(); way; way = waiting.shift()) await shootAll(browser, way)
  }
  await Promise.all([painter(), painter()])
  shots.sort((a, b) => columns.indexOf(a.way) - columns.indexOf(b.way))
  await writeFile(join(folder, 'index.html'), contactSheet(shots))
  await browser.close()
  const screens = new Set(shots.map(({ screen }) => screen)).size
  console.log(`${shots.length} pictures of ${screens} screens: ${join(folder, 'index.html')}`)
})
after(() => postgres?.stop())

async function shootAll(browser: Browser, { language, format, options }: (typeof ways)[number]) {
  const about: BrowserContextOptions = {
    ...options,
    ...{ baseURL: site.url, timezoneId: 'Europe/Helsinki', reducedMotion: 'reduce' },
    locale: locales[language],
  }
  const visitor = await seeing(browser, about)
  for (const path of publicPages.filter(asked))
    await shoot(visitor, { screen: path, language, format }, () =>
      visitor.page.goto(path.replace('/fi/', `/${language}/`)),
    )
  await visitor.page.context().close()

  for (const who of Object.keys(cast) as CastName[]) {
    const screens = deskScreens.filter((screen) => screen.who === who && asked(screen.route))
    if (screens.length === 0) continue
    const eye = await seeing(browser, about)
    const { page } = eye
    await signIn(page, who, language)
    for (const screen of screens) {
      const address = await addressOf(screen, (path) => page.evaluate(firstId, path))
      if (address) await shoot(eye, { screen: screen.route, language, format }, () => goTo(page, address))
      else console.log(`nothing to show at ${screen.route}`)
    }
    await page.context().close()
  }
  console.log(`✓ ${language} ${format}`)
}

async function signIn(page: Page, who: CastName, language: Language) {
  await page.goto(await site.linkFor(who))
  await page.getByRole('button').click()
  await page.waitForURL('**/desk/**')
  await page.evaluate((said) => localStorage.setItem('seloste.language', said), language)
  await page.reload()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** Within the desk, as a press on a link leads; what stood there before is marked, so that it is not taken for what is coming. */
async function goTo(page: Page, address: string) {
  const isThere = await page.evaluate((to) => {
    if (location.pathname === to) return true
    for (const title of document.querySelectorAll('h1')) title.setAttribute('data-before', '')
    history.pushState(null, '', to)
    return false
  }, address)
  if (isThere) return
  // A screen within another keeps its title.
  await page.waitForSelector('h1:not([data-before])', { timeout: 2000 }).catch(() => undefined)
}

interface Eye {
  page: Page
  /** Waits until nothing has been asked of the server for a moment. */
  atRest(): Promise<void>
}

async function seeing(browser: Browser, about: BrowserContextOptions): Promise<Eye> {
  const page = await (await browser.newContext(about)).newPage()
  const open = new Set<Request>()
  const over = (request: Request) => void open.delete(request)
  page.on('request', (request) => request.resourceType() !== 'eventsource' && open.add(request))
  page.on('requestfinished', over).on('requestfailed', over)
  return {
    page,
    atRest: async () => {
      const until = Date.now() + 5000
      for (let quiet = 0; quiet < 4 && Date.now() < until; quiet = open.size === 0 ? quiet + 1 : 0) await pause(40)
    },
  }
}

async function shoot(
  { page, atRest }: Eye,
  { screen, language, format }: { screen: string; language: string; format: string },
  open: () => Promise<unknown>,
) {
  const name = screen.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'start'
  try {
    await page.emulateMedia({ colorScheme: 'light' })
    await open()
    await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 10_000 })
    await atRest()
  } catch (fault) {
    console.log(`! ${screen} ${language} ${format}: ${(fault as Error).message.split('\n')[0]}`)
  }
  for (const colorScheme of colours) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))
    const file = `${name}--${language}-${colorScheme}-${format}.png`
    await page.screenshot({ path: join(folder, file), animations: 'disabled' })
    shots.push({ screen, way: `${language} ${colorScheme} ${format}`, file })
  }
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

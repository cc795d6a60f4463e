import { after, afterEach } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { sql } from 'kysely'
import { openBrowser } from '#test/chromium'
import { aSite, type TestSite } from '#test/site'
import { type StandIns, startStandIns } from '../../src/demo/website/stand-ins.ts'
import { type House, startHouse } from '../../src/demo/website/start-house.ts'
import { aVisit, type Visit } from './visit.ts'

/** The company's own website with the banner of its statement, and every host of anybody else on a listening loopback. */
export interface Street {
  site: TestSite
  house: House
  browser: Browser
  /** Opens the company's home page as somebody who was never there. */
  opened(options?: BrowserContextOptions, script?: string, blocked?: RegExp): Promise<Opened>
  /** What anybody else got to hear from then on. */
  heardSince(at: Date): ReturnType<StandIns['heard']>
  /** The newest receipt; one that a later choice ended is not. */
  newest(): Promise<{ state: string; way: string; allowed: string[] }>
}

export interface Opened extends Visit {
  begun: Date
}

// The browser's own maker, which it calls whatever the page does.
const ofTheBrowser = /(^|\.)(google|googleapis|gvt1|gstatic)\.com$/

export async function aStreet(): Promise<Street> {
  const others = await startStandIns()
  after(() => others.stop())
  let register = ''
  const house = await startHouse({ register: () => register, standIn: (id) => `http://${id}.example` })
  after(() => house.stop())
  const site = await aSite({ staff: 'none', websites: [house.url] })
  register = site.url
  const everywhere = `MAP * 127.0.0.1:${others.port}, EXCLUDE localhost, EXCLUDE 127.0.0.1`
  const browser = await openBrowser([`--host-resolver-rules=${everywhere}`])
  after(() => browser.close())
  // A visit that broke off would go on being heard in the next test.
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

  return {
    ...{ site, house, browser },
    opened: async (options = {}, script = '', blocked) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      const begun = new Date()
      const visit = await aVisit(browser, house.url, options)
      if (script) await visit.context.addInitScript(script)
      if (blocked) await visit.context.route(blocked, (route) => route.abort())
      await visit.page.goto('/')
      return { ...visit, begun }
    },
    heardSince: (at) =>
      others.heard().filter((one) => one.at >= at && !ofTheBrowser.test(one.host.split(':')[0] ?? '')),
    newest: async () => {
      const { rows } = await sql<{ state: string; way: string; allowed: string[] }>`
        select state, way, allowed from register.cookie_receipt
        where ends_at > at order by xmin::text::bigint desc limit 1`.execute(site.register.db.owner())
      return rows[0] ?? { state: '', way: '', allowed: [] }
    },
  }
}

export function press(page: Page, name: string) {
  return page.getByRole('region').getByRole('button', { name }).click()
}

/** What the page's scripts keep beside cookies. */
export function stored(page: Page): Promise<string[]> {
  return page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])
}

export async function soon(look: () => boolean | Promise<boolean>, patience = 8000) {
  for (const until = Date.now() + patience; Date.now() < until; ) {
    if (await look()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it did not come to pass')
}

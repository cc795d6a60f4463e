import assert from 'node:assert/strict'
import { afterEach } from 'node:test'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { violationsOn } from '#test/axe'

/** Somebody at a browser. What goes wrong behind the page is remembered until `leave` looks at it. */
export interface Visit {
  page: Page
  context: BrowserContext
  /** Examines the page as it stands: axe finds nothing, and nothing is wider than the window. */
  accessible(popUp?: 'with a pop-up'): Promise<void>
  /** Every request so far went to our own origin. */
  askedNobodyElse(): void
  /** Closes the browser's window; what was written to the console as an error fails the journey. */
  leave(allowed?: RegExp): Promise<void>
}

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** Presses a deed that stands behind the three dots of a card. */
export async function further(page: Page, name: string) {
  await page.getByRole('button', { name: 'Muut toiminnot' }).first().click()
  await page.getByRole('menuitem', { name }).click()
}

export async function aVisit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  // What fades in is examined at full colour.
  const rest: BrowserContextOptions = { locale: 'fi-FI', timezoneId: 'Europe/Helsinki', reducedMotion: 'reduce' }
  const context = await browser.newContext({ reducedMotion: 'reduce', ...rest, baseURL: url, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const faults: string[] = []
  open.set(page, faults)
  context.on('close', () => open.delete(page))
  const asked: string[] = []
  let examining = false
  page.on(
    'console',
    (message) => message.type() === 'error' && !examining && faults.push(`${message.text()} ${message.location().url}`),
  )
  page.on('pageerror', (fault) => faults.push(String(fault)))
  context.on('request', (request) => asked.push(request.url()))

  return {
    page,
    context,
    accessible: async (popUp) => {
      // The examiner itself writes styles that our policy for browsers refuses.
      examining = true
      await examine(page, popUp ? { region: { enabled: false } } : {}).finally(() => {
        examining = false
      })
    },
    askedNobodyElse: () => {
      const others = asked.filter((address) => !address.startsWith(`${url}/`) && !/^(data|about|blob):/.test(address))
      assert.deepEqual(others, [])
    },
    leave: async (allowed) => {
      await context.close()
      assert.deepEqual(allowed ? faults.filter((fault) => !allowed.test(fault)) : faults, [])
    },
  }
}

// Where a journey failed, its windows say what they showed.
const open = new Map<Page, string[]>()
afterEach(async (context) => {
  if ('passed' in context && context.passed) return
  for (const [page, faults] of open) {
    open.delete(page)
    const shown = await page.ariaSnapshot({ timeout: 2_000 }).catch(String)
    process.stderr.write(`${page.url()}\n${faults.join('\n')}\n${shown.slice(-4_000)}\n`)
  }
})

// A pop-up stands beside the regions of the page, and is gone with the next press.
async function examine(page: Page, without: Record<string, { enabled: boolean }>) {
  await page.mouse.move(0, 0)
  await page.evaluate(settled)
  const found = (await violationsOn(page, { rules: without })).map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html, target }) => `${target} ${html.slice(0, 160)}`)
        .join(' ')}`,
  )
  assert.deepEqual(found, [], `axe at ${page.url()}`)
  assert.deepEqual(await wider(page), [], `${page.url()} is wider than its window`)
}

// In the middle of a change of colours, a text is as pale as its ground; and each change goes on a frame later in what lies within.
async function settled() {
  const ends = (one: Animation) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
  for (let calm = 0, frames = 0; calm < 2 && frames < 60; frames++) {
    await new Promise((drawn) => requestAnimationFrame(drawn))
    const moving = document.getAnimations().filter(ends)
    for (const one of moving) one.finish()
    calm = moving.length > 0 ? 0 : calm + 1
  }
}

/** What makes the page wider than its window; empty when nothing does. */
export async function wider(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const beyond = [...document.body.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    )
    return beyond.slice(-3).map((one) => one.outerHTML.slice(0, 200))
  })
}

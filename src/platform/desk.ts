import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { HttpServer } from './http.ts'
import { Refusal } from './refusal.ts'

/** Serves the built staff desk under a path; any address below it that is no file opens the desk itself. */
export async function desk(app: HttpServer, { path, folder }: { path: string; folder: string }) {
  const isBuilt = existsSync(join(folder, 'index.html'))
  const open = { config: { may: 'public' as const }, schema: { hide: true } as object }
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: `${path}/assets/`,
      immutable: true,
      maxAge: '365d',
      index: false,
      decorateReply: false,
    })
  }

  app.get(path, open, (_, reply) => reply.redirect(`${path}/`, 308))
  app.get(`${path}/*`, open, async (request, reply) => {
    const file = (request.params as { '*': string })['*']
    const plain = /^[\w-]+\.(svg|png|ico|webmanifest)$/.test(file) ? file : null
    if (!isBuilt || (plain && !existsSync(join(folder, plain)))) throw new Refusal('NOT_FOUND', 404)
    if (plain)
      return reply
        .type(types[plain.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
        .send(await readFile(join(folder, plain)))

    const nonce = randomBytes(16).toString('base64')
    const page = await readFile(join(folder, 'index.html'), 'utf8')
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', withNonce(String(reply.getHeader('content-security-policy')), nonce))
      .send(page.replace('</head>', `<meta name="csp-nonce" content="${nonce}"></head>`))
  })
}

// The desk's library writes its theme into one style element; a nonce allows that one and no other.
function withNonce(policy: string, nonce: string) {
  return policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
}

const types: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  webmanifest: 'application/manifest+json',
}

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { HttpServer } from '#platform/http'
import { languages } from '#platform/language'
import { Refusal } from '#platform/refusal'
import type { Published, Running } from '#statement'
import { type Catalogue, catalogueOf } from './cookies.ts'
import { gateFile, plainFile, type SentFile, widgetFile } from './embed-files.ts'

const anyone = { may: 'public' as const }
const folder = new URL('../../embed/dist/', import.meta.url)

/** The embed for the company's own site, with the services of the statement in force inside it: no further request tells of them. */
export function cookieScripts<T>(server: HttpServer, running: Running<T>, { publicUrl }: { publicUrl: string }) {
  const files = new Map<string, SentFile>()
  let made: { published: Published; catalogue: Catalogue } | null = null
  const current = () => {
    running.policy()
    const published = running.current() as Published // policy() has refused where there is none
    if (made?.published !== published) {
      made = { published, catalogue: catalogueOf(published) }
      files.clear()
    }
    return made
  }
  const remembered = async (name: string, part: string, make: (code: string) => SentFile) => {
    const known = files.get(name)
    if (known) return known
    const file = make(await codeOf(part))
    files.set(name, file)
    return file
  }

  server.get('/consent.js', { config: anyone }, async (request, reply) => {
    const { catalogue } = current()
    const signal = request.headers['sec-gpc'] === '1'
    const file = await remembered(`gate ${signal}`, 'gate', (code) => gateFile(code, catalogue, signal))
    return sent(file, request, reply.header('vary', 'sec-gpc, accept-encoding'))
  })
  for (const language of languages) {
    server.get(`/choices-${language}.js`, { config: anyone }, async (request, reply) => {
      const { catalogue, published } = current()
      const make = (code: string) => widgetFile(code, catalogue, published, { language, publicUrl })
      return sent(await remembered(language, 'choices', make), request, reply.header('vary', 'accept-encoding'))
    })
    server.get(`/form-${language}.js`, { config: anyone }, async (request, reply) =>
      sent(await remembered('form', 'form', plainFile), request, reply.header('vary', 'accept-encoding')),
    )
  }

  server.get('/cookies.json', { config: anyone }, (_, reply) =>
    reply
      .header('access-control-allow-origin', '*')
      .header('cache-control', 'public, max-age=60')
      .send(current().catalogue),
  )
  // W3C Global Privacy Control, 4.2: that the signal is honoured, and since when.
  server.get('/.well-known/gpc.json', { config: anyone }, (_, reply) => {
    const { catalogue, published } = current()
    const lastUpdate = published.publishedAt.toISOString().slice(0, 10)
    return reply.header('access-control-allow-origin', '*').send({ gpc: catalogue.honoursGpc, lastUpdate })
  })
}

async function codeOf(part: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`${part}.js`, folder)), 'utf8').catch(() => {
    throw new Refusal('NOT_FOUND', 404) // not built: the page of the company's site holds everything, which is what it should do
  })
}

function sent({ text, packed, etag }: SentFile, { headers }: FastifyRequest, reply: FastifyReply) {
  reply.headers({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=300',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
    etag,
  })
  if (headers['if-none-match'] === etag) return reply.status(304).send()
  return headers['accept-encoding']?.includes('gzip')
    ? reply.header('content-encoding', 'gzip').send(packed)
    : reply.send(text)
}

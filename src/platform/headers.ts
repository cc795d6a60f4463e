import helmet from '@fastify/helmet'
import type { HttpServer } from './http.ts'

/** Headers of every answer: our own origin and nothing else, no framing, no sniffing, no referrer to others. */
export async function securityHeaders(app: HttpServer, { secure }: { secure: boolean }) {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    frameguard: { action: 'deny' },
  })

  // ASVS 14.3.2: what concerns people stays out of caches, unless the route says otherwise.
  app.addHook('onSend', async (request, reply) => {
    if (/^\/(api|auth)(\/|$)/.test(request.url) && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store')
  })
}

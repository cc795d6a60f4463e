import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { HttpServer } from './http.ts'

/** Collects every route added after it under the prefix into an OpenAPI 3.1 document, which `described` completes, with a page to browse it. */
export async function openApi(
  app: HttpServer,
  {
    prefix,
    docs,
    title,
    described = (document) => document,
  }: { prefix: string; docs: string; title: string; described?: (document: object) => object },
) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title, version: '1' },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'session' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: ({ schema, url, route }) => ({
      url,
      schema: {
        ...tagged(url, prefix),
        ...(url.startsWith(prefix) ? {} : { hide: true }),
        ...schema,
        ...mayOf(route.config),
      },
    }),
  })
  await app.register(swaggerUi, {
    routePrefix: docs,
    uiConfig: { docExpansion: 'none', validatorUrl: null, tryItOutEnabled: false },
    theme: { title },
    logo: { type: 'image/svg+xml', content: wordmark(title), href: docs, target: '_self' },
  })
  app.get(`${prefix}/openapi.json`, { config: { may: 'public' }, schema: { hide: true } as object }, async (_, reply) =>
    reply.header('cache-control', 'max-age=60').send(described(app.swagger())),
  )
}

// The library would show its own maker's mark.
function wordmark(title: string) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><text x="0" y="28" fill="#fff" font-family="sans-serif" font-size="24">${title}</text></svg>`
}

function tagged(url: string, prefix: string) {
  const [, first = ''] = url.slice(prefix.length).split('/')
  return { tags: [first] }
}

// Who may use a route is part of the contract, so it stands in the document.
function mayOf(config: object | undefined) {
  const may = config && 'may' in config ? config.may : undefined
  const security: Record<string, string[]>[] = may === 'public' ? [] : [{ session: [] }, { token: [] }]
  return { 'x-may': may, security }
}

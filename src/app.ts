import { fileURLToPath } from 'node:url'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import { sql } from 'kysely'
import { protect, refusalPage } from '#access'
import { desk } from '#platform/desk'
import { securityHeaders } from '#platform/headers'
import { type HttpServer, httpServer } from '#platform/http'
import { openApi } from '#platform/openapi'
import { describeValues, inForce } from '#register'
import type { Running } from '#statement'
import { type AppOptions, cookieNameOf } from './app-options.ts'
import type { Database } from './database.ts'
import { modules, refusalsOfApp } from './modules.ts'

export { type AppOptions, cookieNameOf } from './app-options.ts'
export { refusalsOfApp } from './modules.ts'

const api = '/api/v1'
const docs = '/api/docs'
const deskPath = '/desk'

/** The whole application over a register at work; it does not listen yet. */
export async function buildApp(register: Running<Database>, options: AppOptions): Promise<HttpServer> {
  const app = httpServer({
    refusals: refusalsOfApp,
    nameOf: (field, language) =>
      register.current() ? inForce(register).policy.fields.get(field)?.label[language] : undefined,
    logger: options.logger,
    openFolders: [docs, deskPath],
    page: refusalPage,
  })
  const secure = options.publicUrl.startsWith('https:')

  await app.register(cookie)
  await securityHeaders(app, { secure })
  await limitPosts(app, options.postsAMinute ?? 30)
  protect(app, register, cookieNameOf(options))
  await openApi(app, {
    ...{ prefix: api, docs, title: 'Seloste' },
    described: (document) => describeValues(document, register.current() ? inForce(register) : null),
  })

  app.get('/health', { config: { may: 'public' } }, async (_, reply) => {
    const answers = await sql`select 1`.execute(register.db.as('site')).then(
      () => true,
      () => false,
    )
    return reply.status(answers ? 200 : 503).send({
      database: answers,
      statement: register.current()?.version ?? null,
      readOnly: register.readOnly() !== null,
    })
  })
  app.get('/favicon.ico', { config: { may: 'public' } }, (_, reply) =>
    reply.status(204).header('cache-control', 'public, max-age=604800').send(),
  )
  await desk(app, {
    path: deskPath,
    folder: options.deskFolder ?? fileURLToPath(new URL('../web/dist', import.meta.url)),
  })
  await app.register(async (scope) => addAll(scope as HttpServer, 'api', register, options), { prefix: api })
  await addAll(app, 'pages', register, options)
  for (const { version, with: what } of register.altered()) app.log.error({ version, what }, 'STATEMENT_TAMPERED')
  for (const { column, with: what } of register.undeclared()) app.log.error({ column, what }, 'COLUMN_NOT_DECLARED')
  return app
}

async function addAll(app: HttpServer, kind: 'api' | 'pages', register: Running<Database>, options: AppOptions) {
  for (const module of modules) await module[kind]?.(app, register, options)
}

/** What anybody may post without having signed in is limited by address. */
async function limitPosts(app: HttpServer, max: number) {
  app.addHook('onRoute', (route) => {
    if (route.method !== 'POST' || route.config?.may !== 'public' || route.config.rateLimit === false) return
    route.config = { ...route.config, rateLimit: { max, timeWindow: '1 minute', ...route.config.rateLimit } }
  })
  await app.register(rateLimit, { global: false })
}

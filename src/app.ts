import { fileURLToPath } from 'node:url'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import { sql } from 'kysely'
import { type AccessPorts, accessPages, accessRefusals, accessRoutes, ownRoutes, protect, refusalPage } from '#access'
import { choicesPages, choicesRefusals, choicesRoutes } from '#choices'
import {
  bookkeepingRoutes,
  chainRoutes,
  dealingsRefusals,
  dealingsRoutes,
  paperRoutes,
  paperSettingRoutes,
  publicQuotePdf,
  quotePages,
} from '#dealings'
import { exchangeRefusals, exchangeRoutes, exportRoutes } from '#exchange'
import { keepingRefusals } from '#keeping'
import { ledgerRefusals, type Occasion } from '#ledger'
import { listsRefusals, listsRoutes } from '#lists'
import { type MailSettings, mailKeysOf, mailRefusals, mailRoutes } from '#mail'
import { marketingRefusals, marketingRoutes, type Sending } from '#marketing'
import { evidenceRoutes, oversightRefusals, oversightRoutes } from '#oversight'
import { desk } from '#platform/desk'
import { securityHeaders } from '#platform/headers'
import { type HttpServer, httpServer } from '#platform/http'
import { openApi } from '#platform/openapi'
import type { RefusalCatalogue } from '#platform/problem'
import { platformRefusals } from '#platform/refusals'
import { type Relay, recipientRefusals, recipientRoutes } from '#recipients'
import { guardLastHandler, type Holding, type RegisterPorts, registerRefusals, registerRoutes } from '#register'
import {
  erasureRefusals,
  erasureRoutes,
  requestRoutes,
  resumeErasures,
  retentionRoutes,
  rightsRefusals,
  rightsRoutes,
} from '#rights'
import { type Running, renderPdf, statementRefusals, statementRoutes } from '#statement'
import {
  contactEmbedRoutes,
  contactRoutes,
  cookieDeskRoutes,
  cookiePages,
  cookieReceiptRoutes,
  cookieScripts,
  forReading,
  recipientPages,
  statementPages,
  websiteRefusals,
} from '#website'
import { addTask, calendarPages, workRefusals, workRoutes } from '#work'
import type { Database } from './database.ts'
import { mailboxPages } from './demo/mailbox.pages.ts'
import type { Mailbox } from './demo/mailbox.ts'
import { holdingsOf } from './holdings.ts'
import { listsOf, referencesOf } from './lists-of.ts'
import { outsideOf } from './outside.ts'
import { askFromOwnPage } from './own-page.ts'
import { dayParts, finderParts, timelineParts, workTriggers } from './timeline.ts'

export interface AppOptions {
  /** Keys that the database must not hold are derived from it. */
  secret: string
  /** The address that people type; links begin with it. */
  publicUrl: string
  demo?: boolean
  /** Where the keys, seals and backups of this register lie. */
  directory?: string
  /** The demo's mailbox, where there is a demo. */
  mailbox?: Mailbox
  /** Who carries the mail, where there is any. */
  relay?: Relay
  /** How campaigns are sent, where a mail server is named. */
  sending?: Sending
  /** Where mail services are asked for consent, where they are others than those of the world. */
  mailServices?: MailSettings['services']
  logger?: boolean | { write(line: string): void }
  /** Origins beside the statement's own website whose pages may use the embed: the demo's. */
  websites?: readonly string[]
  /** Where the built desk lies. */
  deskFolder?: string
  /** Posts a minute from one address: to sign in, and from the public. */
  postsAMinute?: number
  ports?: AccessPorts & Partial<RegisterPorts>
}

/** What a module gives to the application. */
interface Module {
  refusals: RefusalCatalogue
  /** Under /api/v1. */
  api?: Routes
  /** Pages, at the root. */
  pages?: Routes
}

type Routes = (app: HttpServer, register: Running<Database>, options: AppOptions) => void | Promise<void>

/** The one visible list of what the application is made of. */
const modules: readonly Module[] = [
  { refusals: platformRefusals },
  { refusals: ledgerRefusals },
  { refusals: keepingRefusals },
  { refusals: statementRefusals, api: statementRoutes },
  {
    refusals: accessRefusals,
    api: (app, register, options) => {
      // S3.1: the register's contact is the register's to guard; its tables are among the application's.
      const beforeClosing: AccessPorts['beforeClosing'] = (act, ...staff) => guardLastHandler(act as never, ...staff)
      accessRoutes(app, register, { ...options, ports: { beforeClosing, ...options.ports } })
      ownRoutes(app, register)
    },
    pages: (app, register, options) => accessPages(app, register, { ...options, cookieName: cookieNameOf(options) }),
  },
  {
    refusals: registerRefusals,
    api: (app, register, options) =>
      registerRoutes(app, register, {
        publicUrl: options.publicUrl,
        statementPdf,
        nextStep: (act, inForce, step) => addTask(act as never, inForce, step), // its tables are among the Database's
        holdings: () => holdingsOf(register),
        ...options.ports,
      }),
  },
  {
    refusals: choicesRefusals,
    api: choicesRoutes,
    pages: (app, register) =>
      choicesPages(app, register, {
        holdings: () => holdingsOf(register) as unknown as Holding<never>[], // each reaches its own tables
        openRequest: (wish) => askFromOwnPage(register, wish),
      }),
  },
  {
    refusals: recipientRefusals,
    api: (app, register, options) =>
      recipientRoutes(app, register, { relay: options.relay ?? null, mail: options.ports?.mail }),
  },
  {
    refusals: oversightRefusals,
    api: (app, register, options) => {
      oversightRoutes(app, register)
      evidenceRoutes(app, register, () => outsideOf(register, options))
    },
  },
  {
    refusals: workRefusals,
    api: (app, register, { publicUrl }) =>
      workRoutes(app, register, {
        timeline: timelineParts,
        day: dayParts,
        triggers: workTriggers,
        finder: finderParts,
        publicUrl,
      }),
    pages: (app, register, { publicUrl }) => calendarPages(app, register as never, { publicUrl }), // its tables are among the Database's
  },
  {
    refusals: dealingsRefusals,
    api: (app, register, options) => {
      // S12.15: the invoice is paid, and the erasure that it held goes on.
      const released = async (occasion: Occasion, personId: string) => {
        const { statement } = register.current() ?? {}
        if (statement) await resumeErasures(register, occasion, { holdings: holdingsOf(register), statement, personId })
      }
      dealingsRoutes(app, register, { released })
      chainRoutes(app, register, { released, publicUrl: options.publicUrl })
      paperRoutes(app, register, { mail: options.ports?.mail, publicUrl: options.publicUrl })
      paperSettingRoutes(app, register)
      bookkeepingRoutes(app, register, { released })
    },
    pages: (app, register) => quotePages(app, register, { quotePdf: (link) => publicQuotePdf(register, link) }),
  },
  {
    refusals: erasureRefusals,
    api: (app, register) => {
      erasureRoutes(app, register, () => holdingsOf(register))
      retentionRoutes(app, register)
    },
  },
  {
    refusals: mailRefusals,
    api: (app, register, { secret, publicUrl, mailServices: services }) =>
      mailRoutes(app, register, { keys: mailKeysOf(secret), publicUrl, services }),
  },
  { refusals: marketingRefusals, api: marketingRoutes },
  {
    refusals: rightsRefusals,
    api: (app, register) => rightsRoutes(app, register, () => holdingsOf(register) as unknown as Holding<never>[]),
    pages: (app, register, { secret, ports }) => {
      const holdings = () => holdingsOf(register) as unknown as Holding<never>[] // each reaches its own tables
      requestRoutes(app, { running: register, holdings, secret, mail: ports?.mail })
    },
  },
  {
    refusals: listsRefusals,
    api: (app, register) =>
      listsRoutes(app, register, { lists: listsOf, references: referencesOf, refusals: () => refusalsOfApp }),
  },
  {
    refusals: exchangeRefusals,
    api: (app, register) => {
      exchangeRoutes(app, register)
      exportRoutes(app, register, { lists: listsOf, references: referencesOf })
    },
  },
  {
    refusals: websiteRefusals,
    api: cookieDeskRoutes,
    pages: (app, register, options) => {
      statementPages(app, register)
      recipientPages(app, register)
      contactRoutes(app, register, options)
      contactEmbedRoutes(app, register, options)
      cookieScripts(app, register, options)
      cookiePages(app, register, options)
      cookieReceiptRoutes(app, register, options)
      if (options.mailbox) mailboxPages(app, options.mailbox)
    },
  },
]

/** Every refusal of every module, by code. */
export const refusalsOfApp = Object.assign({}, ...modules.map((module) => module.refusals)) as RefusalCatalogue

const statementPdf: RegisterPorts['statementPdf'] = (published, language) => renderPdf(forReading(published), language)

const api = '/api/v1'
const docs = '/api/docs'
const deskPath = '/desk'

/** The whole application over a register at work; it does not listen yet. */
export async function buildApp(register: Running<Database>, options: AppOptions): Promise<HttpServer> {
  const app = httpServer({
    refusals: refusalsOfApp,
    logger: options.logger,
    openFolders: [docs, deskPath],
    page: refusalPage,
  })
  const secure = options.publicUrl.startsWith('https:')

  await app.register(cookie)
  await securityHeaders(app, { secure })
  await limitPosts(app, options.postsAMinute ?? 30)
  protect(app, register, cookieNameOf(options))
  await openApi(app, { prefix: api, docs, title: 'Seloste' })

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

/** Over https the name itself makes the browser insist on Secure, this host and the whole path. */
export function cookieNameOf({ publicUrl }: Pick<AppOptions, 'publicUrl'>) {
  return publicUrl.startsWith('https:') ? '__Host-seloste' : 'seloste'
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

import { type AccessPorts, accessPages, accessRefusals, accessRoutes, handOverRoutes, ownRoutes } from '#access'
import { choicesPages, choicesRefusals, choicesRoutes } from '#choices'
import {
  bookkeepingRoutes,
  chainRoutes,
  dealingsRefusals,
  dealingsRoutes,
  enquiryLedTo,
  paperFiles,
  paperRoutes,
  paperSettingRoutes,
  publicQuotePdf,
  quotePages,
} from '#dealings'
import { exchangeRefusals, exchangeRoutes, exportRoutes } from '#exchange'
import { keepingRefusals } from '#keeping'
import { ledgerRefusals, type Occasion } from '#ledger'
import { listsRefusals, listsRoutes } from '#lists'
import { mailKeysOf, mailRefusals, mailRoutes } from '#mail'
import { marketingRefusals, marketingRoutes } from '#marketing'
import { evidenceRoutes, oversightRefusals, oversightRoutes } from '#oversight'
import type { HttpServer } from '#platform/http'
import type { RefusalCatalogue } from '#platform/problem'
import { platformRefusals } from '#platform/refusals'
import { recipientRefusals, recipientRoutes } from '#recipients'
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
import { type AppOptions, cookieNameOf } from './app-options.ts'
import { binParts } from './bin-of.ts'
import { contactParts } from './contacts.ts'
import type { Database } from './database.ts'
import { mailboxPages } from './demo/mailbox.pages.ts'
import { holdingsOf } from './holdings.ts'
import { importKinds } from './import-kinds.ts'
import { listsOf, referencesOf } from './lists-of.ts'
import { outsideOf } from './outside.ts'
import { askFromOwnPage } from './own-page.ts'
import { dayParts, finderParts, timelineParts, workTriggers } from './timeline.ts'

/** What a module gives to the application. */
export interface Module {
  refusals: RefusalCatalogue
  /** Under /api/v1. */
  api?: Routes
  /** Pages, at the root. */
  pages?: Routes
}

export type Routes = (app: HttpServer, register: Running<Database>, options: AppOptions) => void | Promise<void>

/** The one visible list of what the application is made of. */
export const modules: readonly Module[] = [
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
      handOverRoutes(app, register)
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
        ledTo: (look, inForce, enquiry) => enquiryLedTo(look as never, inForce, enquiry),
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
      evidenceRoutes(app, register, (whole) => outsideOf(register, options, whole))
    },
  },
  {
    refusals: workRefusals,
    api: (app, register, { publicUrl }) =>
      workRoutes(app, register, {
        timeline: timelineParts,
        day: dayParts,
        triggers: workTriggers,
        bin: binParts,
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
      retentionRoutes(app, register, { contacts: contactParts })
    },
  },
  {
    refusals: mailRefusals,
    api: (app, register, { secret, publicUrl, mailServices: services }) =>
      mailRoutes(app, register, { keys: mailKeysOf(secret), publicUrl, services, papers: paperFiles(register) }),
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
      exchangeRoutes(app, register, importKinds)
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

const statementPdf: RegisterPorts['statementPdf'] = (published, language) => renderPdf(forReading(published), language)

/** Every refusal of every module, by code. */
export const refusalsOfApp = Object.assign({}, ...modules.map((module) => module.refusals)) as RefusalCatalogue

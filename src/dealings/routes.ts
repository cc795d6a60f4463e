import { Type } from 'typebox'
import { noteSale } from '#choices'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { preferredLanguage } from '#platform/language'
import { circumstances } from '#recipients'
import { inForce, refuseOtherParts } from '#register'
import type { Running } from '#statement'
import { sayOfNew } from './added/say-of-new.ts'
import { afterSalesRoutes } from './after-sales.routes.ts'
import { billingRoutes } from './billing/billing.routes.ts'
import { added } from './chain-schema.routes.ts'
import { dealingsOf } from './dealings.view.ts'
import { deliveredTo } from './delivered.view.ts'
import { collectionFile } from './invoices/collection-file.view.ts'
import { enterInvoice } from './invoices/enter-invoice.ts'
import { invoiceEvents } from './invoices/invoice.ts'
import { invoiceRoutes } from './invoices/invoices.routes.ts'
import { invoicingRoutes } from './invoices/invoicing.routes.ts'
import { noteCollection } from './invoices/note-collection.ts'
import { reminderRunRoutes } from './invoices/reminder-runs.routes.ts'
import { settleInvoice } from './invoices/settle-invoice.ts'
import { opportunityRoutes } from './opportunities/opportunities.routes.ts'
import { pipelineRoutes } from './opportunities/pipelines.routes.ts'
import { paymentRoutes } from './payments/payments.routes.ts'
import { productRoutes } from './products/products.routes.ts'
import type { DealingsReach } from './reach.ts'

type Tables = DealingsReach & LedgerTables

const desks = { may: { purposes: 'any' } } as const
const Id = Type.String({ format: 'uuid' })
const One = Type.Object({ id: Id })
const Day = Type.String({ maxLength: 10 })
const text = (maxLength: number) => Type.String({ maxLength })
const closed = { additionalProperties: false } as const
const open = { additionalProperties: true } as const // what is not declared is refused by its name, see refuseOtherParts
const party = {
  company: Type.Optional(Id),
  person: Type.Optional(Id),
  groupCompany: Type.Optional(text(100)),
}
const sale = Type.Object(
  { productGroup: text(100), emailId: Type.Union([Id, Type.Null()]), toldOfRefusal: Type.Boolean() },
  closed,
)
const invoice = {
  ...party,
  ...{ number: text(60), issuedOn: Type.Optional(Day), dueOn: Day, amountCents: Type.Integer() },
  netCents: Type.Optional(Type.Integer()),
  ...{ fiscalYearEnd: Type.Optional(Day), debtorAddress: Type.Optional(text(1000)), text: Type.Optional(text(5000)) },
  sale: Type.Optional(sale),
  ...added,
}
/** What dealings ask of others. */
export interface DealingsPorts {
  /** Told when what blocked a person's erasure has ended. */
  released?: (occasion: Occasion, personId: string) => Promise<unknown>
}

/** Dealings at the desk; invoices that were made elsewhere are simple records (S5.11). */
export function dealingsRoutes<T extends Tables>(server: HttpServer, register: Running<T>, ports: DealingsPorts) {
  const running = register as unknown as Running<Tables> // its tables are among T's
  const { db } = running
  const occasionOf = (request: object) => (request as { occasion: Occasion }).occasion
  const partyOf = ({ company, person }: { company?: string; person?: string }) => ({
    ...(company ? { organisationId: company } : {}),
    ...(person ? { personId: person } : {}),
  })

  productRoutes(server, running)
  invoiceRoutes(server, running, ports.released)
  invoicingRoutes(server, running)
  reminderRunRoutes(server, running)
  billingRoutes(server, running)
  paymentRoutes(server, running, ports.released)
  opportunityRoutes(server, running)
  pipelineRoutes(server, running)
  afterSalesRoutes(server, running)

  for (const [path, key, who] of [
    ['companies', 'organisationId', 'a company'],
    ['people', 'personId', 'a person'],
  ] as const)
    server.get(
      `/${path}/:id/dealings`,
      { config: desks, schema: { summary: `Invoices, warranties and complaints of ${who}`, params: One } },
      (request) => {
        const language = preferredLanguage(String(request.headers['accept-language'] ?? ''))
        const wish = { [key]: request.params.id, language }
        return look(db, occasionOf(request), (view) => dealingsOf(view, inForce(running), wish))
      },
    )

  for (const [path, key, who] of [
    ['companies', 'organisationId', 'a company'],
    ['people', 'personId', 'a person'],
  ] as const)
    server.get(
      `/${path}/:id/delivered`,
      { config: desks, schema: { summary: `The lines that were delivered to ${who}`, params: One } },
      (request) =>
        look(db, occasionOf(request), (view) => deliveredTo(view, inForce(running), { [key]: request.params.id })),
    )

  server.post(
    '/invoices',
    { config: desks, schema: { summary: 'Enter an invoice', body: Type.Object(invoice, open) } },
    async (request, reply) => {
      refuseOtherParts(request.body, invoice)
      const { company, person, values, ...wish } = request.body
      const occasion = occasionOf(request)
      const { id, sale } = await perform(db, occasion, async (act) => {
        const made = await enterInvoice(act, inForce(running), { ...wish, ...partyOf({ company, person }) })
        return sayOfNew(act, inForce(running), { subject: 'invoice', values, made })
      })
      // Billing does not write choices: the fact of sale is noted under the machine duty that takes in what people said.
      if (sale)
        await perform(db, { ...occasion, duty: 'intake' }, (act) =>
          noteSale(act as unknown as Parameters<typeof noteSale>[0], sale),
        )
      return reply.status(201).send({ id })
    },
  )
  server.post(
    '/invoices/:id/settlement',
    {
      config: desks,
      schema: {
        summary: 'Mark an invoice paid or credited, or hand it to collection',
        params: One,
        body: Type.Object({ event: Type.Enum([...invoiceEvents]) }, closed),
      },
    },
    async (request, reply) => {
      const { event } = request.body
      const { id } = request.params
      const settled =
        event === 'collection' ? { id, event, about: await circumstances(running as never) } : { id, event }
      const freed = await perform(db, occasionOf(request), (act) => settleInvoice(act, inForce(running), settled))
      if (freed) await ports.released?.(occasionOf(request), freed)
      return reply.status(204).send()
    },
  )
  server.get(
    '/invoices/:id/collection.csv',
    { config: desks, schema: { summary: 'A debt for its collector, with reminders and interest', params: One } },
    async (request, reply) => {
      const about = await circumstances(running as never)
      const language = preferredLanguage(String(request.headers['accept-language'] ?? ''))
      const { name, file, untold } = await look(db, occasionOf(request), (view) =>
        collectionFile(view, inForce(running), { id: request.params.id, about, language }),
      )
      if (untold) await perform(db, occasionOf(request), (act) => noteCollection(act, about, untold))
      return reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(file)
    },
  )
}

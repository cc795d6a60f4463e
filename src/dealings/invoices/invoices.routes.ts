import { Type } from 'typebox'
import { noteSale } from '#choices'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { inForce, refuseUnlessSees } from '#register'
import type { Running } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { agedBalances } from './aged.view.ts'
import { creditInvoice } from './credit-invoice.ts'
import { changeDraft, discardDraft, draftInvoice } from './draft-invoice.ts'
import { eAddressOfCompany, setEAddress } from './e-invoice-address.ts'
import { invoiceCard } from './invoice.view.ts'
import { invoicingOf, setInvoicing } from './invoicing.ts'
import { issueInvoice } from './issue-invoice.ts'
import { remind, remindersDue } from './remind.ts'

type Tables = DealingsReach & LedgerTables
type Released = (occasion: Occasion, personId: string) => Promise<unknown>

const desks = { may: { purposes: 'any' } } as const
const closed = { additionalProperties: false } as const
const Id = Type.String({ format: 'uuid' })
const One = Type.Object({ id: Id })
const text = (maxLength: number) => Type.String({ maxLength })
const maybe = (maxLength: number) => Type.Optional(Type.Union([text(maxLength), Type.Null()]))
const maybeId = Type.Optional(Type.Union([Id, Type.Null()]))
const revision = Type.Optional(Type.Integer())
const Language = Type.Optional(Type.Union([Type.Literal('fi'), Type.Literal('sv'), Type.Literal('en')]))
const Lines = Type.Array(Type.Object({}, { additionalProperties: true }), { maxItems: 500 })
const Terms = Type.Array(Type.Object({ share: Type.Integer(), days: Type.Integer() }, closed), { maxItems: 36 })
const content = {
  ...{ lines: Type.Optional(Lines), terms: Type.Optional(Terms), deliveredOn: maybe(10), yourReference: maybe(200) },
  ...{ ourReference: maybe(200), exemption: maybe(600), text: maybe(5000), language: Language, contact: maybeId },
  ...{ debtorAddress: maybe(1000), debtorVatNumber: maybe(30) },
}
const from = Type.Object(
  {
    ...{ opportunityId: maybeId, quoteId: maybeId, orderId: maybeId, contractId: maybeId, assignmentId: maybeId },
    deliveryId: maybeId,
  },
  closed,
)
const draft = Type.Object(
  {
    ...{ company: Type.Optional(Id), person: Type.Optional(Id), groupCompany: Type.Optional(text(100)) },
    ...{ from: Type.Optional(from), ...content },
  },
  closed,
)
const sale = Type.Object(
  { productGroup: text(100), emailId: Type.Union([Id, Type.Null()]), toldOfRefusal: Type.Boolean() },
  closed,
)
const credited = Type.Array(Type.Object({ id: text(40), quantity: Type.Integer() }, closed), { maxItems: 500 })
const account = Type.Object({ iban: text(60), bic: maybe(20) }, closed)
const invoicing = Type.Object(
  {
    ...{ groupCompany: Type.Optional(text(100)), issues: Type.Optional(Type.Boolean()), vatNumber: maybe(30) },
    ...{
      street: maybe(300),
      postcode: maybe(30),
      city: maybe(200),
      phone: maybe(60),
      email: maybe(300),
      website: maybe(300),
    },
    ...{ footer: maybe(600), accounts: Type.Optional(Type.Array(account, { maxItems: 5 })), eAddress: maybe(60) },
    ...{ eOperator: maybe(40), paymentDays: Type.Optional(Type.Integer()), reminderFee: Type.Optional(Type.Integer()) },
    ...{ lateInterest: Type.Optional(Type.Union([Type.Integer(), Type.Null()])), collector: maybe(300), revision },
  },
  closed,
)
const company = Type.Object({ groupCompany: Type.Optional(text(100)) }, closed)

/** Invoices of our own, from draft to credit note and reminder (S5.11). */
export function invoiceRoutes(server: HttpServer, running: Running<Tables>, released: Released | undefined) {
  const { db } = running
  const who = (request: object) => (request as { occasion: Occasion }).occasion
  const rules = () => inForce(running)

  server.post(
    '/invoices/drafts',
    { config: desks, schema: { summary: 'Begin an invoice', body: draft } },
    async (request, reply) => {
      const { company, person, ...wish } = request.body
      const party = { ...(company ? { organisationId: company } : {}), ...(person ? { personId: person } : {}) }
      const made = await perform(db, who(request), (act) => draftInvoice(act, rules(), { ...wish, ...party }))
      return reply.status(201).send(made)
    },
  )
  server.get(
    '/invoices/:id',
    { config: desks, schema: { summary: 'One invoice, with its payments and reminders', params: One } },
    (request) => look(db, who(request), (view) => invoiceCard(view, rules(), request.params.id)),
  )
  server.patch(
    '/invoices/:id',
    {
      config: desks,
      schema: { summary: 'Change a draft', params: One, body: Type.Object({ ...content, revision }, closed) },
    },
    async (request, reply) => {
      const change = { ...request.body, id: request.params.id }
      await perform(db, who(request), (act) => changeDraft(act, rules(), change))
      return reply.status(204).send()
    },
  )
  server.delete(
    '/invoices/:id',
    { config: desks, schema: { summary: 'Throw a draft away', params: One, querystring: Type.Object({ revision }) } },
    async (request, reply) => {
      const draft = { id: request.params.id, ...request.query }
      await perform(db, who(request), (act) => discardDraft(act, rules(), draft))
      return reply.status(204).send()
    },
  )
  server.post(
    '/invoices/:id/issue',
    {
      config: desks,
      schema: {
        summary: 'Issue a draft: it takes the next number and is locked',
        params: One,
        body: Type.Object({ revision, sale: Type.Optional(sale) }, closed),
      },
    },
    async (request) => {
      const occasion = who(request)
      const issued = await perform(db, occasion, (act) =>
        issueInvoice(act, rules(), { ...request.body, id: request.params.id }),
      )
      // Billing does not write choices: the fact of sale is noted under the machine duty that takes in what people said.
      const { sale: fact, ...answer } = issued
      if (fact)
        await perform(db, { ...occasion, duty: 'intake' }, (act) =>
          noteSale(act as unknown as Parameters<typeof noteSale>[0], fact),
        )
      return answer
    },
  )
  server.post(
    '/invoices/:id/credit',
    {
      config: desks,
      schema: {
        summary: 'Credit an invoice, whole or in part, by a credit note',
        params: One,
        body: Type.Object(
          { reason: text(2000), lines: Type.Optional(credited), revision, complaint: Type.Optional(Id) },
          closed,
        ),
      },
    },
    async (request, reply) => {
      const occasion = who(request)
      const { released: person, ...note } = await perform(db, occasion, (act) =>
        creditInvoice(act, rules(), { ...request.body, id: request.params.id }),
      )
      if (person) await released?.(occasion, person)
      return reply.status(201).send(note)
    },
  )

  server.get(
    '/invoices/reminders',
    { config: desks, schema: { summary: 'Reminders that may be sent today', querystring: company } },
    (request) => look(db, who(request), (view) => remindersDue(view, rules(), request.query)),
  )
  server.post(
    '/invoices/reminders',
    {
      config: desks,
      schema: {
        summary: 'Remind of invoices',
        body: Type.Object(
          { groupCompany: Type.Optional(text(100)), invoices: Type.Array(Id, { minItems: 1, maxItems: 1000 }) },
          closed,
        ),
      },
    },
    (request) => perform(db, who(request), (act) => remind(act, rules(), request.body)),
  )
  server.get(
    '/invoices/aged',
    { config: desks, schema: { summary: 'What is owed, by how late it is', querystring: company } },
    (request) => look(db, who(request), (view) => agedBalances(view, rules(), request.query)),
  )

  server.get(
    '/invoicing',
    { config: desks, schema: { summary: 'How a group company invoices', querystring: company } },
    (request) =>
      look(db, who(request), async (view) => {
        refuseUnlessSees(rules(), view, ['com.quotes', 'com.orders', 'com.contracts', 'com.delivery', 'com.invoicing'])
        view.saw([], [])
        return invoicingOf(view, request.query.groupCompany ?? rules().policy.groupCompanies[0]?.id ?? 'controller')
      }),
  )
  server.put(
    '/invoicing',
    { config: desks, schema: { summary: 'Set how a group company invoices', body: invoicing } },
    async (request, reply) => {
      await perform(db, who(request), (act) => setInvoicing(act, rules(), request.body as never))
      return reply.status(204).send()
    },
  )
  server.get(
    '/companies/:id/e-invoice-address',
    { config: desks, schema: { summary: 'Where the e-invoices of a company go', params: One } },
    (request) => look(db, who(request), (view) => eAddressOfCompany(view, rules(), request.params.id)),
  )
  server.put(
    '/companies/:id/e-invoice-address',
    {
      config: desks,
      schema: {
        summary: 'Set where the e-invoices of a company go; empty takes it away',
        params: One,
        body: Type.Object({ eAddress: maybe(60), eOperator: maybe(40) }, closed),
      },
    },
    async (request, reply) => {
      const wish = { ...request.body, organisationId: request.params.id }
      await perform(db, who(request), (act) => setEAddress(act, rules(), wish))
      return reply.status(204).send()
    },
  )
}

import { Type } from 'typebox'
import { noteSale } from '#choices'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { inForce, revisionOf } from '#register'
import type { Running } from '#statement'
import { sayOfNew } from '../added/say-of-new.ts'
import { added } from '../chain-schema.routes.ts'
import type { DealingsReach } from '../reach.ts'
import { accountOf } from './account.view.ts'
import { agedBalances } from './aged.view.ts'
import { creditInvoice } from './credit-invoice.ts'
import { changeDraft, discardDraft, draftInvoice } from './draft-invoice.ts'
import { invoiceCard } from './invoice.view.ts'
import { issueInvoice } from './issue-invoice.ts'
import { remind } from './remind.ts'

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
    ...{ from: Type.Optional(from), ...content, ...added },
  },
  closed,
)
const sale = Type.Object(
  { productGroup: text(100), emailId: Type.Union([Id, Type.Null()]), toldOfRefusal: Type.Boolean() },
  closed,
)
const credited = Type.Array(Type.Object({ id: text(40), quantity: Type.Integer() }, closed), { maxItems: 500 })
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
      const { company, person, values, ...wish } = request.body
      const party = { ...(company ? { organisationId: company } : {}), ...(person ? { personId: person } : {}) }
      const made = await perform(db, who(request), async (act) => {
        const draft = await draftInvoice(act, rules(), { ...wish, ...party })
        return sayOfNew(act, rules(), { subject: 'invoice', values, made: draft })
      })
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
      // The desk says in the body what it read; whoever says it nowhere is refused (`REVISION_MISSING`).
      const read = request.body.revision ?? revisionOf(request.headers)
      const change = { ...request.body, id: request.params.id, revision: read }
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
  for (const [path, key] of [
    ['companies', 'organisationId'],
    ['people', 'personId'],
  ] as const)
    server.get(
      `/${path}/:id/account`,
      { config: desks, schema: { summary: 'What is open with a customer', params: One, querystring: company } },
      (request) =>
        look(db, who(request), (view) => accountOf(view, rules(), { [key]: request.params.id, ...request.query })),
    )
  server.get(
    '/invoices/aged',
    { config: desks, schema: { summary: 'What is owed, by how late it is', querystring: company } },
    (request) => look(db, who(request), (view) => agedBalances(view, rules(), request.query)),
  )
}

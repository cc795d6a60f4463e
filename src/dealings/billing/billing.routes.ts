import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import { type HttpServer, refusalOf } from '#platform/http'
import { preferredLanguage } from '#platform/language'
import { sayRefusal } from '#platform/problem'
import { platformRefusals } from '#platform/refusals'
import { inForce, registerRefusals } from '#register'
import type { Running } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { dealingsRefusals } from '../refusals.ts'
import { billMany } from './bill-many.ts'
import { creditBeyondEnd, leaveUncredited } from './credit-beyond-end.ts'
import { billAfterAll, leaveUnbilled } from './leave-unbilled.ts'
import { toBill, toBillSum } from './to-bill.view.ts'
import { toCredit } from './to-credit.view.ts'

const config = { may: { purposes: 'any' } } as const
const closed = { additionalProperties: false } as const
const one = { kind: Type.Enum(['order', 'contract']), id: Type.String({ format: 'uuid' }) }
const items = Type.Array(Type.Object(one, closed), { minItems: 1, maxItems: 100 })
const id = Type.Optional(Type.String({ format: 'uuid' }))
const whose = { groupCompany: Type.Optional(Type.String({ maxLength: 100 })), company: id, person: id }
const seen = { id: Type.String({ format: 'uuid' }), totalCents: Type.Integer() }
const paged = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  after: Type.Optional(Type.String({ maxLength: 100 })),
}

/** What waits to be billed, and one press that bills many. */
export function billingRoutes(server: HttpServer, running: Running<DealingsReach & LedgerTables>) {
  const who = (request: object) => (request as { occasion: Occasion }).occasion

  server.get(
    '/to-bill',
    {
      config,
      schema: {
        summary: 'What waits to be billed today, the oldest first, a page at a time',
        querystring: Type.Object({ ...whose, ...paged }, closed),
      },
    },
    (request) => look(running.db, who(request), (view) => toBill(view, inForce(running), request.query)),
  )
  server.get(
    '/to-bill/sum',
    {
      config,
      schema: {
        summary: 'How much waits to be billed in all',
        querystring: Type.Object(
          { ...whose, most: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) },
          closed,
        ),
      },
    },
    (request) => look(running.db, who(request), (view) => toBillSum(view, inForce(running), request.query)),
  )
  server.post(
    '/to-bill/left-unbilled',
    {
      config,
      schema: {
        summary: 'Leave unbilled what waits of an order or a contract, with a reason',
        body: Type.Object(
          {
            ...one,
            since: Type.String({ maxLength: 10 }),
            netCents: Type.Integer(),
            reason: Type.String({ maxLength: 2000 }),
          },
          closed,
        ),
      },
    },
    async (request, reply) => {
      await perform(running.db, who(request), (act) => leaveUnbilled(act, inForce(running), request.body))
      return reply.status(204).send()
    },
  )
  server.post(
    '/to-bill/billed-after-all',
    {
      config,
      schema: {
        summary: 'Take back that something was left unbilled',
        body: Type.Object({ ...one, entry: Type.String({ format: 'uuid' }) }, closed),
      },
    },
    async (request, reply) => {
      await perform(running.db, who(request), (act) => billAfterAll(act, inForce(running), request.body))
      return reply.status(204).send()
    },
  )
  server.get(
    '/to-credit',
    {
      config,
      schema: {
        summary: 'What was billed ahead of contracts that end before it',
        querystring: Type.Object({ ...whose, contract: id }, closed),
      },
    },
    (request) => look(running.db, who(request), (view) => toCredit(view, inForce(running), request.query)),
  )
  server.post(
    '/to-credit/credit-notes',
    { config, schema: { summary: 'Credit the days beyond the end of a contract', body: Type.Object(seen, closed) } },
    async (request, reply) =>
      reply
        .status(201)
        .send(await perform(running.db, who(request), (act) => creditBeyondEnd(act, inForce(running), request.body))),
  )
  server.post(
    '/to-credit/left-uncredited',
    {
      config,
      schema: {
        summary: 'Leave the days beyond the end of a contract uncredited, with a reason',
        body: Type.Object({ ...seen, reason: Type.String({ maxLength: 2000 }) }, closed),
      },
    },
    async (request, reply) => {
      await perform(running.db, who(request), (act) => leaveUncredited(act, inForce(running), request.body))
      return reply.status(204).send()
    },
  )
  server.post(
    '/billing-rounds',
    {
      config,
      schema: {
        summary: 'Bill many orders and contracts at once',
        body: Type.Object({ items, until: Type.Enum(['draft', 'issued', 'sent']) }, closed),
      },
    },
    async (request, reply) => {
      const language = preferredLanguage(request.headers['accept-language'])
      const catalogue = { ...platformRefusals, ...registerRefusals, ...dealingsRefusals }
      const billed = await billMany(running, who(request), request.body, (fault) =>
        refusalOf(fault as Parameters<typeof refusalOf>[0], request as never, 0),
      )
      return reply.status(201).send({
        items: billed.map(({ refused, ...one }) => ({
          ...one,
          code: refused?.code ?? null,
          said: refused && sayRefusal(refused, catalogue, language),
        })),
      })
    },
  )
}

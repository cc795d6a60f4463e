import { Type } from 'typebox'
import { type LedgerTables, look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { inForce, refuseOtherParts } from '#register'
import type { Running } from '#statement'
import { addWarranty } from './add-warranty.ts'
import { sayOfNew } from './added/say-of-new.ts'
import { partyOfAfterSales } from './after-sales.view.ts'
import { added, closed, desks, Id, One, occasionOf, open, party, partyOf, text } from './chain-schema.routes.ts'
import { resolutions } from './complaint.ts'
import { closeComplaint, openComplaint, takeComplaint } from './complaints.ts'
import type { DealingsReach } from './reach.ts'

const Day = text(10)
const orNull = Type.Optional(Type.Union([Id, Type.Null()]))
const months = Type.Integer({ minimum: 0, maximum: 36 })
const about = {
  ...{ product: orNull, order: orNull, delivery: orNull, invoice: orNull },
}
const warranty = {
  ...party,
  ...about,
  ...added,
  serial: Type.Optional(text(200)),
  item: text(500),
  startsOn: Day,
  endsOn: Day,
  claimMonths: Type.Optional(months),
}
const complaint = {
  ...party,
  ...about,
  ...added,
  warranty: orNull,
  text: text(10_000),
  openedOn: Type.Optional(Day),
  parties: Type.Optional(Type.Array(Id, { maxItems: 50 })),
}

/** Warranties and complaints at the desk (S5.12, S5.13). */
export function afterSalesRoutes(server: HttpServer, running: Running<DealingsReach & LedgerTables>) {
  const { db } = running

  server.post(
    '/warranties',
    { config: desks, schema: { summary: 'Enter a warranty', body: Type.Object(warranty, open) } },
    async (request, reply) => {
      refuseOtherParts(request.body, warranty)
      const { company, person, values, ...wish } = request.body
      const id = await perform(db, occasionOf(request), async (act) => {
        const made = await addWarranty(act, inForce(running), { ...wish, ...partyOf({ company, person }) })
        return sayOfNew(act, inForce(running), { subject: 'warranty', values, made })
      })
      return reply.status(201).send({ id })
    },
  )
  for (const [path, kind] of [
    ['complaints', 'complaint'],
    ['warranties', 'warranty'],
  ] as const)
    server.get(
      `/${path}/:id`,
      { config: desks, schema: { summary: `Whose this ${kind} is`, params: One } },
      (request) =>
        look(db, occasionOf(request), (view) =>
          partyOfAfterSales(view, inForce(running), { kind, id: request.params.id }),
        ),
    )
  server.post(
    '/complaints',
    { config: desks, schema: { summary: 'Write down a complaint', body: Type.Object(complaint, open) } },
    async (request, reply) => {
      refuseOtherParts(request.body, complaint)
      const { company, person, values, ...wish } = request.body
      const id = await perform(db, occasionOf(request), async (act) => {
        const made = await openComplaint(act, inForce(running), { ...wish, ...partyOf({ company, person }) })
        return sayOfNew(act, inForce(running), { subject: 'complaint', values, made })
      })
      return reply.status(201).send({ id })
    },
  )
  server.post(
    '/complaints/:id/taking',
    { config: desks, schema: { summary: 'Take a complaint to work on', params: One } },
    async (request, reply) => {
      await perform(db, occasionOf(request), (act) => takeComplaint(act, inForce(running), request.params))
      return reply.status(204).send()
    },
  )
  server.post(
    '/complaints/:id/closure',
    {
      config: desks,
      schema: {
        summary: 'Close a complaint',
        params: One,
        body: Type.Object(
          { outcome: Type.Optional(text(5000)), resolution: Type.Optional(Type.Enum([...resolutions])) },
          closed,
        ),
      },
    },
    async (request, reply) => {
      const closure = { id: request.params.id, ...request.body }
      await perform(db, occasionOf(request), (act) => closeComplaint(act, inForce(running), closure))
      return reply.status(204).send()
    },
  )
}

import { Type } from 'typebox'
import { noteSale } from '#choices'
import { look, perform } from '#ledger'
import { inForce, refuseOtherParts, revisionOf } from '#register'
import { sayOfNew } from '../added/say-of-new.ts'
import {
  added,
  type ChainDesk,
  closed,
  Day,
  desks,
  found,
  given,
  Id,
  languages,
  maybe,
  One,
  occasionOf,
  open,
  owned,
  party,
  partyOf,
  priced,
  said,
  text,
} from '../chain-schema.routes.ts'
import { changeOrder } from './change-order.ts'
import { chooseBilling } from './choose-billing.ts'
import { enterOrder } from './enter-order.ts'
import { moveOrder } from './move-order.ts'
import { billedFroms, orderEvents } from './order.ts'
import { orderOf } from './orders.view.ts'

const part = maybe(500)
const Address = Type.Object({ name: part, street: part, postcode: part, city: part, country: part }, closed)
const sale = Type.Object(
  { productGroup: text(100), emailId: Type.Union([Id, Type.Null()]), toldOfRefusal: Type.Boolean() },
  closed,
)
const ordered = {
  ...{
    ...party,
    ...said,
    ...added,
    ...priced,
    contact: Type.Optional(Id),
    opportunity: Type.Optional(Id),
    title: maybe(1000),
  },
  ...{ language: languages, wantedOn: Day, buyerReference: maybe(500), terms: maybe(20_000) },
  billedFrom: Type.Optional(Type.Enum([...billedFroms])),
  ...{ deliveryAddress: Type.Optional(Type.Union([Address, Type.Null()])), sale: Type.Optional(sale), given },
}

/** Orders at the desk (S6.3). */
export function orderRoutes({ server, running, ports }: ChainDesk) {
  const { db } = running
  const shown = async (request: object, id: string) =>
    found(await look(db, occasionOf(request), (view) => orderOf(view, inForce(running), id)))

  server.get(
    '/orders/:id',
    { config: desks, schema: { summary: 'An order and what has gone out of it', params: One } },
    (request) => shown(request, request.params.id),
  )
  server.post(
    '/orders',
    {
      config: desks,
      schema: { summary: 'Enter an order that came without a quote', body: Type.Object(ordered, open) },
    },
    async (request, reply) => {
      refuseOtherParts(request.body, ordered)
      const { company, person, opportunity, sale, values, ...wish } = request.body
      const occasion = occasionOf(request)
      const made = await perform(db, occasion, async (act) => {
        const entered = {
          ...wish,
          lines: wish.lines ?? [],
          opportunityId: opportunity,
          ...partyOf({ company, person }),
        }
        const order = await enterOrder(act, inForce(running), entered)
        return sayOfNew(act, inForce(running), { subject: 'order', values, made: order })
      })
      const { personId, groupCompany, id } = made
      // § 200(3) of laki 917/2014: sales does not write choices; the fact is noted by the duty that takes in what people said.
      if (sale && personId) {
        const fact = { personId, groupCompany, ...sale, soldAt: occasion.at, deal: { kind: 'order' as const, id } }
        await perform(db, { ...occasion, duty: 'intake' }, (act) =>
          noteSale(act as unknown as Parameters<typeof noteSale>[0], fact),
        )
      }
      return reply.status(201).send(await shown(request, id))
    },
  )
  server.patch(
    '/orders/:id',
    { config: desks, schema: { summary: 'Change who looks after an order', params: One, body: owned } },
    async (request) => {
      const change = { ...request.body, id: request.params.id, revision: revisionOf(request.headers) }
      await perform(db, occasionOf(request), (act) => changeOrder(act, inForce(running), change))
      return shown(request, change.id)
    },
  )
  server.post(
    '/orders/:id/billing',
    {
      config: desks,
      schema: {
        summary: 'Say whether an order is billed by what goes out of it, or as it stands',
        params: One,
        body: Type.Object({ billedFrom: Type.Enum([...billedFroms]) }, closed),
      },
    },
    async (request, reply) => {
      const wish = { id: request.params.id, ...request.body }
      await perform(db, occasionOf(request), (act) => chooseBilling(act, inForce(running), wish))
      return reply.status(204).send()
    },
  )
  server.post(
    '/orders/:id/state',
    {
      config: desks,
      schema: {
        summary: 'Close an order, cancel it, or open it again',
        params: One,
        body: Type.Object({ event: Type.Enum([...orderEvents]), reason: maybe(5000) }, closed),
      },
    },
    async (request, reply) => {
      const move = { id: request.params.id, ...request.body }
      const freed = await perform(db, occasionOf(request), (act) => moveOrder(act, inForce(running), move))
      if (freed) await ports.released?.(occasionOf(request), freed)
      return reply.status(204).send()
    },
  )
}

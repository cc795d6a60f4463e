import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { inForce, refuseOtherParts } from '#register'
import { sayOfNew } from '../added/say-of-new.ts'
import {
  added,
  type ChainDesk,
  closed,
  Day,
  desks,
  found,
  Id,
  maybe,
  One,
  occasionOf,
  open,
  text,
} from '../chain-schema.routes.ts'
import { deliveryOf } from './deliveries.view.ts'
import { deliveryEvents } from './delivery.ts'
import { moveDelivery } from './move-delivery.ts'
import { planDelivery } from './plan-delivery.ts'

const part = maybe(500)
const planned = {
  ...added,
  lines: Type.Array(Type.Object({ line: text(40), quantity: Type.Number() }, closed), { maxItems: 500 }),
  ...{ plannedOn: Day, contact: Type.Optional(Id), note: maybe(5000), reason: maybe(5000) },
  address: Type.Optional(
    Type.Union([
      Type.Object({ name: part, street: part, postcode: part, city: part, country: part }, closed),
      Type.Null(),
    ]),
  ),
}

/** Deliveries at the desk (S5.10): planned, made in parts, cancelled. */
export function deliveryRoutes({ server, running }: ChainDesk) {
  const { db } = running
  const shown = async (request: object, id: string) =>
    found(await look(db, occasionOf(request), (view) => deliveryOf(view, inForce(running), id)))

  server.get(
    '/deliveries/:id',
    { config: desks, schema: { summary: 'A delivery and its lines', params: One } },
    (request) => shown(request, request.params.id),
  )
  server.post(
    '/orders/:id/deliveries',
    {
      config: desks,
      schema: {
        summary: 'Plan a delivery of an order or of a part of it',
        params: One,
        body: Type.Object(planned, open),
      },
    },
    async (request, reply) => {
      refuseOtherParts(request.body, planned)
      const { values, ...wish } = { ...request.body, orderId: request.params.id }
      const id = await perform(db, occasionOf(request), async (act) => {
        const made = await planDelivery(act, inForce(running), wish)
        return sayOfNew(act, inForce(running), { subject: 'delivery', values, made })
      })
      return reply.status(201).send(await shown(request, id))
    },
  )
  server.post(
    '/deliveries/:id/state',
    {
      config: desks,
      schema: {
        summary: 'Say that a delivery went out, or that it will not',
        params: One,
        body: Type.Object({ event: Type.Enum([...deliveryEvents]), deliveredOn: Day }, closed),
      },
    },
    async (request, reply) => {
      const move = { id: request.params.id, ...request.body }
      await perform(db, occasionOf(request), (act) => moveDelivery(act, inForce(running), move))
      return reply.status(204).send()
    },
  )
}

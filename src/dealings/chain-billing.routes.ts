import { perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { inForce, refuseUnlessWriter } from '#register'
import { type ChainDesk, desks, One, occasionOf } from './chain-schema.routes.ts'
import { billContract } from './contracts/bill-contract.ts'
import { billOrder } from './orders/bill-order.ts'

/** An order, a delivery or a contract becomes the draft of an invoice in one press. */
export function chainBillingRoutes({ server, running }: ChainDesk) {
  const { db } = running
  server.post(
    '/orders/:id/invoice',
    { config: desks, schema: { summary: 'Begin the invoice of what an order has left to bill', params: One } },
    async (request, reply) => {
      const draft = await perform(db, occasionOf(request), (act) =>
        billOrder(act, inForce(running), { orderId: request.params.id }),
      )
      return reply.status(201).send(draft)
    },
  )
  server.post(
    '/deliveries/:id/invoice',
    { config: desks, schema: { summary: 'Begin the invoice of a delivery', params: One } },
    async (request, reply) => {
      const { id: deliveryId } = request.params
      const draft = await perform(db, occasionOf(request), async (act) => {
        refuseUnlessWriter(inForce(running), act, 'com.invoicing')
        const found = await act.db
          .selectFrom('register.delivery')
          .select('order_id')
          .where('id', '=', deliveryId)
          .executeTakeFirst()
        if (!found) throw new Refusal('NOT_FOUND', 404)
        return billOrder(act, inForce(running), { orderId: found.order_id, deliveryId })
      })
      return reply.status(201).send(draft)
    },
  )
  server.post(
    '/contracts/:id/invoice',
    { config: desks, schema: { summary: 'Begin the invoice of a period of a contract', params: One } },
    async (request, reply) => {
      const draft = await perform(db, occasionOf(request), (act) =>
        billContract(act, inForce(running), request.params.id),
      )
      return reply.status(201).send(draft)
    },
  )
}

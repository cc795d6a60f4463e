import { Type } from 'typebox'
import { type LedgerTables, look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import type { MailOut } from '#register'
import type { Running } from '#statement'
import { disclosuresListed } from './disclosures.view.ts'
import { liftStop } from './lift-stop.ts'
import { type Relay, verdictOnRelay } from './mail-door.ts'
import { circumstances } from './may-go-to.ts'
import { paperRoutes } from './paper-routes.ts'
import { receiptRoutes } from './receipt-routes.ts'
import { recipientsNow } from './recipients.view.ts'
import { stopTransfer } from './stop-transfer.ts'
import { stopsInForce } from './stops.view.ts'
import type { RecipientTables } from './tables.ts'

export interface RecipientPorts {
  relay: Relay | null
  mail?: MailOut
}

const keepers = { may: { duties: ['admin', 'privacy'] } }
const privacy = { may: { duties: ['privacy'] } }
const One = Type.Object({ id: Type.String({ format: 'uuid' }) })
const page = {
  before: Type.Optional(Type.String({ format: 'uuid' })),
  receiver: Type.Optional(Type.String({ maxLength: 100 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}
const stop = Type.Object(
  {
    kind: Type.Union([Type.Literal('tool'), Type.Literal('processor')]),
    subject: Type.String({ maxLength: 100 }),
    reason: Type.String({ minLength: 1, maxLength: 500 }),
  },
  { additionalProperties: false },
)

/** Recipients and transfers with their switches, disclosures, papers, and receipts of those who were told. */
export function recipientRoutes<T extends RecipientTables & LedgerTables>(
  server: HttpServer,
  register: Running<T>,
  ports: RecipientPorts,
) {
  const running = register as unknown as Running<RecipientTables & LedgerTables> // its tables are among T's
  const { db } = running
  const statement = () => {
    running.policy()
    return running.current()?.statement as NonNullable<ReturnType<typeof running.current>>['statement'] // policy() refuses where there is none
  }

  server.get(
    '/recipients',
    { config: keepers, schema: { summary: 'To whom data may go today, and what keeps each way open or shut' } },
    async (request) => {
      const about = await circumstances(running)
      const stops = await look(db, request.occasion, stopsInForce)
      const relay = ports.relay?.host ? ports.relay : null
      return {
        ...recipientsNow({ ...about, stops }),
        mail: relay && { ...relay, verdict: await verdictOnRelay(running, relay) },
      }
    },
  )

  server.post(
    '/transfer-stops',
    { config: keepers, schema: { summary: 'Switch a transfer tool or a processor off at once', body: stop } },
    async (request, reply) => {
      if (!request.body.reason.trim()) throw new Refusal('VALUE_REQUIRED', 422, { field: 'reason' })
      const id = await perform(db, request.occasion, (act) => stopTransfer(act, statement(), request.body))
      return reply.status(201).send({ id })
    },
  )

  server.post(
    '/transfer-stops/:id/lifting',
    { config: keepers, schema: { summary: 'Switch it on again', params: One } },
    async (request, reply) => {
      await perform(db, request.occasion, (act) => liftStop(act, request.params.id))
      return reply.status(201).send({ id: request.params.id })
    },
  )

  server.get(
    '/disclosures',
    { config: privacy, schema: { summary: 'What was disclosed, to whom and when', querystring: Type.Object(page) } },
    (request) => look(db, request.occasion, (view) => disclosuresListed(view, { limit: 50, ...request.query })),
  )

  server.get(
    '/people/:id/disclosures',
    {
      config: privacy,
      schema: {
        summary: 'To whom one person’s data went (Art. 15(1)(c))',
        params: One,
        querystring: Type.Object(page),
      },
    },
    (request) =>
      look(db, request.occasion, (view) =>
        disclosuresListed(view, { limit: 50, ...request.query, person: request.params.id }),
      ),
  )

  paperRoutes(server, running)
  receiptRoutes(server, running, ports)
}

import { Type } from 'typebox'
import { type LedgerTables, look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import type { MailOut } from '#register'
import type { Running } from '#statement'
import { recipientLetter } from './letter.ts'
import { receiptsListed } from './receipts.view.ts'
import { contactOf, sendRecipientNotice } from './send-recipient-notice.ts'
import { settleReceipt } from './settle-receipt.ts'
import type { RecipientTables } from './tables.ts'

const privacy = { may: { duties: ['privacy'] } }
const One = Type.Object({ id: Type.String({ format: 'uuid' }) })
const ways = Type.Union([Type.Literal('mail'), Type.Literal('told')])
const outcome = Type.Union([Type.Literal('confirmed'), Type.Literal('refused')])

/** Art. 19: who has been told of what, and who has answered. */
export function receiptRoutes(
  server: HttpServer,
  running: Running<RecipientTables & LedgerTables>,
  { mail }: { mail?: MailOut },
) {
  const { db } = running
  const statementNow = () => {
    const published = running.current()
    if (!published) throw new Refusal('NO_ACTIVE_STATEMENT', 409, { clause: 'S0.1' })
    return published.statement
  }

  server.get(
    '/recipient-notices',
    {
      config: privacy,
      schema: {
        summary: 'Whom recipients must be told of, and what they answered',
        querystring: Type.Object({ settled: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])) }),
      },
    },
    async (request) => {
      const outstanding = request.query.settled !== 'true'
      const { items, next } = await look(db, request.occasion, (view) =>
        receiptsListed(view, { outstanding, limit: 200 }),
      )
      const statement = statementNow()
      return {
        // What to say is written out, so that it can be told by other means than mail.
        items: items.map((notice) => ({
          ...notice,
          to: contactOf(statement, notice.receiver),
          letter: notice.about === null ? null : recipientLetter(statement, { ...notice, about: notice.about }),
        })),
        next,
      }
    },
  )

  server.post(
    '/recipient-notices/:id/sending',
    {
      config: privacy,
      schema: {
        summary: 'Tell a recipient by mail, or say that it was told',
        params: One,
        body: Type.Object({ way: ways }),
      },
    },
    async (request, reply) => {
      const telling = { id: request.params.id, way: request.body.way, statement: statementNow(), out: mail }
      await perform(db, request.occasion, (act) => sendRecipientNotice(act, telling))
      return reply.status(201).send({ id: telling.id })
    },
  )

  server.post(
    '/recipient-notices/:id/receipt',
    {
      config: privacy,
      schema: {
        summary: 'Record what a recipient answered',
        params: One,
        body: Type.Object({ outcome, note: Type.Optional(Type.Union([Type.String({ maxLength: 500 }), Type.Null()])) }),
      },
    },
    async (request, reply) => {
      const { id } = request.params
      await perform(db, request.occasion, (act) => settleReceipt(act, { id, ...request.body }))
      return reply.status(201).send({ id })
    },
  )
}

import { sql } from 'kysely'
import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { mayGoTo } from '#recipients'
import { closed, keepers, type MailDesk, Text } from './asked.routes.ts'
import { keepService } from './keep-service.ts'
import { returnAddress } from './oauth-errand.ts'
import { rowsOf } from './rows.ts'
import { mailServices } from './services.ts'

const OneService = Type.Object({ id: Type.Enum(['microsoft', 'google']) })
const Registration = Type.Object(
  {
    clientId: Text(300),
    clientSecret: Type.Optional(Text(1000)),
    tenant: Type.Optional(Type.Union([Text(100), Type.Null()])),
  },
  closed,
)

/** The register's registrations with mail services: the administrator's. A secret goes in and never comes out. */
export function serviceRoutes({ server, running, settings }: MailDesk) {
  const { db } = running
  const services = settings.services ?? mailServices

  server.get(
    '/mail-services',
    { config: keepers, schema: { summary: 'Mail services, and whether the statement names them' } },
    async (request) => {
      const rows = await look(db, request.occasion, async (view) => {
        view.saw([], [])
        return rowsOf<{ id: string; clientId: string; tenant: string | null }>(
          view,
          sql`select id, client_id as "clientId", tenant from register.mail_service`,
        )
      })
      const items = await Promise.all(
        Object.entries(services).map(async ([id, { name, imap, asOf }]) => {
          const verdict = await mayGoTo(running, { host: imap.host })
          const held = rows.find((row) => row.id === id)
          return {
            ...{ id, name, asOf, clientId: held?.clientId ?? null, tenant: held?.tenant ?? null },
            ...{
              isDeclared: verdict.allowed,
              ...(verdict.allowed ? {} : { code: verdict.code, clause: verdict.clause }),
            },
          }
        }),
      )
      return { items, returnAddress: returnAddress(settings) }
    },
  )
  server.put(
    '/mail-services/:id',
    { config: keepers, schema: { summary: 'Register with a mail service', params: OneService, body: Registration } },
    async (request, reply) => {
      const { id } = request.params
      if (!request.body.clientId.trim()) throw new Refusal('VALUE_REQUIRED', 422, { field: 'clientId' })
      await perform(db, request.occasion, (act) => keepService(act, settings, { ...request.body, id }))
      return reply.status(204).send()
    },
  )
}

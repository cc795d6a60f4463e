import { Type } from 'typebox'
import { perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import type { Running } from '#statement'
import {
  type Asking,
  closed,
  desks,
  momentOf,
  One,
  oneOf,
  shownChoices,
  shownOrganisation,
  type Tables,
  Text,
  writing,
} from './asked-by.routes.ts'
import { channels, staffVias } from './channel.ts'
import { giveConsent } from './give-consent.ts'
import { recordObjection, recordTopics, recordWithdrawal } from './record-objection.ts'
import { organisationRefusal } from './refuse-marketing.ts'
import { restrictionRoutes } from './restriction-routes.ts'
import { sendRoutes } from './send-routes.ts'

const objection = Type.Object(
  {
    scope: oneOf(['all', 'channel', 'topic', 'profiling']),
    channel: Type.Optional(oneOf(channels)),
    topic: Type.Optional(Text(100)),
    via: oneOf(staffVias),
    saidAt: Type.Optional(Text(40)),
    byAgent: Type.Optional(Type.Boolean()),
  },
  closed,
)
// L-7.1: one purpose and one channel by the schema itself.
const consent = Type.Object(
  {
    purpose: Text(100),
    channel: oneOf(channels),
    wording: Text(2000),
    language: oneOf(['fi', 'sv', 'en']),
    via: oneOf(staffVias),
    proof: Type.Optional(oneOf(['document', 'own-words'])),
    document: Type.Optional(Text(200)),
    ownWords: Type.Optional(Text(1000)),
  },
  closed,
)
const withdrawal = Type.Object({ purpose: Text(100), channel: oneOf(channels), via: oneOf(staffVias) }, closed)
const topics = Type.Object({ wanted: Type.Array(Text(100), { maxItems: 100 }), via: oneOf(staffVias) }, closed)

/** What people choose, at the desk. */
export function choicesRoutes<T extends Tables>(server: HttpServer, running: Running<T>) {
  const { db } = running
  const shown = (request: Asking, personId: string) => shownChoices(running, request, personId)

  server.get(
    '/people/:id/choices',
    { config: desks, schema: { summary: 'What a person has chosen, and how they stand to marketing', params: One } },
    (request) => shown(request, request.params.id),
  )
  server.post(
    '/people/:id/objections',
    { config: desks, schema: { summary: 'Record an objection to direct marketing', params: One, body: objection } },
    async (request, reply) => {
      const occasion = writing(running, request)
      const { saidAt, ...said } = request.body
      await recordObjection(running, occasion, { ...said, personId: request.params.id, at: momentOf(saidAt, occasion) })
      return reply.status(201).send(await shown(request, request.params.id))
    },
  )
  server.post(
    '/people/:id/consents',
    { config: desks, schema: { summary: 'Record a consent with its wording and proof', params: One, body: consent } },
    async (request, reply) => {
      const { wording: text, language, ...said } = request.body
      await perform(db, writing(running, request), (act) =>
        giveConsent(act as never, running.policy(), {
          ...said,
          personId: request.params.id,
          wording: { text, language },
        }),
      )
      return reply.status(201).send(await shown(request, request.params.id))
    },
  )
  server.post(
    '/people/:id/consent-withdrawals',
    { config: desks, schema: { summary: 'Record that a consent is withdrawn', params: One, body: withdrawal } },
    async (request, reply) => {
      const occasion = writing(running, request)
      await shown(request, request.params.id) // refuses whom the duty does not see
      await recordWithdrawal(running, occasion, { ...request.body, personId: request.params.id })
      return reply.status(201).send(await shown(request, request.params.id))
    },
  )
  server.put(
    '/people/:id/topics',
    { config: desks, schema: { summary: 'Set the topics that a person wants', params: One, body: topics } },
    async (request) => {
      const purpose = [...running.policy().purposes.values()].find(({ messageClass }) => messageClass === 'marketing')
      const wish = { ...request.body, personId: request.params.id, purpose: purpose?.id ?? '' }
      await recordTopics(running, writing(running, request), running.policy(), wish)
      return shown(request, request.params.id)
    },
  )
  server.get(
    '/companies/:id/choices',
    { config: desks, schema: { summary: 'What a company has refused', params: One } },
    (request) => shownOrganisation(running, request, request.params.id),
  )
  server.post(
    '/companies/:id/refusals',
    {
      config: desks,
      schema: { summary: 'Record that a company refuses direct marketing', params: One, body: objection },
    },
    async (request, reply) => {
      const occasion = writing(running, request)
      const { saidAt, ...said } = request.body
      const organisationId = request.params.id
      await perform(db, occasion, (act) =>
        organisationRefusal(act as never, { ...said, organisationId, at: momentOf(saidAt, occasion) }),
      )
      return reply.status(201).send(await shownOrganisation(running, request, organisationId))
    },
  )
  restrictionRoutes(server, running)
  sendRoutes(server, running)
}

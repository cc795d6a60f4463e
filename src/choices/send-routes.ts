import { Type } from 'typebox'
import { type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import type { Running } from '#statement'
import { askConsentByMail } from './ask-consent.ts'
import { askOwnPageOf } from './ask-own-page.ts'
import { closed, desks, One, oneOf, shownChoices, type Tables, Text, writing } from './asked-by.routes.ts'
import { channels, staffVias } from './channel.ts'

const asked = Type.Object(
  {
    purpose: Text(100),
    channel: oneOf(channels),
    wording: Text(2000),
    language: oneOf(['fi', 'sv', 'en']),
    via: oneOf(staffVias),
  },
  closed,
)

/** Links that a desk has sent to the address on file, so that the person does it with their own hand. */
export function sendRoutes<T extends Tables>(server: HttpServer, running: Running<T>) {
  server.post(
    '/people/:id/own-page-links',
    { config: desks, schema: { summary: 'Mail the person a link to their own page', params: One } },
    async (request, reply) => {
      const occasion = writing(running, request)
      await shownChoices(running, request, request.params.id) // refuses whom the duty does not see
      await perform(running.db, byMachine(occasion), (act) => askOwnPageOf(act as never, request.params.id))
      return reply.status(202).send(await shownChoices(running, request, request.params.id))
    },
  )
  server.post(
    '/people/:id/consent-requests',
    {
      config: desks,
      schema: { summary: 'Mail the person a link by which they give a consent', params: One, body: asked },
    },
    async (request, reply) => {
      const occasion = writing(running, request)
      await shownChoices(running, request, request.params.id)
      const { wording: text, language, ...said } = request.body
      const wish = { ...said, personId: request.params.id, wording: { text, language } }
      await perform(running.db, byMachine(occasion), (act) => askConsentByMail(act as never, running.policy(), wish))
      return reply.status(202).send(await shownChoices(running, request, request.params.id))
    },
  )
}

// The queue is the intake's to fill; who asked is in the ledger.
function byMachine(occasion: Occasion): Occasion {
  return { ...occasion, duty: 'intake', reach: 'all' }
}

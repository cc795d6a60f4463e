import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { preferredLanguage } from '#platform/language'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import { AudienceShape, type MarketingDesk, marketing, One, rulesNow } from './asked.routes.ts'
import { marketingRules } from './marketing-rules.view.ts'
import { removeSegment, saveSegment, segmentsListed } from './segments.ts'
import { settleUndeliverable, undeliverablesOpen } from './undeliverables.ts'

const NewSegment = Type.Object(
  { name: Type.String({ maxLength: 120 }), audience: AudienceShape },
  { additionalProperties: false },
)
const Settlement = Type.Object(
  { how: Type.Union([Type.Literal('corrected'), Type.Literal('removed'), Type.Literal('still-right')]) },
  { additionalProperties: false },
)

/** What a campaign is made of: the rules of the statement, saved audiences, and addresses that came back. */
export function segmentRoutes({ server, running }: MarketingDesk) {
  const { db } = running

  server.get(
    '/marketing-rules',
    {
      config: marketing,
      schema: { summary: 'Channels, topics and grounds of the statement; job roles and products that are known' },
    },
    async (request) => {
      const rules = rulesNow(running)
      if (!rules) throw new Refusal('PURPOSE_NOT_DECLARED', 403, { clause: 'S4.10' })
      const language = preferredLanguage(String(request.headers['accept-language'] ?? ''))
      return look(db, request.occasion, (view) => marketingRules(view, { inForce: inForce(running), rules, language }))
    },
  )
  server.get('/segments', { config: marketing, schema: { summary: 'Saved audiences' } }, (request) =>
    look(db, request.occasion, segmentsListed),
  )
  server.post(
    '/segments',
    { config: marketing, schema: { summary: 'Save an audience under a name', body: NewSegment } },
    async (request, reply) => {
      const id = await perform(db, request.occasion, (act) => saveSegment(act, inForce(running), request.body))
      return reply.status(201).send({ id, ...request.body })
    },
  )
  server.put(
    '/segments/:id',
    { config: marketing, schema: { summary: 'Change a saved audience', params: One, body: NewSegment } },
    async (request) => {
      const { id } = request.params
      await perform(db, request.occasion, (act) => saveSegment(act, inForce(running), request.body, id))
      return { id, ...request.body }
    },
  )
  server.delete(
    '/segments/:id',
    { config: marketing, schema: { summary: 'Forget a saved audience', params: One } },
    async (request, reply) => {
      await perform(db, request.occasion, (act) => removeSegment(act, inForce(running), request.params.id))
      return reply.status(204).send()
    },
  )
  server.get(
    '/undeliverables',
    {
      config: marketing,
      schema: { summary: 'Addresses that came back and are not used until they are settled (S12.6)' },
    },
    (request) => look(db, request.occasion, (view) => undeliverablesOpen(view, inForce(running))),
  )
  server.post(
    '/undeliverables/:id/settlement',
    {
      config: marketing,
      schema: { summary: 'Say what became of an address that came back', params: One, body: Settlement },
    },
    async (request, reply) => {
      const settled = { id: request.params.id, how: request.body.how }
      await perform(db, request.occasion, (act) => settleUndeliverable(act, inForce(running), settled))
      return reply.status(204).send()
    },
  )
}

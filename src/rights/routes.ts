import { type TSchema, Type } from 'typebox'
import { choicesKeyIn } from '#choices'
import { type Act, look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { inForce } from '#register'
import type { Running } from '#statement'
import { carryOut, settleItem } from './carry-out.ts'
import { One, occasionOf, privacy, type RightsDatabase, type RightsDesk, revisionIn, shown } from './desk.routes.ts'
import { carryOutErasure } from './erase-by-request.ts'
import { prepareExtension } from './extend-request.ts'
import { forwardEnquiry } from './forward-enquiry.ts'
import { askIdentity, failIdentity, proveIdentity, takeUp } from './identify-requester.ts'
import { letterRoutes } from './letter.routes.ts'
import type { Wish } from './move-request.ts'
import { addItems, choosePerson, notePaperSearch, reviewRedaction } from './note-on-request.ts'
import { packageRoutes } from './package.routes.ts'
import { receiveRequest } from './receive-request.ts'
import { doubtReasons, identityMethods, refusalGrounds, replyWays, requestKinds, requestWays } from './request.ts'
import { requestsListed, requestsPressing } from './requests.view.ts'
import { settleRequests } from './settle-requests.ts'
import type { RightsReach } from './tables.ts'
import { askClarification, grantRequest, refuseRequest, takeClarification, withdrawRequest } from './weigh-request.ts'

const Id = Type.String({ format: 'uuid' })
const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Union(values.map((value) => Type.Literal(value as T[number])))
const languages = oneOf(['fi', 'sv', 'en'] as const)
const closed = <P extends Record<string, TSchema>>(parts: P) => Type.Object(parts, { additionalProperties: false })

const item = closed({
  field: Type.String({ maxLength: 100 }),
  claim: Type.Optional(Type.String({ maxLength: 2000 })),
  reason: Type.Optional(oneOf(['incorrect', 'unnecessary', 'incomplete', 'outdated'] as const)),
})
const entered = closed({
  kind: oneOf(requestKinds),
  via: oneOf(requestWays),
  receivedAt: Type.String({ format: 'date-time' }),
  text: Type.String({ maxLength: 20_000 }),
  language: languages,
  person: Type.Optional(Type.Union([Id, Type.Null()])),
  name: Type.Optional(Type.String({ maxLength: 400 })),
  address: Type.Optional(Type.String({ maxLength: 1000 })),
  replyWay: Type.Optional(oneOf(replyWays)),
  capacity: Type.Optional(oneOf(['self', 'agent', 'guardian'] as const)),
  mandate: Type.Optional(Type.String({ maxLength: 500 })),
  alsoStopMarketing: Type.Optional(Type.Boolean()),
  items: Type.Optional(Type.Array(item, { maxItems: 50 })),
})

/** The privacy desk: what people ask, by when it is due, and every step until the answer. */
export function rightsRoutes(server: HttpServer, running: Running<RightsDatabase>, holdings: RightsDesk['holdings']) {
  const desk: RightsDesk = { server, running, holdings }
  const { db } = running
  const listed = closed({ shown: Type.Optional(oneOf(['open', 'answered', 'closed', 'all'] as const)) })

  server.get(
    '/requests',
    { config: privacy, schema: { summary: 'Requests of data subjects, the most pressing first', querystring: listed } },
    (request) => look(db, occasionOf(request), (view) => requestsListed(view, request.query)),
  )
  server.get(
    '/requests/pressing',
    { config: privacy, schema: { summary: 'How many requests are open, soon due and overdue' } },
    (request) => look(db, occasionOf(request), (view) => requestsPressing(view)),
  )
  server.get(
    '/requests/:id',
    { config: privacy, schema: { summary: 'One request with its timeline and next step', params: One } },
    (request) => shown(desk, request, request.params.id),
  )
  server.post(
    '/requests',
    {
      config: privacy,
      schema: { summary: 'Enter a request that came by phone, letter, mail or in person', body: entered },
    },
    async (request, reply) => {
      const { person, receivedAt, ...said } = request.body
      const wish = { ...said, personId: person, receivedAt: new Date(receivedAt), key: choicesKeyIn(running) }
      const { id } = await perform(db, occasionOf(request), (act) => receiveRequest(act, wish))
      return reply.status(201).send(await shown(desk, request, id))
    },
  )
  server.post(
    '/enquiries/:id/request',
    {
      config: { may: { purposes: 'any' } },
      schema: {
        summary: 'Hand an enquiry that is a request to the privacy desk',
        params: One,
        body: closed({ kind: oneOf(requestKinds) }),
      },
    },
    async (request, reply) => {
      const wish = { id: request.params.id, kind: request.body.kind }
      const { dueOn } = await forwardEnquiry(running, occasionOf(request), wish)
      return reply.status(201).send({ dueOn })
    },
  )
  identityRoutes(desk)
  decisionRoutes(desk)
  letterRoutes(desk)
  packageRoutes(desk)
}

function identityRoutes(desk: RightsDesk) {
  move(
    desk,
    'identity-question',
    closed({ doubt: oneOf(doubtReasons), person: Type.Optional(Id) }),
    (act, wish, { doubt, person }) => askIdentity(act, { ...wish, doubt, personId: person }),
  )
  move(
    desk,
    'identity-proof',
    closed({ method: oneOf(identityMethods), person: Id }),
    (act, wish, { method, person }) => proveIdentity(act, { ...wish, method, personId: person }),
  )
  move(desk, 'identity-failure', none, (act, wish) => failIdentity(act, wish))
  move(desk, 'person', closed({ person: Id }), (act, wish, { person }) =>
    choosePerson(act, { ...wish, personId: person }),
  )
  move(desk, 'taking-up', none, (act, wish) => takeUp(act, wish))
}

const none = Type.Optional(closed({}))

function decisionRoutes(desk: RightsDesk) {
  const { running } = desk
  move(desk, 'clarification-question', none, (act, wish) => askClarification(act, wish))
  move(
    desk,
    'clarification',
    closed({ text: Type.String({ minLength: 1, maxLength: 20_000 }) }),
    (act, wish, { text }) => takeClarification(act, { ...wish, text }),
  )
  move(desk, 'extension', closed({ reason: oneOf(['complexity', 'number'] as const) }), (act, wish, { reason }) =>
    prepareExtension(act, { ...wish, reason }),
  )
  move(desk, 'grant', closed({ partly: Type.Optional(Type.Boolean()) }), async (act, wish, { partly }) =>
    carryOut(act, await grantRequest(act, { ...wish, partly })),
  )
  move(desk, 'refusal', closed({ ground: oneOf(refusalGrounds) }), (act, wish, { ground }) =>
    refuseRequest(act, { ...wish, ground }),
  )
  move(desk, 'withdrawal', none, (act, wish) => withdrawRequest(act, wish))
  move(desk, 'items', closed({ items: Type.Array(item, { minItems: 1, maxItems: 50 }) }), (act, wish, { items }) =>
    addItems(act, { ...wish, items }),
  )
  move(desk, 'paper-search', none, (act, wish) => notePaperSearch(act, wish))
  const reviewed = closed({
    shown: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 5000 }),
    covered: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 200 }),
  })
  move(desk, 'redaction', reviewed, (act, wish, { shown: places, covered }) =>
    reviewRedaction(act, { ...wish, shown: places, covered }),
  )

  const settlement = closed({ outcome: oneOf(['done', 'refused'] as const), value: Type.Optional(Type.Unknown()) })
  desk.server.post(
    '/request-items/:id/settlement',
    { config: privacy, schema: { summary: 'Correct one item, or refuse it', params: One, body: settlement } },
    async (request, reply) => {
      const said = { id: request.params.id, ...request.body }
      const id = await perform(running.db, occasionOf(request), (act) => settleItem(act, inForce(running), said))
      return reply.status(201).send(await shown(desk, request, id))
    },
  )
  desk.server.post(
    '/requests/:id/erasure',
    { config: privacy, schema: { summary: 'Erase what nothing blocks; the rest goes by itself', params: One } },
    async (request, reply) => {
      const { id } = request.params
      await carryOutErasure(desk, occasionOf(request), id)
      return reply.status(201).send(await shown(desk, request, id))
    },
  )
}

type Deed<B> = (act: Act<RightsReach>, wish: Wish, body: B) => Promise<unknown>

/** One step of a request: a noun created below it. */
function move<S extends TSchema>(
  desk: RightsDesk,
  noun: string,
  body: S,
  deed: Deed<never extends S ? never : Record<string, never> & import('typebox').Static<S>>,
) {
  const { server, running } = desk
  server.post(
    `/requests/:id/${noun}`,
    { config: privacy, schema: { summary: `A step of a request: ${noun}`, params: One, body } },
    async (request, reply) => {
      const { id } = request.params as { id: string }
      const wish = { id, revision: revisionIn(request.headers) }
      await perform(running.db, occasionOf(request), (act) => deed(act, wish, (request.body ?? {}) as never))
      await settleRequests(running, occasionOf(request), [id])
      return reply.status(201).send(await shown(desk, request, id))
    },
  )
}

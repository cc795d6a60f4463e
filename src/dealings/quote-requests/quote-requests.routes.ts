import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { inForce, refuseOtherParts, revisionOf } from '#register'
import { sayOfNew } from '../added/say-of-new.ts'
import {
  added,
  type ChainDesk,
  closed,
  desks,
  found,
  given,
  Id,
  Lines,
  maybe,
  One,
  occasionOf,
  open,
  orNull,
  party,
  partyOf,
  said,
  text,
} from '../chain-schema.routes.ts'
import { changeQuoteRequest } from './change-quote-request.ts'
import { discardQuoteRequest } from './discard-quote-request.ts'
import { moveQuoteRequest } from './move-quote-request.ts'
import { openQuoteRequest } from './open-quote-request.ts'
import { quoteFromRequest } from './quote-of-request.ts'
import { requestFromEnquiry, requestFromOpportunity } from './quote-request-from.ts'
import { quoteRequestOf } from './quote-requests.view.ts'

const content = {
  ...{ wish: orNull(text(20_000)), lines: Lines, answerBy: orNull(text(10)), wantedOn: orNull(text(10)) },
  ...{ buyerReference: orNull(text(1000)), contact: orNull(Id), owner: maybe(100) },
}
const noted = { ...party, ...said, ...added, ...content, title: text(1000), given }
const taken = { ...said, ...added, ...content, title: maybe(1000) }
const changed = { ...content, title: maybe(1000) }
const why = Type.Union([Type.Object({ reason: orNull(text(10_000)) }, closed), Type.Null()])
const ofCompany = Type.Union([Type.Object({ company: Type.Optional(Id) }, closed), Type.Null()])

/** Requests for quotes at the desk (S6.2): noted, answered with a quote, declined, withdrawn, opened again. */
export function quoteRequestRoutes({ server, running }: ChainDesk) {
  const { db } = running
  const shown = async (request: object, id: string) =>
    found(await look(db, occasionOf(request), (view) => quoteRequestOf(view, inForce(running), id)))

  server.get(
    '/quote-requests/:id',
    { config: desks, schema: { summary: 'A request for a quote, and the quotes made of it', params: One } },
    (request) => shown(request, request.params.id),
  )
  server.post(
    '/quote-requests',
    { config: desks, schema: { summary: 'Note a request for a quote', body: Type.Object(noted, open) } },
    async (request, reply) => {
      refuseOtherParts(request.body, noted)
      const { company, person, values, ...wish } = request.body
      const id = await perform(db, occasionOf(request), async (act) => {
        const made = await openQuoteRequest(act, inForce(running), { ...wish, ...partyOf({ company, person }) })
        return sayOfNew(act, inForce(running), { subject: 'quote_request', values, made })
      })
      return reply.status(201).send(await shown(request, id))
    },
  )
  for (const [path, from, what] of [
    ['enquiries', requestFromEnquiry, 'Note an enquiry as a request for a quote'],
    ['opportunities', requestFromOpportunity, 'Note a request for a quote within an opportunity'],
  ] as const)
    server.post(
      `/${path}/:id/quote-request`,
      { config: desks, schema: { summary: what, params: One, body: Type.Object(taken, open) } },
      async (request, reply) => {
        refuseOtherParts(request.body, taken)
        const { values, ...wish } = { ...request.body, id: request.params.id }
        const id = await perform(db, occasionOf(request), async (act) => {
          const made = await from(act, inForce(running), wish)
          return sayOfNew(act, inForce(running), { subject: 'quote_request', values, made })
        })
        return reply.status(201).send(await shown(request, id))
      },
    )
  server.patch(
    '/quote-requests/:id',
    {
      config: desks,
      schema: { summary: 'Change a request that waits for its answer', params: One, body: Type.Object(changed, open) },
    },
    async (request) => {
      refuseOtherParts(request.body, changed)
      const change = { id: request.params.id, revision: revisionOf(request.headers), said: request.body }
      await perform(db, occasionOf(request), (act) => changeQuoteRequest(act, inForce(running), change))
      return shown(request, change.id)
    },
  )
  for (const [event, what] of [
    ['decline', 'Decline a request for a quote, with the reason'],
    ['withdrawal', 'The customer withdrew the request'],
    ['reopening', 'Open a request for a quote again'],
  ] as const)
    server.post(
      `/quote-requests/:id/${event}`,
      { config: desks, schema: { summary: what, params: One, body: why } },
      async (request, reply) => {
        const move = { id: request.params.id, event, ...request.body }
        await perform(db, occasionOf(request), (act) => moveQuoteRequest(act, inForce(running), move))
        return reply.status(201).send(await shown(request, move.id))
      },
    )
  server.post(
    '/quote-requests/:id/quote',
    {
      config: desks,
      schema: { summary: 'Begin the quote that answers a request, in one press', params: One, body: ofCompany },
    },
    async (request, reply) => {
      const begun = await perform(db, occasionOf(request), async (act) => {
        const one = await quoteFromRequest(act, inForce(running), { ...request.body, id: request.params.id })
        if (!one.isNew) await act.record({ what: 'quote.found', about: one.id })
        return one
      })
      return reply.status(201).send(begun)
    },
  )
  server.delete(
    '/quote-requests/:id',
    { config: desks, schema: { summary: 'Throw a request noted by mistake into the bin', params: One } },
    async (request, reply) => {
      await perform(db, occasionOf(request), (act) => discardQuoteRequest(act, inForce(running), request.params.id))
      return reply.status(204).send()
    },
  )
}

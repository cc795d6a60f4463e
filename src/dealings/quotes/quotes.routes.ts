import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { inForce, provenanceOf, refuseOtherParts, revisionOf, waitAtSeenEnquiry } from '#register'
import { sayOfNew } from '../added/say-of-new.ts'
import {
  added,
  type ChainDesk,
  closed,
  Day,
  desks,
  found,
  given,
  Id,
  languages,
  maybe,
  One,
  occasionOf,
  open,
  orNull,
  party,
  partyOf,
  priced,
  said,
  text,
} from '../chain-schema.routes.ts'
import { revisionRead } from '../deal-parts.ts'
import { acceptQuote, declineQuote } from './answer-quote.ts'
import { changeQuote } from './change-quote.ts'
import { discardQuote } from './discard-quote.ts'
import { draftQuote } from './draft-quote.ts'
import { moveQuote } from './move-quote.ts'
import { quoteFromEnquiry, quoteFromOpportunity } from './quote-from.ts'
import { quoteAddress } from './quote-link.ts'
import { quoteOf } from './quotes.view.ts'
import { refuseUnlessAnswering } from './refuse-unless-answering.ts'
import { sendQuote } from './send-quote.ts'

const content = {
  ...{ contact: orNull(Id), title: maybe(1000), language: languages, validUntil: Day, ...priced },
  ...{ opening: maybe(20_000), terms: maybe(20_000) },
}
const drafted = {
  ...party,
  ...said,
  ...added,
  ...content,
  enquiry: Type.Optional(Id),
  opportunity: Type.Optional(Id),
  given,
}
const changed = { ...content, owner: orNull(text(100)) }
const ofCompany = Type.Union([Type.Object({ company: Type.Optional(Id) }, closed), Type.Null()])
const answer = { version: Type.Integer({ minimum: 1 }), name: text(200) }

/** Quotes at the desk (S6.2): drafted, sent, revised, withdrawn, and answered by phone or on paper. */
export function quoteRoutes({ server, running, ports }: ChainDesk) {
  const { db } = running
  const shown = async (request: object, id: string) => {
    const quote = found(await look(db, occasionOf(request), (view) => quoteOf(view, inForce(running), id)))
    const waits = quote.versions.find(({ state }) => state === 'sent')
    const link = waits ? quoteAddress(running, ports.publicUrl, { quoteId: id, version: waits.version }) : null
    return { ...quote, link }
  }

  server.get(
    '/quotes/:id',
    { config: desks, schema: { summary: 'A quote, its versions and the link for its customer', params: One } },
    (request) => shown(request, request.params.id),
  )
  server.post(
    '/quotes',
    { config: desks, schema: { summary: 'Begin a quote', body: Type.Object(drafted, open) } },
    async (request, reply) => {
      refuseOtherParts(request.body, drafted)
      const { company, person, enquiry, opportunity, values, ...wish } = request.body
      const from = { enquiryId: enquiry, opportunityId: opportunity }
      const id = await perform(db, occasionOf(request), async (act) => {
        if (enquiry) await waitAtSeenEnquiry(act as never, enquiry)
        const made = await draftQuote(act, inForce(running), { ...wish, ...from, ...partyOf({ company, person }) })
        return sayOfNew(act, inForce(running), { subject: 'quote', values, made })
      })
      return reply.status(201).send(await shown(request, id))
    },
  )
  for (const [path, from] of [
    ['enquiries', quoteFromEnquiry],
    ['opportunities', quoteFromOpportunity],
  ] as const)
    server.post(
      `/${path}/:id/quote`,
      { config: desks, schema: { summary: 'Make a quote of it in one press', params: One, body: ofCompany } },
      async (request, reply) => {
        const { id } = await perform(db, occasionOf(request), async (act) => {
          const begun = await from(act, inForce(running), { ...request.body, id: request.params.id })
          if (!begun.isNew) await act.record({ what: 'quote.found', about: begun.id })
          return begun
        })
        return reply.status(201).send(await shown(request, id))
      },
    )
  server.patch(
    '/quotes/:id',
    {
      config: desks,
      schema: { summary: 'Change a quote that is being written', params: One, body: Type.Object(changed, open) },
    },
    async (request) => {
      refuseOtherParts(request.body, changed)
      const change = { ...request.body, id: request.params.id, revision: revisionOf(request.headers) }
      await perform(db, occasionOf(request), (act) => changeQuote(act, inForce(running), change))
      return shown(request, change.id)
    },
  )
  server.delete(
    '/quotes/:id',
    { config: desks, schema: { summary: 'Throw a quote that was never sent into the bin', params: One } },
    async (request, reply) => {
      await perform(db, occasionOf(request), (act) => discardQuote(act, inForce(running), request.params.id))
      return reply.status(204).send()
    },
  )
  server.post(
    '/quotes/:id/sending',
    {
      config: desks,
      schema: { summary: 'Freeze a quote as its next version, for its customer to answer', params: One },
    },
    async (request, reply) => {
      const { id } = request.params
      const read = { id, revision: revisionRead(request) }
      await perform(db, occasionOf(request), (act) => sendQuote(act, inForce(running), read))
      return reply.status(201).send(await shown(request, id))
    },
  )
  for (const event of ['revision', 'withdrawal'] as const)
    server.post(
      `/quotes/:id/${event}`,
      { config: desks, schema: { summary: 'Write the next version of a quote, or take it back', params: One } },
      async (request, reply) => {
        const { id } = request.params
        await perform(db, occasionOf(request), (act) => moveQuote(act, inForce(running), { id, event }))
        return reply.status(201).send(await shown(request, id))
      },
    )
  answerRoutes({ server, running, ports }, shown)
}

function answerRoutes({ server, running }: ChainDesk, shown: (request: object, id: string) => Promise<object>) {
  const { db } = running
  server.post(
    '/quotes/:id/acceptance',
    {
      config: desks,
      schema: {
        summary: 'The customer accepted by phone or on paper: it becomes an order',
        params: One,
        body: Type.Object(answer, closed),
      },
    },
    async (request, reply) => {
      const { id: quoteId } = request.params
      await perform(db, occasionOf(request), async (act) => {
        const name = refuseUnlessAnswering(inForce(running), act, request.body.name)
        const { source } = provenanceOf(inForce(running).policy, { source: 'order' }, act)
        const wish = { quoteId, version: request.body.version, via: 'desk' as const, name, source: source.id }
        const { isNew } = await acceptQuote(act, wish)
        if (!isNew) await act.record({ what: 'quote.found', about: quoteId })
      })
      return reply.status(201).send(await shown(request, quoteId))
    },
  )
  server.post(
    '/quotes/:id/decline',
    {
      config: desks,
      schema: {
        summary: 'The customer declined by phone or on paper',
        params: One,
        body: Type.Object({ ...answer, reason: maybe(2000) }, closed),
      },
    },
    async (request, reply) => {
      const { id: quoteId } = request.params
      const { version, reason } = request.body
      await perform(db, occasionOf(request), async (act) => {
        const name = refuseUnlessAnswering(inForce(running), act, request.body.name, 'com.quotes')
        const isNew = await declineQuote(act, { quoteId, version, via: 'desk', name, reason: reason?.trim() || null })
        if (!isNew) await act.record({ what: 'quote.found', about: quoteId })
      })
      return reply.status(201).send(await shown(request, quoteId))
    },
  )
}

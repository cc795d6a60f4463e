import { Type } from 'typebox'
import { look, perform } from '#ledger'
import {
  asked,
  Body,
  type Desk,
  desks,
  found,
  Id,
  Languages,
  One,
  Page,
  refuseOtherParts,
  revisionOf,
  SaidSource,
  Text,
  Values,
} from './asked-by.routes.ts'
import { binEnquiry } from './bin-enquiry.ts'
import { enterEnquiry, linkEnquiry, moveEnquiry } from './enquiries.ts'
import { enquiriesListed, enquiryOf } from './enquiries.view.ts'
import { inForce } from './in-force.ts'

const states = Type.Union(
  (['new', 'assigned', 'answered', 'closed', 'open'] as const).map((state) => Type.Literal(state)),
)
const channels = Type.Union(
  (['email', 'phone', 'meeting', 'letter', 'other'] as const).map((channel) => Type.Literal(channel)),
)
const entered = {
  ...SaidSource,
  ...{
    channel: channels,
    message: Type.Optional(Text(100_000)),
    person: Type.Optional(Id),
    company: Type.Optional(Id),
  },
  ...{ groupCompany: Type.Optional(Text(100)), language: Type.Optional(Languages) },
  newPerson: Type.Optional(
    Type.Object({
      values: Values,
      kind: Type.Optional(
        Type.Union((['private-customer', 'representative'] as const).map((kind) => Type.Literal(kind))),
      ),
      noticeGiven: Type.Optional(
        Type.Object({ way: Type.Union([Type.Literal('print'), Type.Literal('phone')]), language: Languages }),
      ),
    }),
  ),
}
const link = {
  person: Type.Optional(Type.Union([Id, Type.Null()])),
  company: Type.Optional(Type.Union([Id, Type.Null()])),
}
const filters = Type.Object({
  ...{ limit: Page.limit, after: Page.after, sort: Page.sort, state: Type.Optional(states) },
  ...{ assignedTo: Type.Optional(Text(100)), company: Type.Optional(Id), person: Type.Optional(Id) },
})

export function enquiryRoutes({ server, running, ports }: Desk) {
  const { db } = running
  const shown = async (request: Parameters<typeof asked>[0], id: string) =>
    found(
      await look(db, asked(request).occasion, async (view) => {
        const one = await enquiryOf(view, inForce(running), { id, language: asked(request).language })
        return one && { ...one, ...(await ports.ledTo?.(view, inForce(running), id)) }
      }),
    )

  server.get('/enquiries', { config: desks, schema: { summary: 'The inbox', querystring: filters } }, (request) =>
    look(db, asked(request).occasion, (view) =>
      enquiriesListed(view, inForce(running), { ...request.query, language: asked(request).language }),
    ),
  )

  server.post(
    '/enquiries',
    {
      config: desks,
      schema: { summary: 'Write down an enquiry that came by phone, mail or otherwise', body: Body(entered) },
    },
    async (request, reply) => {
      refuseOtherParts(request.body, entered)
      const { person, company, newPerson, ...said } = request.body
      const wish = {
        ...said,
        personId: person,
        organisationId: company,
        newPerson: newPerson && { ...newPerson, organisation: company },
      }
      const id = await perform(db, asked(request).occasion, (act) => enterEnquiry(act, inForce(running), wish))
      return reply.status(201).send(await shown(request, id))
    },
  )

  server.get(
    '/enquiries/:id',
    { config: desks, schema: { summary: 'One enquiry, with how its sender can be reached', params: One } },
    (request) => shown(request, request.params.id),
  )

  server.patch(
    '/enquiries/:id',
    {
      config: desks,
      schema: {
        summary: 'Assign an enquiry',
        params: One,
        body: Type.Object({ assignedTo: Type.Union([Text(100), Type.Null()]) }, { additionalProperties: false }),
      },
    },
    async (request) => {
      const move = {
        id: request.params.id,
        event: 'assignment' as const,
        to: request.body.assignedTo,
        revision: revisionOf(request.headers),
      }
      await perform(db, asked(request).occasion, (act) => moveEnquiry(act, inForce(running), move))
      return shown(request, request.params.id)
    },
  )

  for (const event of ['assignment', 'answer', 'closure', 'reopening'] as const) {
    server.post(
      `/enquiries/:id/${event}`,
      { config: desks, schema: { summary: 'Move an enquiry on: assigned, answered, closed, reopened', params: One } },
      async (request, reply) => {
        await perform(db, asked(request).occasion, (act) =>
          moveEnquiry(act, inForce(running), { id: request.params.id, event }),
        )
        return reply.status(201).send(await shown(request, request.params.id))
      },
    )
  }

  server.delete(
    '/enquiries/:id',
    {
      config: desks,
      schema: { summary: 'Put an enquiry into the bin, with the person whom it alone brought', params: One },
    },
    async (request, reply) => {
      await perform(db, asked(request).occasion, (act) => binEnquiry(act, inForce(running), request.params.id))
      return reply.status(204).send()
    },
  )
  server.post(
    '/enquiries/:id/link',
    {
      config: desks,
      schema: {
        summary: 'Say whose enquiry it is',
        params: One,
        body: Type.Object(link, { additionalProperties: false }),
      },
    },
    async (request, reply) => {
      const wish = { id: request.params.id, personId: request.body.person, organisationId: request.body.company }
      await perform(db, asked(request).occasion, (act) => linkEnquiry(act, inForce(running), wish))
      return reply.status(201).send(await shown(request, request.params.id))
    },
  )
}

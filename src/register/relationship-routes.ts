import { Type } from 'typebox'
import { look, perform } from '#ledger'
import {
  asked,
  Body,
  type Desk,
  desks,
  found,
  One,
  refuseOtherParts,
  revisionOf,
  SaidSource,
  Text,
  Values,
} from './asked-by.routes.ts'
import { inForce } from './in-force.ts'
import { openIn } from './open-work.view.ts'
import { endReasons, eventsOf } from './relationship.ts'
import { type RelationshipSeen, relationshipOf, relationshipsWith } from './relationship.view.ts'
import {
  beginRelationship,
  changeRelationship,
  endRelationship,
  moveRelationship,
  reopenRelationship,
} from './relationships.ts'
import { mayWrite } from './verdict-said.ts'

const maybe = Type.Optional(Type.Union([Text(100), Type.Null()]))
const begun = { ...SaidSource, groupCompany: Type.Optional(Text(100)), owner: maybe, team: maybe }
const change = {
  ...SaidSource,
  values: Type.Optional(Values),
  owner: maybe,
  team: maybe,
  groupCompany: Type.Optional(Text(100)),
}
const ending = { reason: Type.Union(endReasons.map((reason) => Type.Literal(reason))) }

export function relationshipRoutes({ server, running }: Desk) {
  const { db } = running
  const shown = async (request: Parameters<typeof asked>[0], id: string) => {
    const { occasion } = asked(request)
    const tie = found(await look(db, occasion, (view) => relationshipOf(view, inForce(running), { id })))
    return withEvents(request, tie)
  }
  const withEvents = (request: Parameters<typeof asked>[0], tie: RelationshipSeen) => {
    const { occasion, language } = asked(request)
    const edit = mayWrite(inForce(running), occasion, tie.personId ? 'person.name' : 'org.name', language)
    return { ...tie, events: edit.allowed ? eventsOf(tie.state) : [], may: { edit } }
  }

  server.get('/relationships/:id', { config: desks, schema: { summary: 'One relationship', params: One } }, (request) =>
    shown(request, request.params.id),
  )

  server.get(
    '/relationships/:id/open',
    { config: desks, schema: { summary: 'What must be settled before a relationship may end', params: One } },
    async (request) => {
      const { occasion } = asked(request)
      const { id } = request.params
      return { items: await look(db, occasion, (view) => openIn(view, inForce(running), id)), next: null }
    },
  )

  server.get(
    '/companies/:id/relationships',
    { config: desks, schema: { summary: 'The open relationships with a company', params: One } },
    async (request) => {
      const { occasion } = asked(request)
      const items = await look(db, occasion, (view) => relationshipsWith(view, inForce(running), request.params.id))
      return { items: items.map((tie) => withEvents(request, tie)), next: null }
    },
  )

  for (const [path, subject] of [
    ['companies', 'organisationId'],
    ['people', 'personId'],
  ] as const) {
    server.post(
      `/${path}/:id/relationships`,
      {
        config: desks,
        schema: { summary: 'Begin a relationship with a group company', params: One, body: Body(begun) },
      },
      async (request, reply) => {
        refuseOtherParts(request.body, begun)
        const wish = { ...request.body, [subject]: request.params.id }
        const id = await perform(db, asked(request).occasion, (act) => beginRelationship(act, inForce(running), wish))
        return reply.status(201).send(await shown(request, id))
      },
    )
  }

  server.patch(
    '/relationships/:id',
    {
      config: desks,
      schema: {
        summary: 'Change who looks after a relationship, or what was agreed in it',
        params: One,
        body: Body(change),
      },
    },
    async (request) => {
      refuseOtherParts(request.body, change)
      const wish = { ...request.body, id: request.params.id, revision: revisionOf(request.headers) }
      await perform(db, asked(request).occasion, (act) => changeRelationship(act, inForce(running), wish))
      return shown(request, request.params.id)
    },
  )

  for (const event of ['customership', 'dormancy', 'activity'] as const) {
    server.post(
      `/relationships/:id/${event}`,
      { config: desks, schema: { summary: 'Move a relationship on in its life cycle', params: One } },
      async (request, reply) => {
        await perform(db, asked(request).occasion, (act) =>
          moveRelationship(act, inForce(running), { id: request.params.id, event }),
        )
        return reply.status(201).send(await shown(request, request.params.id))
      },
    )
  }

  server.post(
    '/relationships/:id/ending',
    { config: desks, schema: { summary: 'End a relationship', params: One, body: Type.Object(ending) } },
    async (request, reply) => {
      const wish = { id: request.params.id, reason: request.body.reason }
      await perform(db, asked(request).occasion, (act) => endRelationship(act, inForce(running), wish))
      return reply.status(201).send({ id: wish.id, state: wish.reason === 'declined' ? 'rejected' : 'ended' })
    },
  )

  server.post(
    '/relationships/:id/reopening',
    {
      config: desks,
      schema: { summary: 'Reopen an ended relationship, with a fresh source', params: One, body: Body(SaidSource) },
    },
    async (request, reply) => {
      refuseOtherParts(request.body, SaidSource)
      const wish = { ...request.body, id: request.params.id }
      await perform(db, asked(request).occasion, (act) => reopenRelationship(act, inForce(running), wish))
      return reply.status(201).send(await shown(request, request.params.id))
    },
  )
}

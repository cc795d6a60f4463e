import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { affiliatePerson, recordDeparture } from './affiliate-person.ts'
import {
  asked,
  Body,
  type Desk,
  desks,
  Flag,
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
import { confirmEmail } from './confirm-email.ts'
import { correctPerson } from './correct-person.ts'
import { createPerson } from './create-person.ts'
import { deliverNotice } from './deliver-notice.ts'
import { inForce } from './in-force.ts'
import { mergeRoute } from './merge.routes.ts'
import { addValue, removeValue, type Several } from './one-of-several.ts'
import { peopleListed } from './people.view.ts'
import { personOf } from './person.view.ts'

const kind = Type.Union(
  (['private-customer', 'sole-trader', 'representative'] as const).map((one) => Type.Literal(one)),
)
const ways = Type.Union((['mail', 'print', 'phone', 'in-next-mail'] as const).map((one) => Type.Literal(one)))
const noticeStates = Type.Union(
  (['overdue', 'frozen', 'queued', 'delivered', 'not-needed'] as const).map((one) => Type.Literal(one)),
)

const newPerson = {
  ...SaidSource,
  ...{
    values: Values,
    kind: Type.Optional(kind),
    organisation: Type.Optional(Id),
    company: Type.Optional(Id),
    groupCompany: Type.Optional(Text(100)),
  },
  noticeGiven: Type.Optional(
    Type.Object({ way: Type.Union([Type.Literal('print'), Type.Literal('phone')]), language: Languages }),
  ),
}
const change = { ...SaidSource, values: Type.Optional(Values), kind: Type.Optional(kind), company: Type.Optional(Id) }
const oneMore = {
  ...SaidSource,
  ...{
    address: Type.Optional(Text(320)),
    number: Type.Optional(Text(60)),
    kind: Type.Optional(Text(20)),
    primary: Type.Optional(Type.Boolean()),
  },
}
const departure = { ...SaidSource, company: Id, leftOn: Type.Optional(Text(10)) }
const affiliation = { ...SaidSource, company: Id, values: Type.Optional(Values), since: Type.Optional(Text(10)) }
const filters = Type.Object(
  {
    ...{ ...Page, company: Type.Optional(Id), kind: Type.Optional(kind), noticeState: Type.Optional(noticeStates) },
    ...{ updatedSince: Type.Optional(Text(40)), count: Type.Optional(Flag) },
  },
  { additionalProperties: false },
)

export function personRoutes({ server, running, ports }: Desk) {
  const { db } = running
  const shown = async (request: Parameters<typeof asked>[0], id: string) => {
    const { occasion, language } = asked(request)
    return found(await look(db, occasion, (view) => personOf(view, inForce(running), { id, language })))
  }

  server.get('/people', { config: desks, schema: { summary: 'List people', querystring: filters } }, (request) => {
    const { count, ...wish } = request.query
    return look(db, asked(request).occasion, (view) =>
      peopleListed(view, inForce(running), { ...wish, count: count === 'true' }),
    )
  })

  server.post(
    '/people',
    { config: desks, schema: { summary: 'Take a person into the register', body: Body(newPerson) } },
    async (request, reply) => {
      refuseOtherParts(request.body, newPerson)
      const { company, ...wish } = request.body
      const id = await perform(db, asked(request).occasion, (act) =>
        createPerson(act, inForce(running), { organisation: company, ...wish }),
      )
      return reply.status(201).send(await shown(request, id))
    },
  )

  server.get(
    '/people/:id',
    { config: desks, schema: { summary: 'One person, with the source of each value', params: One } },
    (request) => shown(request, request.params.id),
  )

  server.patch(
    '/people/:id',
    { config: desks, schema: { summary: 'Correct or complete a person', params: One, body: Body(change) } },
    async (request) => {
      refuseOtherParts(request.body, change)
      const { company, ...wish } = request.body
      const correction = {
        values: {},
        ...wish,
        organisation: company,
        id: request.params.id,
        revision: revisionOf(request.headers),
      }
      await perform(db, asked(request).occasion, (act) => correctPerson(act, inForce(running), correction))
      return shown(request, request.params.id)
    },
  )

  several('emails', 'person.email')
  several('phones', 'person.phone')

  server.post(
    '/people/:id/emails/:valueId/confirmation',
    {
      config: desks,
      schema: {
        summary: 'Say that an address somebody gave on a page is theirs',
        params: Type.Object({ id: Id, valueId: Id }),
      },
    },
    async (request, reply) => {
      const { id: personId, valueId } = request.params
      await perform(db, asked(request).occasion, (act) => confirmEmail(act, inForce(running), { personId, valueId }))
      return reply.status(201).send(await shown(request, personId))
    },
  )

  server.post(
    '/people/:id/affiliations',
    {
      config: desks,
      schema: { summary: 'Say that a person represents a company', params: One, body: Body(affiliation) },
    },
    async (request, reply) => {
      refuseOtherParts(request.body, affiliation)
      const { company, ...wish } = request.body
      const joined = { ...wish, personId: request.params.id, organisationId: company }
      await perform(db, asked(request).occasion, (act) => affiliatePerson(act, inForce(running), joined))
      return reply.status(201).send(await shown(request, request.params.id))
    },
  )

  mergeRoute({ server, running, ports }, shown)

  server.post(
    '/people/:id/departure',
    { config: desks, schema: { summary: 'Say that a person has left a company', params: One, body: Body(departure) } },
    async (request, reply) => {
      refuseOtherParts(request.body, departure)
      const { company, ...wish } = request.body
      const left = { ...wish, personId: request.params.id, organisationId: company }
      await perform(db, asked(request).occasion, (act) => recordDeparture(act, inForce(running), left))
      return reply.status(201).send(await shown(request, request.params.id))
    },
  )

  server.get(
    '/people/:id/notices',
    {
      config: desks,
      schema: { summary: 'What a person has been told, and has still to be told (Art. 13, 14)', params: One },
    },
    async (request) => {
      const { notices } = await shown(request, request.params.id)
      return { items: notices, next: null }
    },
  )

  server.post(
    '/people/:id/notice-deliveries',
    {
      config: desks,
      schema: {
        summary: 'Tell a person: by mail, on paper, by phone, or with the next mail',
        params: One,
        body: Type.Object({ way: ways, language: Languages }),
      },
    },
    async (request, reply) => {
      const published = running.current()
      const mail = ports.mail && published ? { out: ports.mail, published, publicUrl: ports.publicUrl } : undefined
      const delivery = { ...request.body, personId: request.params.id, mail }
      await perform(db, asked(request).occasion, (act) => deliverNotice(act, inForce(running), delivery))
      return reply.status(201).send(await shown(request, request.params.id))
    },
  )

  server.get(
    '/people/:id/statement.pdf',
    {
      config: desks,
      schema: {
        summary: 'The statement on paper, for a person',
        params: One,
        querystring: Type.Object({ language: Type.Optional(Languages) }),
      },
    },
    async (request, reply) => {
      const published = running.current()
      if (!ports.statementPdf || !published) throw new Refusal('NOT_FOUND', 404)
      await shown(request, request.params.id)
      const paper = await ports.statementPdf(published, request.query.language ?? asked(request).language)
      return reply.type('application/pdf').header('cache-control', 'no-store').send(Buffer.from(paper))
    },
  )

  function several(path: 'emails' | 'phones', field: Several) {
    server.post(
      `/people/:id/${path}`,
      { config: desks, schema: { summary: 'Add one more address or number', params: One, body: Body(oneMore) } },
      async (request, reply) => {
        refuseOtherParts(request.body, oneMore)
        const { source, sourceNote, asOf, obtainedAt, verified, ...value } = request.body
        const added = { personId: request.params.id, field, value, source, sourceNote, asOf, obtainedAt, verified }
        const valueId = await perform(db, asked(request).occasion, (act) => addValue(act, inForce(running), added))
        return reply.status(201).send({ ...(await shown(request, request.params.id)), added: valueId })
      },
    )
    server.delete(
      `/people/:id/${path}/:valueId`,
      {
        config: desks,
        schema: {
          summary: 'Take one of several addresses or numbers away',
          params: Type.Object({ id: Id, valueId: Id }),
        },
      },
      async (request, reply) => {
        const gone = { personId: request.params.id, field, valueId: request.params.valueId }
        await perform(db, asked(request).occasion, (act) => removeValue(act, inForce(running), gone))
        return reply.status(204).send()
      },
    )
  }
}

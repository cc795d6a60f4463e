import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { affiliatePerson } from './affiliate-person.ts'
import {
  asked,
  Body,
  type Desk,
  desks,
  Flag,
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
import { correctOrganisation } from './correct-organisation.ts'
import { createOrganisation } from './create-organisation.ts'
import { createPerson } from './create-person.ts'
import { inForce } from './in-force.ts'
import { closedOrganisation, organisationOf, organisationsListed } from './organisations.view.ts'
import { peopleListed } from './people.view.ts'
import { relationshipStates } from './relationship.ts'

const states = Type.Union(relationshipStates.map((state) => Type.Literal(state)))
const form = Type.Union(
  (['company', 'association', 'public-body', 'sole-trader', 'other'] as const).map((one) => Type.Literal(one)),
)

const newCompany = {
  ...SaidSource,
  ...{
    values: Values,
    form: Type.Optional(form),
    vatRegistered: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])),
  },
  ...{ person: Type.Optional(Id), personName: Type.Optional(Type.Unknown()), groupCompany: Type.Optional(Text(100)) },
  ...{
    owner: Type.Optional(Type.Union([Text(100), Type.Null()])),
    team: Type.Optional(Type.Union([Text(100), Type.Null()])),
  },
}
const change = {
  ...SaidSource,
  ...{ values: Type.Optional(Values), vatRegistered: Type.Optional(Type.Union([Type.Boolean(), Type.Null()])) },
  form: Type.Optional(
    Type.Union((['company', 'association', 'public-body', 'other'] as const).map((one) => Type.Literal(one))),
  ),
}
const newRepresentative = {
  ...SaidSource,
  ...{ person: Type.Optional(Id), values: Type.Optional(Values), since: Type.Optional(Text(10)) },
  noticeGiven: Type.Optional(
    Type.Object({ way: Type.Union([Type.Literal('print'), Type.Literal('phone')]), language: Languages }),
  ),
}
const filters = Type.Object(
  {
    ...Page,
    ...{ state: Type.Optional(states), groupCompany: Type.Optional(Text(100)), owner: Type.Optional(Text(100)) },
    ...{ hasOpenEnquiry: Type.Optional(Flag), updatedSince: Type.Optional(Text(40)), count: Type.Optional(Flag) },
  },
  { additionalProperties: false },
)

export function companyRoutes({ server, running }: Desk) {
  const { db } = running

  server.get(
    '/companies',
    { config: desks, schema: { summary: 'List companies', querystring: filters } },
    (request) => {
      const { hasOpenEnquiry, count, ...wish } = request.query
      const open = hasOpenEnquiry === undefined ? undefined : hasOpenEnquiry === 'true'
      return look(db, asked(request).occasion, (view) =>
        organisationsListed(view, inForce(running), { ...wish, hasOpenEnquiry: open, count: count === 'true' }),
      )
    },
  )

  server.post(
    '/companies',
    { config: desks, schema: { summary: 'Take a company into the register', body: Body(newCompany) } },
    async (request, reply) => {
      refuseOtherParts(request.body, newCompany)
      const id = await perform(db, asked(request).occasion, (act) =>
        createOrganisation(act, inForce(running), request.body),
      )
      return reply.status(201).send(await shown(request, id))
    },
  )

  server.get(
    '/companies/:id',
    { config: desks, schema: { summary: 'One company, as far as the duty reads it', params: One } },
    (request) => shown(request, request.params.id),
  )

  server.patch(
    '/companies/:id',
    { config: desks, schema: { summary: 'Correct or complete a company', params: One, body: Body(change) } },
    async (request) => {
      refuseOtherParts(request.body, change)
      const { id } = request.params
      const wish = { values: {}, ...request.body, id, revision: revisionOf(request.headers) }
      await perform(db, asked(request).occasion, (act) => correctOrganisation(act, inForce(running), wish))
      return shown(request, id)
    },
  )

  server.get(
    '/companies/:id/people',
    {
      config: desks,
      schema: { summary: 'The people who represent a company', params: One, querystring: Type.Object(Page) },
    },
    (request) =>
      look(db, asked(request).occasion, (view) =>
        peopleListed(view, inForce(running), { ...request.query, company: request.params.id }),
      ),
  )

  server.post(
    '/companies/:id/people',
    {
      config: desks,
      schema: {
        summary: 'Add a representative: a person in the register, or a new one',
        params: One,
        body: Body(newRepresentative),
      },
    },
    async (request, reply) => {
      refuseOtherParts(request.body, newRepresentative)
      const { person, values = {}, ...said } = request.body
      const organisation = request.params.id
      const id = await perform(db, asked(request).occasion, async (act) => {
        if (!person) return createPerson(act, inForce(running), { ...said, values, organisation })
        await affiliatePerson(act, inForce(running), {
          ...said,
          values,
          personId: person,
          organisationId: organisation,
        })
        return person
      })
      return reply.status(201).send({ person: id, company: organisation })
    },
  )

  async function shown(request: Parameters<typeof asked>[0], id: string) {
    const { occasion, language } = asked(request)
    const record = await look(db, occasion, (view) => organisationOf(view, inForce(running), { id, language }))
    if (record) return record
    const relationships = await look(db, occasion, (view) => closedOrganisation(view, id))
    if (relationships) throw new Refusal('ORGANISATION_CLOSED', 410, { clause: 'S4.4', company: id, relationships })
    throw new Refusal('NOT_FOUND', 404)
  }
}

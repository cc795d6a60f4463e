import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { inForce, refuseOtherParts, revisionOf } from '#register'
import type { Running } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { boardOf } from './board.view.ts'
import { binOpportunity, changeOpportunity, moveOpportunity } from './change-opportunity.ts'
import { forecastOf } from './forecast.view.ts'
import { openFromEnquiry, openOpportunity } from './open-opportunity.ts'
import { opportunitiesWith, opportunityOf } from './opportunities.view.ts'
import { lostReasons } from './opportunity.ts'

type Tables = DealingsReach & LedgerTables

const desks = { may: { purposes: 'any' } } as const
const Id = Type.String({ format: 'uuid' })
const One = Type.Object({ id: Id })
const text = (maxLength: number) => Type.String({ maxLength })
const or = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Integer>>(one: T) =>
  Type.Optional(Type.Union([one, Type.Null()]))
const open = { additionalProperties: true } as const // what is not declared is refused by its name, see refuseOtherParts
const words = {
  values: Type.Optional(Type.Record(Type.String(), Type.Unknown())), // S5.1: the statement says which; the deed refuses the rest by name
  ...{ valueCents: or(Type.Integer()), probability: or(Type.Integer()), expectedClose: or(text(10)) },
  ...{ nextStep: or(text(2000)), contactPerson: or(Id), owner: or(text(100)) },
}
const entered = {
  ...words,
  title: text(1000),
  ...{ company: Type.Optional(Id), person: Type.Optional(Id), groupCompany: Type.Optional(text(100)) },
  ...{ pipeline: Type.Optional(Id), stage: Type.Optional(Id) },
}
const changed = { ...words, title: Type.Optional(text(1000)) }
const ofEnquiry = { ...words, title: Type.Optional(text(1000)), pipeline: Type.Optional(Id), stage: Type.Optional(Id) }
const move = {
  stage: Id,
  lostReason: Type.Optional(Type.Union([Type.Enum([...lostReasons]), Type.Null()])),
  lostNote: or(text(10_000)),
}
const whose = {
  pipeline: Type.Optional(Id),
  owner: Type.Optional(text(100)),
  groupCompany: Type.Optional(text(100)),
}

/** Opportunities at the desk (S5.9): the board, one opportunity, the forecast. */
export function opportunityRoutes(server: HttpServer, running: Running<Tables>) {
  const { db } = running
  const occasionOf = (request: object) => (request as { occasion: Occasion }).occasion
  const shown = async (request: object, id: string) => {
    const seen = await look(db, occasionOf(request), (view) => opportunityOf(view, inForce(running), id))
    if (!seen) throw new Refusal('NOT_FOUND', 404)
    return seen
  }
  const said = ({ company, person }: { company?: string; person?: string }) => ({
    ...(company ? { organisationId: company } : {}),
    ...(person ? { personId: person } : {}),
  })

  server.get(
    '/board',
    { config: desks, schema: { summary: 'A pipeline as a board', querystring: Type.Object(whose) } },
    (request) => look(db, occasionOf(request), (view) => boardOf(view, inForce(running), request.query)),
  )
  server.get(
    '/forecast',
    {
      config: desks,
      schema: {
        summary: 'What is expected to be sold, by month',
        querystring: Type.Object({ ...whose, months: Type.Optional(Type.Integer({ minimum: 1, maximum: 36 })) }),
      },
    },
    async (request) => ({
      items: await look(db, occasionOf(request), (view) => forecastOf(view, inForce(running), request.query)),
      next: null,
    }),
  )
  for (const [path, key, who] of [
    ['companies', 'organisationId', 'a company'],
    ['people', 'personId', 'a person'],
  ] as const)
    server.get(
      `/${path}/:id/opportunities`,
      { config: desks, schema: { summary: `The opportunities of ${who}`, params: One } },
      async (request) => {
        const party = { [key]: request.params.id }
        const list = await look(db, occasionOf(request), (view) => opportunitiesWith(view, inForce(running), party))
        return list ?? { items: null, mayAdd: false }
      },
    )

  server.get('/opportunities/:id', { config: desks, schema: { summary: 'One opportunity', params: One } }, (request) =>
    shown(request, request.params.id),
  )
  server.post(
    '/opportunities',
    { config: desks, schema: { summary: 'Open an opportunity', body: Type.Object(entered, open) } },
    async (request, reply) => {
      refuseOtherParts(request.body, entered)
      const { company, person, values = {}, ...wish } = request.body
      const id = await perform(db, occasionOf(request), (act) =>
        openOpportunity(act, inForce(running), { ...wish, values, ...said({ company, person }) }),
      )
      return reply.status(201).send(await shown(request, id))
    },
  )
  server.post(
    '/enquiries/:id/opportunity',
    {
      config: desks,
      schema: { summary: 'Make an opportunity of an enquiry', params: One, body: Type.Object(ofEnquiry, open) },
    },
    async (request, reply) => {
      refuseOtherParts(request.body, ofEnquiry)
      const wish = { ...request.body, enquiry: request.params.id }
      const id = await perform(db, occasionOf(request), (act) => openFromEnquiry(act, inForce(running), wish))
      return reply.status(201).send(await shown(request, id))
    },
  )
  server.patch(
    '/opportunities/:id',
    { config: desks, schema: { summary: 'Change an opportunity', params: One, body: Type.Object(changed, open) } },
    async (request) => {
      refuseOtherParts(request.body, changed)
      const change = { id: request.params.id, revision: revisionOf(request.headers), words: request.body }
      await perform(db, occasionOf(request), (act) => changeOpportunity(act, inForce(running), change))
      return shown(request, change.id)
    },
  )
  server.post(
    '/opportunities/:id/stage',
    {
      config: desks,
      schema: { summary: 'Move an opportunity to a stage', params: One, body: Type.Object(move, open) },
    },
    async (request, reply) => {
      refuseOtherParts(request.body, move)
      const wish = { ...request.body, id: request.params.id, revision: revisionOf(request.headers) }
      await perform(db, occasionOf(request), (act) => moveOpportunity(act, inForce(running), wish))
      return reply.status(201).send(await shown(request, wish.id))
    },
  )
  server.delete(
    '/opportunities/:id',
    { config: desks, schema: { summary: 'Put an opportunity into the bin', params: One } },
    async (request, reply) => {
      const { id } = request.params
      await perform(db, occasionOf(request), (act) => binOpportunity(act, inForce(running), { id }))
      return reply.status(204).send()
    },
  )
}

import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { may, type Running } from '#statement'
import { destroyPaper } from './destroy-paper.ts'
import { paperOpen, papersListed } from './papers.view.ts'
import { registerPaper } from './register-paper.ts'
import type { RecipientTables } from './tables.ts'

const desks = { may: { purposes: 'any' as const } }
const Id = Type.String({ format: 'uuid' })
const One = Type.Object({ id: Id })
const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 500 }))
const short = Type.String({ maxLength: 300 })
const paper = Type.Object(
  {
    what: short,
    location: short,
    people: Type.Array(Id, { maxItems: 5000 }),
    reason: Type.String({ maxLength: 500 }),
    destroyBy: Type.String({ format: 'date' }),
    groupCompany: Type.Optional(Type.Union([Type.String({ maxLength: 100 }), Type.Null()])),
  },
  { additionalProperties: false },
)
const destruction = Type.Object(
  {
    method: Type.Union((['shredded', 'incinerated', 'provider', 'returned'] as const).map((one) => Type.Literal(one))),
    witness: Type.Optional(Type.Union([Id, Type.Null()])),
    certificate: Type.Optional(Type.Union([short, Type.Null()])),
  },
  { additionalProperties: false },
)

/** S10.7, S10.8: what is on paper, where it is locked up, and how it was destroyed. */
export function paperRoutes(server: HttpServer, running: Running<RecipientTables & LedgerTables>) {
  const { db } = running
  const refuseUnlessWriter = ({ duty, purpose }: Occasion) => {
    const verdict = may(running.policy(), duty, purpose, 'person.name', 'write')
    if (!verdict.allowed) throw new Refusal(verdict.code, 403, { clause: verdict.clause, field: 'person.name', duty })
  }

  server.get(
    '/papers',
    {
      config: desks,
      schema: {
        summary: 'What is on paper, the most pressing first; or what was destroyed',
        querystring: Type.Object({
          destroyed: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])),
          limit,
        }),
      },
    },
    (request) =>
      look(db, request.occasion, (view) =>
        papersListed(view, { destroyed: request.query.destroyed === 'true', limit: request.query.limit ?? 200 }),
      ),
  )

  server.post(
    '/papers',
    { config: desks, schema: { summary: 'Say that something about people is on paper', body: paper } },
    async (request, reply) => {
      refuseUnlessWriter(request.occasion)
      const id = await perform(db, request.occasion, (act) => registerPaper(act, request.body))
      return reply.status(201).send({ id })
    },
  )

  server.post(
    '/papers/:id/destruction',
    {
      config: desks,
      schema: { summary: 'Record how a paper was destroyed, and who saw it', params: One, body: destruction },
    },
    async (request, reply) => {
      const { id } = request.params
      refuseUnlessWriter(request.occasion)
      await perform(db, request.occasion, (act) => destroyPaper(act, { id, ...request.body }))
      return reply.status(201).send({ id })
    },
  )

  server.get(
    '/people/:id/papers',
    { config: desks, schema: { summary: 'Papers about one person that nobody has destroyed', params: One } },
    async (request) => ({
      items: await look(db, request.occasion, (view) => paperOpen(view, request.params.id)),
      next: null,
    }),
  )
}

import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { inForce, refuseOtherParts, revisionOf } from '#register'
import type { Running } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { pipelinesSeen } from './board.view.ts'
import { bringBackPipeline, changePipeline, layPipeline } from './keep-pipeline.ts'
import { stageKinds } from './opportunity.ts'

const desks = { may: { purposes: 'any' } } as const
const Id = Type.String({ format: 'uuid' })
const maybe = Type.Optional(Type.Union([Type.String({ maxLength: 500 }), Type.Null()]))
const names = Type.Object(
  { fi: Type.String({ maxLength: 500 }), sv: maybe, en: maybe },
  { additionalProperties: false },
)
const stage = Type.Object(
  { id: Type.Optional(Id), names, probability: Type.Integer(), kind: Type.Enum([...stageKinds]) },
  { additionalProperties: false },
)
const words = { names, stages: Type.Array(stage, { maxItems: 30 }), retired: Type.Optional(Type.Boolean()) }
const Words = Type.Object(words, { additionalProperties: true }) // what is not declared is refused by its name

/** Pipelines and their stages, which sales lays and changes at the desk. */
export function pipelineRoutes(server: HttpServer, running: Running<DealingsReach & LedgerTables>) {
  const { db } = running
  const occasionOf = (request: object) => (request as { occasion: Occasion }).occasion
  const all = async (request: object) => ({
    items: await look(db, occasionOf(request), (view) => pipelinesSeen(view, inForce(running))),
    next: null,
  })

  server.get('/pipelines', { config: desks, schema: { summary: 'Every pipeline with its stages' } }, all)
  server.post(
    '/pipelines',
    { config: desks, schema: { summary: 'Lay a pipeline', body: Words } },
    async (request, reply) => {
      refuseOtherParts(request.body, words)
      const id = await perform(db, occasionOf(request), (act) => layPipeline(act, inForce(running), request.body))
      return reply.status(201).send({ id })
    },
  )
  server.put(
    '/pipelines/:id',
    { config: desks, schema: { summary: 'Change a pipeline', params: Type.Object({ id: Id }), body: Words } },
    async (request, reply) => {
      refuseOtherParts(request.body, words)
      const change = { id: request.params.id, revision: revisionOf(request.headers), words: request.body }
      await perform(db, occasionOf(request), (act) => changePipeline(act, inForce(running), change))
      return reply.status(204).send()
    },
  )
  server.post(
    '/pipelines/:id/return',
    { config: desks, schema: { summary: 'Take a pipeline back into use', params: Type.Object({ id: Id }) } },
    async (request, reply) => {
      const wish = { id: request.params.id, revision: revisionOf(request.headers) }
      await perform(db, occasionOf(request), (act) => bringBackPipeline(act, inForce(running), wish))
      return reply.status(204).send()
    },
  )
}

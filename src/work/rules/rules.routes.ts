import { Type } from 'typebox'
import { look, perform } from '#ledger'
import type { WorkTrigger } from '#lists'
import type { HttpServer } from '#platform/http'
import { inForce } from '#register'
import { closed, desks, One, occasionIn, text } from '../asked.routes.ts'
import type { WorkRegister } from '../under-duty.ts'
import { changeRule, deleteRule, makeRule, pauseRule } from './make-rule.ts'
import { rulesListed } from './rules.view.ts'

const Rule = Type.Object(
  {
    ...{ name: text(120), starts: text(60), does: Type.Enum(['assign', 'task', 'notify']) },
    asked: Type.Object({ days: Type.Optional(Type.Integer()), stage: Type.Optional(text(100)) }, closed),
    wish: Type.Object(
      {
        ...{ to: Type.Array(text(100), { maxItems: 20 }), title: Type.Optional(text(200)) },
        dueInDays: Type.Optional(Type.Integer()),
      },
      closed,
    ),
  },
  closed,
)

/** When–then rules: each does, under its maker's duty, what its maker might do by hand. */
export function rulesRoutes(server: HttpServer, running: WorkRegister, triggers: readonly WorkTrigger[]) {
  const { db } = running
  server.get('/work-rules', { config: desks, schema: { summary: 'List the when–then rules' } }, (request) =>
    look(db, occasionIn(request), (view) => rulesListed(view, inForce(running), triggers)),
  )
  server.post(
    '/work-rules',
    { config: desks, schema: { summary: 'Make a when–then rule', body: Rule } },
    async (request, reply) => {
      const wish = { triggers, rule: request.body }
      const id = await perform(db, occasionIn(request), (act) => makeRule(act, inForce(running), wish))
      return reply.status(201).send({ id })
    },
  )
  server.put(
    '/work-rules/:id',
    { config: desks, schema: { summary: 'Change one’s own rule', params: One, body: Rule } },
    async (request, reply) => {
      const wish = { id: request.params.id, triggers, rule: request.body }
      await perform(db, occasionIn(request), (act) => changeRule(act, inForce(running), wish))
      return reply.status(204).send()
    },
  )
  for (const [path, paused] of [
    ['pause', true],
    ['resumption', false],
  ] as const)
    server.post(
      `/work-rules/:id/${path}`,
      { config: desks, schema: { summary: paused ? 'Rest a rule' : 'Let a rule go on', params: One } },
      async (request, reply) => {
        await perform(db, occasionIn(request), (act) =>
          pauseRule(act, inForce(running), { id: request.params.id, paused }),
        )
        return reply.status(204).send()
      },
    )
  server.delete(
    '/work-rules/:id',
    { config: desks, schema: { summary: 'Delete one’s own rule', params: One } },
    async (request, reply) => {
      await perform(db, occasionIn(request), (act) => deleteRule(act, inForce(running), request.params.id))
      return reply.status(204).send()
    },
  )
}

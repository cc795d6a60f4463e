import { Type } from 'typebox'
import { look, perform } from '#ledger'
import type { FinderPart } from '#lists'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { inForce, refuseOtherParts } from '#register'
import {
  closed,
  desks,
  Id,
  languageIn,
  One,
  occasionIn,
  orNull,
  party,
  revisionIn,
  text,
  withParty,
} from '../asked.routes.ts'
import { deleteWork } from '../delete-work.ts'
import { withSubjects } from '../subjects.view.ts'
import type { WorkRegister } from '../under-duty.ts'
import { addTask } from './add-task.ts'
import { changeTask } from './change-task.ts'
import { finishTask, reopenTask } from './settle-task.ts'
import { taskOf, tasksListed } from './tasks.view.ts'

const Repeats = Type.Optional(
  Type.Union([...(['day', 'week', 'month', 'year'] as const).map((one) => Type.Literal(one)), Type.Null()]),
)
const parts = {
  ...{ title: text(1000), text: orNull(10_000), assignedTo: Type.Optional(text(100)) },
  ...{ dueOn: orNull(10), dueTime: orNull(5), remindAt: orNull(40), repeats: Repeats },
}
const added = { ...party, ...parts }
const changed = { ...parts, title: Type.Optional(parts.title) }
const filters = Type.Object(
  {
    ...{ of: Type.Optional(text(100)), state: Type.Optional(Type.Enum(['open', 'done'])) },
    ...{ dueBy: Type.Optional(Type.String({ format: 'date' })), company: Type.Optional(Id), person: Type.Optional(Id) },
    ...{ subject: Type.Optional(Id), after: Type.Optional(text(40)) },
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  closed,
)

/** Tasks: what is to be done, by whom and when. */
export function tasksRoutes(server: HttpServer, running: WorkRegister, finder: readonly FinderPart[]) {
  const { db } = running
  const shown = async (request: object, id: string) => {
    const task = await look(db, occasionIn(request), (view) => taskOf(view, inForce(running), id))
    if (!task) throw new Refusal('NOT_FOUND', 404)
    return task
  }

  server.get('/tasks', { config: desks, schema: { summary: 'List tasks', querystring: filters } }, (request) =>
    look(db, occasionIn(request), async (view) => {
      const { items, next } = await tasksListed(view, inForce(running), request.query)
      const called = { parts: finder, language: languageIn(request) }
      return { items: await withSubjects(view, inForce(running), called, items), next }
    }),
  )
  server.get('/tasks/:id', { config: desks, schema: { summary: 'One task', params: One } }, (request) =>
    shown(request, request.params.id),
  )
  server.post(
    '/tasks',
    { config: desks, schema: { summary: 'Add a task', body: Type.Object(added, { additionalProperties: true }) } },
    async (request, reply) => {
      refuseOtherParts(request.body, added)
      const wish = withParty(request.body)
      const id = await perform(db, occasionIn(request), (act) => addTask(act, inForce(running), wish))
      return reply.status(201).send(await shown(request, id))
    },
  )
  server.patch(
    '/tasks/:id',
    {
      config: desks,
      schema: { summary: 'Change a task', params: One, body: Type.Object(changed, { additionalProperties: true }) },
    },
    async (request) => {
      refuseOtherParts(request.body, changed)
      const { id } = request.params
      const change = { ...request.body, id, revision: revisionIn(request.headers) }
      await perform(db, occasionIn(request), (act) => changeTask(act, inForce(running), change))
      return shown(request, id)
    },
  )
  for (const [path, deed, summary] of [
    ['completion', finishTask, 'Mark a task as done; one that repeats comes again'],
    ['reopening', reopenTask, 'Open a task again'],
  ] as const)
    server.post(`/tasks/:id/${path}`, { config: desks, schema: { summary, params: One } }, async (request, reply) => {
      await perform(db, occasionIn(request), (act) => deed(act, inForce(running), request.params.id))
      return reply.status(201).send(await shown(request, request.params.id))
    })
  server.delete(
    '/tasks/:id',
    { config: desks, schema: { summary: 'Delete a task of one’s own', params: One } },
    async (request, reply) => {
      const { id } = request.params
      await perform(db, occasionIn(request), (act) => deleteWork(act, inForce(running), { kind: 'task', id }))
      return reply.status(204).send()
    },
  )
}

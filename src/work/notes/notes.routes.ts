import { Type } from 'typebox'
import { look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { inForce, refuseOtherParts } from '#register'
import { activityOf } from '../activities/activities.view.ts'
import { changeActivity, planActivity } from '../activities/plan-activity.ts'
import { closed, desks, Id, One, occasionIn, orNull, party, revisionIn, text, withParty } from '../asked.routes.ts'
import { colleaguesWhoSee } from '../colleagues.view.ts'
import { deleteWork } from '../delete-work.ts'
import type { WorkRegister } from '../under-duty.ts'
import { noteOf } from './notes.view.ts'
import { changeNote, writeNote } from './write-note.ts'

const Mentions = Type.Optional(Type.Array(text(100), { maxItems: 50 }))
const note = { ...party, text: text(20_000), mentions: Mentions }
const noteChange = { text: text(20_000), mentions: Mentions }
const activity = {
  ...party,
  ...{ kind: Type.Enum(['call', 'meeting', 'visit']), title: text(1000), text: orNull(20_000), at: text(40) },
  minutes: Type.Optional(Type.Union([Type.Integer({ minimum: 0, maximum: 1440 }), Type.Null()])),
  state: Type.Optional(Type.Enum(['planned', 'done'])),
  people: Type.Optional(Type.Array(Id, { maxItems: 50 })),
  staff: Mentions,
}
const { company: _, person: __, subject: ___, groupCompany: ____, ...parts } = activity
const activityChange = {
  ...{ ...parts, kind: Type.Optional(parts.kind), title: Type.Optional(parts.title), at: Type.Optional(parts.at) },
  state: Type.Optional(Type.Enum(['planned', 'done', 'cancelled'])),
}
const open = { additionalProperties: true } as const
const about = Type.Object({ company: Type.Optional(Id), person: Type.Optional(Id) }, closed)

/** Notes with mentions, and calls, meetings and visits. */
export function notesRoutes(server: HttpServer, running: WorkRegister) {
  const { db } = running
  const noteShown = (request: object, id: string) =>
    look(db, occasionIn(request), (view) => noteOf(view, inForce(running), id))
  const activityShown = (request: object, id: string) =>
    look(db, occasionIn(request), (view) => activityOf(view, inForce(running), id))

  server.get('/notes/:id', { config: desks, schema: { summary: 'One note', params: One } }, (request) =>
    noteShown(request, request.params.id),
  )
  server.post(
    '/notes',
    { config: desks, schema: { summary: 'Write a note about a company or a person', body: Type.Object(note, open) } },
    async (request, reply) => {
      refuseOtherParts(request.body, note)
      const id = await perform(db, occasionIn(request), (act) =>
        writeNote(act, inForce(running), withParty(request.body)),
      )
      return reply.status(201).send(await noteShown(request, id))
    },
  )
  server.patch(
    '/notes/:id',
    { config: desks, schema: { summary: 'Correct one’s own note', params: One, body: Type.Object(noteChange, open) } },
    async (request) => {
      refuseOtherParts(request.body, noteChange)
      const change = { ...request.body, id: request.params.id, revision: revisionIn(request.headers) }
      await perform(db, occasionIn(request), (act) => changeNote(act, inForce(running), change))
      return noteShown(request, request.params.id)
    },
  )

  server.get('/activities/:id', { config: desks, schema: { summary: 'One activity', params: One } }, (request) =>
    activityShown(request, request.params.id),
  )
  server.post(
    '/activities',
    {
      config: desks,
      schema: { summary: 'Plan or log a call, a meeting or a visit', body: Type.Object(activity, open) },
    },
    async (request, reply) => {
      refuseOtherParts(request.body, activity)
      const id = await perform(db, occasionIn(request), (act) =>
        planActivity(act, inForce(running), withParty(request.body)),
      )
      return reply.status(201).send(await activityShown(request, id))
    },
  )
  server.patch(
    '/activities/:id',
    { config: desks, schema: { summary: 'Change an activity', params: One, body: Type.Object(activityChange, open) } },
    async (request) => {
      refuseOtherParts(request.body, activityChange)
      const change = { ...request.body, id: request.params.id, revision: revisionIn(request.headers) }
      await perform(db, occasionIn(request), (act) => changeActivity(act, inForce(running), change))
      return activityShown(request, request.params.id)
    },
  )

  for (const [path, kind] of [
    ['notes', 'note'],
    ['activities', 'activity'],
  ] as const)
    server.delete(
      `/${path}/:id`,
      { config: desks, schema: { summary: `Delete one’s own ${kind}`, params: One } },
      async (request, reply) => {
        const { id } = request.params
        await perform(db, occasionIn(request), (act) => deleteWork(act, inForce(running), { kind, id }))
        return reply.status(204).send()
      },
    )
  server.get(
    '/colleagues-who-see',
    { config: desks, schema: { summary: 'Colleagues whose duty sees this company or person', querystring: about } },
    async (request) => {
      const { company = null, person = null } = request.query
      const party = { organisationId: company, personId: person }
      return { items: await look(db, occasionIn(request), (view) => colleaguesWhoSee(view, inForce(running), party)) }
    },
  )
}

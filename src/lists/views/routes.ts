import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { desks, type ListDesk, One, OneList, occasionOf, revisionOf } from '../asked-list.routes.ts'
import { SavedSchema } from '../wish-schema.routes.ts'
import { placeView } from './place-view.ts'
import { removeView } from './remove-view.ts'
import { changeView, type SavedWish, saveView } from './save-view.ts'
import { savedViews } from './saved-views.view.ts'

const word = (...words: string[]) => Type.Optional(Type.Union(words.map((one) => Type.Literal(one))))
const asked = Type.Object({
  list: Type.Optional(Type.String({ maxLength: 60 })),
  kind: word('view', 'report'),
  place: word('first', 'tab', 'dashboard'),
})
const places = Type.Union((['first', 'tab', 'dashboard'] as const).map((one) => Type.Literal(one)))

/** Views and reports that somebody keeps: their own, shared with a duty, shared with everyone. */
export function viewRoutes({ server, running, references, seenBy }: ListDesk) {
  const { db } = running
  const viewsOf = (request: object, wish: { list?: string; kind?: string; place?: string }) =>
    look(db, occasionOf(request), (view) => savedViews(view as never, references, wish))
  const one = async (request: object, id: string) => {
    const found = (await viewsOf(request, {})).find((view) => view.id === id)
    if (!found) throw new Refusal('NOT_FOUND', 404)
    return found
  }

  server.get(
    '/views',
    { config: desks, schema: { summary: 'The views and reports that one has', querystring: asked } },
    async (request) => ({ items: await viewsOf(request, request.query), next: null }),
  )

  server.post(
    '/lists/:list/views',
    { config: desks, schema: { summary: 'Save a view or a report of a list', params: OneList, body: SavedSchema } },
    async (request, reply) => {
      const seen = await seenBy(request, request.params.list)
      const id = await perform(db, occasionOf(request), (act) =>
        saveView(act as never, seen, request.body as SavedWish),
      )
      return reply.status(201).send(await one(request, id))
    },
  )

  server.put(
    '/views/:id',
    { config: desks, schema: { summary: 'Change a view of one’s own', params: One, body: SavedSchema } },
    async (request) => {
      const { id } = request.params
      const seen = await seenBy(request, (await one(request, id)).list)
      const change = { ...(request.body as SavedWish), id, revision: revisionOf(request.headers) }
      await perform(db, occasionOf(request), (act) => changeView(act as never, seen, change))
      return one(request, id)
    },
  )

  server.delete(
    '/views/:id',
    { config: desks, schema: { summary: 'Take a view of one’s own away', params: One } },
    async (request, reply) => {
      await perform(db, occasionOf(request), (act) => removeView(act as never, request.params.id))
      return reply.status(204).send()
    },
  )

  server.put(
    '/views/:id/place',
    {
      config: desks,
      schema: {
        summary: 'Keep a view first, as a tab or on the dashboard',
        params: One,
        body: Type.Object({ place: places, on: Type.Boolean() }, { additionalProperties: false }),
      },
    },
    async (request) => {
      const { id } = request.params
      await perform(db, occasionOf(request), (act) => placeView(act as never, { id, ...request.body }))
      return one(request, id)
    },
  )
}

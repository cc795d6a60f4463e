import { Type } from 'typebox'
import { type Look, look, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import type { Running } from '#statement'
import {
  type Asking,
  closed,
  desks,
  One,
  occasionOf,
  oneOf,
  shownChoices,
  type Tables,
  writing,
} from './asked-by.routes.ts'
import { invalidateWording } from './invalidate-wording.ts'
import { liftRestriction, restrictPerson, tellOfLifting } from './restrict-person.ts'
import { restrictionReasons } from './restriction.ts'
import { reviewRestriction } from './review-restriction.ts'
import { wordingsUsed } from './wordings.view.ts'

const told = ['email', 'letter', 'phone', 'in-person'] as const
const begun = Type.Object({ reason: oneOf(restrictionReasons) }, closed)
const way = Type.Object({ via: oneOf(told) }, closed)
const keepers = { may: { duties: ['privacy'] } }

/** Art. 18: restricting, saying that it still stands, telling that it ends, and ending it; and taking defective words out of use. */
export function restrictionRoutes<T extends Tables>(server: HttpServer, running: Running<T>) {
  const { db } = running

  server.post(
    '/people/:id/restrictions',
    { config: desks, schema: { summary: 'Restrict the use of a person’s data (Art. 18)', params: One, body: begun } },
    async (request, reply) => {
      const personId = request.params.id
      await perform(db, writing(running, request), (act) => restrictPerson(act as never, { personId, ...request.body }))
      return reply.status(201).send(await shownChoices(running, request, personId))
    },
  )
  server.post(
    '/restrictions/:id/review',
    {
      config: keepers,
      schema: { summary: 'Say that a restriction still stands, and is looked at again', params: One },
    },
    async (request, reply) => {
      const occasion = writing(running, request)
      const personId = await personOf(running, request, request.params.id)
      await perform(db, occasion, (act) => reviewRestriction(act as never, { id: request.params.id }))
      return reply.status(201).send(await shownChoices(running, request, personId))
    },
  )
  server.post(
    '/restrictions/:id/lifting-notice',
    {
      config: desks,
      schema: { summary: 'Record that the person was told the restriction ends', params: One, body: way },
    },
    async (request, reply) => {
      const occasion = writing(running, request)
      const personId = await personOf(running, request, request.params.id)
      const wish = { id: request.params.id, via: request.body.via }
      await perform(db, occasion, (act) => tellOfLifting(act as never, wish))
      return reply.status(201).send(await shownChoices(running, request, personId))
    },
  )
  server.post(
    '/restrictions/:id/lifting',
    { config: desks, schema: { summary: 'End a restriction of which the person was told', params: One } },
    async (request, reply) => {
      const occasion = writing(running, request)
      const personId = await personOf(running, request, request.params.id)
      await perform(db, occasion, (act) => liftRestriction(act as never, { id: request.params.id }))
      return reply.status(201).send(await shownChoices(running, request, personId))
    },
  )

  server.get(
    '/consent-wordings',
    { config: keepers, schema: { summary: 'The wordings consents were given in, and how many stand on each' } },
    async (request) => ({
      items: await look(db, occasionOf(request), (view) => wordingsUsed(view as never)),
    }),
  )
  server.post(
    '/consent-wordings/:hash/invalidation',
    {
      config: keepers,
      schema: {
        summary: 'Take a defective wording, and every consent given in it, out of force',
        params: Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
      },
    },
    async (request, reply) => {
      const occasion = writing(running, request)
      // Every consent of it, also of people whom no daily desk sees any more.
      const wide = { ...occasion, duty: 'rights', reach: 'all' as const }
      const consents = await perform(db, wide, (act) => invalidateWording(act as never, request.params.hash))
      return reply.status(201).send({ consents })
    },
  )
}

async function personOf<T extends Tables>(running: Running<T>, request: Asking, id: string): Promise<string> {
  const held = await look(running.db, occasionOf(request), async (view) => {
    const row = await (view as unknown as Look<Tables>).db
      .selectFrom('register.restriction')
      .select('person_id')
      .where('id', '=', id)
      .where('lifted_at', 'is', null)
      .executeTakeFirst()
    view.saw(row ? [row.person_id] : [], ['sys.consent'])
    return row?.person_id
  })
  if (!held) throw new Refusal('NOT_FOUND', 404)
  return held
}

import { Type } from 'typebox'
import { look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { inForce, mergeCompanies, refuseUnlessWriter, undoMerge } from '#register'
import { matching, type Place } from '../reach.ts'
import { alikeFound, namesOf } from './alike.view.ts'
import { mergesListed, pairsListed } from './duplicates.view.ts'
import { findDuplicates } from './find-duplicates.ts'

const desks = { may: { purposes: 'any' } } as const
const Id = Type.String({ format: 'uuid' })
const One = Type.Object({ id: Id })
const Subject = Type.Union([Type.Literal('person'), Type.Literal('organisation')])
const Text = Type.Optional(Type.String({ maxLength: 400 }))
const Fields = Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 100 }))

/** Records that may be one: warned of while typing, looked for, told apart, merged, and taken apart again. */
export function duplicateRoutes(server: HttpServer, running: Place) {
  const asked = (request: object) => (request as { occasion: Occasion }).occasion
  const refuseUnlessMerger = (
    occasion: Occasion,
    subject: 'person' | 'organisation',
    fields: readonly string[] = [],
  ) => {
    for (const field of [subject === 'person' ? 'person.name' : 'org.name', ...fields])
      refuseUnlessWriter(inForce(running), occasion, field)
  }
  const refuseUnseen = async (occasion: Occasion, subject: 'person' | 'organisation', ids: readonly string[]) => {
    const seen = await look(running.db, occasion, (view) => namesOf(view, subject, ids))
    if (seen.size < new Set(ids).size) throw new Refusal('NOT_FOUND', 404)
  }

  // What is typed stands in the body: an address in a URL would stay in logs.
  const Typed = Type.Object(
    { subject: Subject, name: Text, email: Text, phone: Text, businessId: Text },
    { additionalProperties: false },
  )
  server.post(
    '/duplicates/alike',
    { config: { ...desks, reads: true }, schema: { summary: 'Whom a new record may already be', body: Typed } },
    async (request) => {
      const occasion = asked(request)
      refuseUnlessMerger(occasion, request.body.subject)
      return alikeFound(running, occasion, request.body)
    },
  )
  server.get(
    '/duplicates',
    {
      config: desks,
      schema: {
        summary: 'List pairs that may be one',
        querystring: Type.Object({ subject: Subject, after: Type.Optional(Type.String({ maxLength: 80 })) }),
      },
    },
    async (request) => {
      const items = await look(running.db, asked(request), (view) =>
        pairsListed(view, request.query.subject, afterOf(request.query.after)),
      )
      const last = items.at(-1)
      return { items, next: items.length === 50 && last ? `${last.score}.${last.id}` : null }
    },
  )
  server.post('/duplicates/search', { config: desks, schema: { summary: 'Look for pairs now' } }, async (request) => {
    refuseUnlessMerger(asked(request), 'person')
    return { pairs: await findDuplicates(running) }
  })
  server.post(
    '/duplicates/:id/dismissal',
    { config: desks, schema: { summary: 'Say that two records are two', params: One } },
    async (request, reply) => {
      const { id } = request.params
      refuseUnlessWriter(inForce(running), asked(request), 'person.name')
      await perform(running.db, asked(request), async (act) => {
        const pair = await act.db
          .updateTable('register.duplicate_pair')
          .set({ state: 'dismissed', dismissed_by: act.by })
          .where('id', '=', id)
          .where('state', '=', 'open')
          .returning(['person_id', 'organisation_id'])
          .executeTakeFirst()
        if (!pair) throw new Refusal('NOT_FOUND', 404)
        await act.record({
          what: 'duplicate.dismissed',
          about: pair.person_id ?? pair.organisation_id ?? id,
          detail: { pair: id },
        })
      })
      return reply.status(204).send()
    },
  )

  const Merging = Type.Object({ from: Id, take: Fields }, { additionalProperties: false })
  server.post(
    '/companies/:id/merges',
    {
      config: desks,
      schema: { summary: 'Say that another record is the same company: this one stays', params: One, body: Merging },
    },
    async (request, reply) => {
      const occasion = asked(request)
      const two = { from: request.body.from, into: request.params.id, take: request.body.take ?? [] }
      refuseUnlessMerger(occasion, 'organisation', two.take)
      await refuseUnseen(occasion, 'organisation', [two.from, two.into])
      const merge = await perform(running.db, matching(occasion), (act) => mergeCompanies(act as never, two))
      return reply.status(201).send({ id: two.into, merge })
    },
  )
  server.get(
    '/merges',
    { config: desks, schema: { summary: 'List the merges of the last month' } },
    async (request) => ({
      items: await look(running.db, asked(request), mergesListed),
      next: null,
    }),
  )
  server.post(
    '/merges/:id/undo',
    { config: desks, schema: { summary: 'Take a merge apart again', params: One } },
    async (request, reply) => {
      const occasion = asked(request)
      const held = await look(running.db, occasion, async ({ db, saw }) => {
        saw([], [])
        return db
          .selectFrom('register.merge')
          .select(['id', 'subject', 'person_id', 'organisation_id', 'gone'])
          .where('id', '=', request.params.id)
          .executeTakeFirst()
      })
      if (!held) throw new Refusal('NOT_FOUND', 404)
      refuseUnlessMerger(occasion, held.subject)
      const about = held.person_id ?? held.organisation_id ?? ''
      await perform(running.db, matching(occasion), (act) =>
        undoMerge(act as never, { merge: held.id, about, from: held.gone }),
      )
      return reply.status(201).send({ id: about, other: held.gone })
    },
  )
}

function afterOf(cursor: string | undefined) {
  const [, score, id] = /^(-?\d+)\.([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
  return score && id ? { score: Number(score), id } : null
}

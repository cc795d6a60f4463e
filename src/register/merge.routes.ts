import { Type } from 'typebox'
import { perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { asked, type Desk, desks, Id, One } from './asked-by.routes.ts'
import { refuseUnlessWriter } from './correct-organisation.ts'
import { inForce } from './in-force.ts'
import { mergePeople } from './merge-people.ts'

/** Two records of one person become one at the desk; `shown` refuses whom the duty does not see. */
export function mergeRoute(
  { server, running, ports }: Desk,
  shown: (request: Parameters<typeof asked>[0], id: string) => Promise<unknown>,
) {
  const { db } = running
  server.post(
    '/people/:id/merges',
    {
      config: desks,
      schema: {
        summary: 'Say that another record is the same person: this one stays, and of two choices the strictest',
        params: One,
        body: Type.Object(
          { from: Id, take: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 100 })) },
          { additionalProperties: false },
        ),
      },
    },
    async (request, reply) => {
      const { occasion } = asked(request)
      const two = { from: request.body.from, into: request.params.id, take: request.body.take ?? [] }
      const { holdings } = ports
      if (!holdings) throw new Refusal('NOT_FOUND', 404)
      for (const field of ['person.name', ...two.take]) refuseUnlessWriter(inForce(running), occasion, field)
      for (const id of [two.from, two.into]) await shown(request, id) // refuses whom this duty does not see
      await perform(db, { ...occasion, duty: 'matching' }, (act) => mergePeople(act as never, holdings(), two))
      return reply.status(201).send(await shown(request, two.into))
    },
  )
}

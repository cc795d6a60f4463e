import { Type } from 'typebox'
import type { Occasion } from '#ledger'
import type { HttpServer } from '#platform/http'
import { chooseEncoding } from './choose-encoding.ts'
import { encodings } from './files/encoding.ts'
import type { Place } from './reach.ts'

const desks = { may: { purposes: 'any' } } as const
const One = Type.Object({ id: Type.String({ format: 'uuid' }) })
const Said = Type.Object(
  { encoding: Type.Union(encodings.map((one) => Type.Literal(one))) },
  { additionalProperties: false },
)

/** How a file is written is found out from its bytes, and may be said otherwise by whoever sees that it reads wrong. */
export function encodingRoutes(server: HttpServer, running: Place) {
  server.put(
    '/imports/:id/encoding',
    { config: desks, schema: { summary: 'Say how a kept file is written', params: One, body: Said } },
    async (request, reply) => {
      const { occasion } = request as unknown as { occasion: Occasion }
      await chooseEncoding({ running, occasion, id: request.params.id }, request.body.encoding)
      return reply.status(204).send()
    },
  )
}

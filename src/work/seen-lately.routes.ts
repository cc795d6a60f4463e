import { Type } from 'typebox'
import { byName, look } from '#ledger'
import type { FinderPart } from '#lists'
import type { HttpServer } from '#platform/http'
import { inForce } from '#register'
import { closed, desks, Id, languageIn, occasionIn } from './asked.routes.ts'
import { noteSeen } from './note-seen.ts'
import { seenLately } from './seen-lately.view.ts'
import type { WorkRegister } from './under-duty.ts'

const Opened = Type.Object({ kind: Type.String({ pattern: '^[a-z-]{1,40}$' }), id: Id }, closed)

/** Which records one opened last. */
export function seenLatelyRoutes(server: HttpServer, running: WorkRegister, parts: readonly FinderPart[]) {
  server.get(
    '/seen-lately',
    { config: desks, schema: { summary: 'The companies, people and records that one opened last' } },
    (request) =>
      look(running.db, byName(occasionIn(request)), (view) =>
        seenLately(view, inForce(running), { parts, language: languageIn(request) }),
      ),
  )
  server.put(
    '/seen-lately',
    { config: desks, schema: { summary: 'Say which card or record was opened', body: Opened } },
    async (request, reply) => {
      await noteSeen(running, occasionIn(request), { parts, ...request.body })
      return reply.status(204).send()
    },
  )
}

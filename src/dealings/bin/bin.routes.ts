import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion, perform } from '#ledger'
import type { HttpServer } from '#platform/http'
import { inForce } from '#register'
import type { Running } from '#statement'
import type { DealingsReach } from '../reach.ts'
import { binSeen } from './bin.view.ts'
import { type BinKind, binKinds } from './binned.ts'
import { restoreBinned } from './restore-binned.ts'

const desks = { may: { purposes: 'any' } } as const
const Binned = Type.Object({
  kind: Type.Enum(Object.keys(binKinds) as BinKind[]),
  id: Type.String({ format: 'uuid' }),
})

/** The bin of what staff has deleted. */
export function binRoutes(server: HttpServer, running: Running<DealingsReach & LedgerTables>) {
  const occasionOf = (request: object) => (request as { occasion: Occasion }).occasion
  server.get('/bin', { config: desks, schema: { summary: 'What staff has deleted in fourteen days' } }, (request) =>
    look(running.db, occasionOf(request), (view) => binSeen(view, inForce(running))),
  )
  server.post(
    '/bin/:kind/:id/restoration',
    { config: desks, schema: { summary: 'Take back what was deleted', params: Binned } },
    async (request, reply) => {
      await perform(running.db, occasionOf(request), (act) => restoreBinned(act, inForce(running), request.params))
      return reply.status(204).send()
    },
  )
}

import { perform } from '#ledger'
import { asked, type Desk, desks, One } from './asked-by.routes.ts'
import { type BinnedRecord, binRecord } from './bin-record.ts'
import { inForce } from './in-force.ts'

/** A company or a person entered by mistake is deleted: into the bin, for fourteen days. */
export function deletionRoutes({ server, running }: Pick<Desk, 'server' | 'running'>) {
  const { db } = running
  const deletes = (request: Parameters<typeof asked>[0], record: BinnedRecord) =>
    perform(db, asked(request).occasion, (act) => binRecord(act, inForce(running), record))

  server.delete(
    '/companies/:id',
    { config: desks, schema: { summary: 'Delete a company entered by mistake', params: One } },
    async (request, reply) => {
      await deletes(request, { subject: 'organisation', id: request.params.id })
      return reply.status(204).send()
    },
  )
  server.delete(
    '/people/:id',
    { config: desks, schema: { summary: 'Delete a person entered by mistake', params: One } },
    async (request, reply) => {
      await deletes(request, { subject: 'person', id: request.params.id })
      return reply.status(204).send()
    },
  )
}

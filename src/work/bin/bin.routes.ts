import { Type } from 'typebox'
import { look, type Occasion, perform } from '#ledger'
import type { BinPart } from '#lists'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import { closed, desks, Id, occasionIn, text } from '../asked.routes.ts'
import type { WorkRegister } from '../under-duty.ts'
import { binSeen, ownInBin } from './bin.view.ts'
import { destroyBinned } from './destroy-binned.ts'
import { restoreBinned } from './restore-binned.ts'

const Kind = Type.String({ pattern: '^[a-z-]{1,40}$' })
const Binned = Type.Object({ kind: Kind, id: Id }, closed)
const Items = Type.Array(Binned, { minItems: 1, maxItems: 200 })
const Page = Type.Object(
  {
    kinds: Type.Optional(Type.String({ pattern: '^[a-z,-]{1,300}$' })),
    by: Type.Optional(Id),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 14 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    after: Type.Optional(text(120)),
  },
  closed,
)

/** The bin of what staff has deleted: looking, taking back one or many, and destroying one's own at once. */
export function binRoutes(server: HttpServer, running: WorkRegister, parts: readonly BinPart[]) {
  const { db } = running
  const withBin = (request: object): Occasion => ({ ...occasionIn(request), withBin: true })

  server.get(
    '/bin',
    { config: desks, schema: { summary: 'What staff has deleted in fourteen days', querystring: Page } },
    (request) => {
      const { kinds, ...wish } = request.query
      return look(db, withBin(request), (view) =>
        binSeen(view, inForce(running), parts, { ...wish, kinds: kinds?.split(',') }),
      )
    },
  )
  server.post(
    '/bin/:kind/:id/restoration',
    { config: desks, schema: { summary: 'Take back what was deleted', params: Binned } },
    async (request, reply) => {
      await perform(db, occasionIn(request), (act) =>
        restoreBinned(act, inForce(running), { parts, ...request.params }),
      )
      return reply.status(204).send()
    },
  )
  server.post(
    '/bin/restorations',
    {
      config: desks,
      schema: { summary: 'Take back several', body: Type.Object({ items: Items }, closed) },
    },
    async (request) => {
      const refused: { kind: string; id: string; code: string }[] = []
      // Each by itself: what cannot come back keeps nothing else in the bin.
      for (const item of request.body.items)
        await perform(db, occasionIn(request), (act) => restoreBinned(act, inForce(running), { parts, ...item })).catch(
          (fault) => {
            if (!(fault instanceof Refusal)) throw fault
            refused.push({ ...item, code: fault.code })
          },
        )
      return { restored: request.body.items.length - refused.length, refused }
    },
  )
  server.post(
    '/bin/emptying',
    {
      config: desks,
      schema: {
        summary: 'Destroy now what one deleted oneself: all of it, or what is named',
        body: Type.Object({ items: Type.Optional(Items) }, closed),
      },
    },
    async (request) => {
      const own = await look(db, withBin(request), (view) =>
        ownInBin(view, inForce(running), parts, request.body.items),
      )
      // Destroying is nobody's right at the desk: it is done under the machine duty that empties the bin, in the name of who asked.
      const { reach: _, ...asked } = occasionIn(request)
      const occasion = { ...asked, duty: 'retention', purpose: 'retention' }
      let destroyed = 0
      for (const one of own) destroyed += await perform(db, occasion, (act) => destroyBinned(act, one))
      return { destroyed }
    },
  )
}

import { Type } from 'typebox'
import { look, perform } from '#ledger'
import { sayRefusal } from '#platform/problem'
import { Refusal } from '#platform/refusal'
import { desks, Id, type ListDesk, languageOf, One, OneList, occasionOf } from '../asked-list.routes.ts'
import { WishSchema } from '../wish-schema.routes.ts'
import { beginBulkEdit } from './begin-bulk-edit.ts'
import { bulkEdits } from './bulk-edits.view.ts'
import { atOnce, type BulkWish, most } from './bulk-wish.ts'
import { type Preview, previewChange, TrialOver } from './preview-change.ts'
import { runBulkEdit } from './run-bulk-edit.ts'
import { undoBulkEdit } from './undo-bulk-edit.ts'

const closed = { additionalProperties: false } as const
const text = (maxLength: number) => Type.String({ maxLength })
const Wish = Type.Object(
  {
    rows: Type.Union([
      Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: most }) }, closed),
      Type.Object({ wish: WishSchema }, closed),
    ]),
    column: text(80),
    value: Type.Union([text(2000), Type.Number(), Type.Boolean(), Type.Null()]),
    source: Type.Optional(Type.Object({ source: text(100), sourceNote: Type.Optional(text(1000)) }, closed)),
  },
  closed,
)

/** One value for many rows: tried, done, looked at, taken back. */
export function bulkRoutes({ server, running, references, lists, refusals, seenBy }: ListDesk) {
  const { db } = running
  const bodyLimit = 1_000_000
  const ground = { lists, references }
  /** In the reader's language, as the module that refused says it. */
  const said = (request: object, code: string | null, field: string) =>
    code &&
    sayRefusal(new Refusal(code, 422, { field }), refusals(), languageOf(request as Parameters<typeof languageOf>[0]))
  const one = async (request: object, id: string) => {
    const [found] = await look(db, occasionOf(request), (view) => bulkEdits(view as never, { id }))
    if (!found) throw new Refusal('NOT_FOUND', 404)
    return { ...found, reasons: found.reasons.map((why) => ({ ...why, said: said(request, why.code, found.column) })) }
  }
  /** A few rows at once; of many, what is left goes on behind the answer, and by a job after a crash. */
  const run = async (request: object, id: string) => {
    const { list, counts } = await one(request, id)
    const rows = Object.values(counts).reduce((sum, many) => sum + many, 0)
    const going = runBulkEdit(running, ground, { id, list, occasion: occasionOf(request) })
    if (rows <= atOnce) await going
    else going.catch((fault: unknown) => server.log.error(fault, 'bulk edit'))
    return one(request, id)
  }

  server.post(
    '/lists/:list/changes/preview',
    {
      config: desks,
      bodyLimit,
      schema: { summary: 'Try one value for many rows and keep nothing', params: OneList, body: Wish },
    },
    async (request) => {
      const seen = await seenBy(request, request.params.list)
      const wish = request.body as BulkWish
      const preview = await perform(db, occasionOf(request), (act) =>
        previewChange(act as never, running as never, { seen, wish }),
      ).catch((fault: unknown) => {
        if (fault instanceof TrialOver) return fault.preview
        throw fault
      })
      const { about, sample, reasons, ...counts } = preview as Preview
      const fields = seen.columns.get(wish.column)?.fields ?? []
      await look(db, occasionOf(request), async (view) => view.saw(about, about.length > 0 ? fields : []))
      return {
        ...counts,
        sample: sample.map((row) => ({ ...row, said: said(request, row.code, wish.column) })),
        reasons: reasons.map((why) => ({ ...why, said: said(request, why.code, wish.column) })),
      }
    },
  )

  server.post(
    '/lists/:list/changes',
    { config: desks, bodyLimit, schema: { summary: 'Give many rows one value', params: OneList, body: Wish } },
    async (request, reply) => {
      const seen = await seenBy(request, request.params.list)
      const id = await perform(db, occasionOf(request), (act) =>
        beginBulkEdit(act as never, seen, request.body as BulkWish),
      )
      return reply.status(201).send(await run(request, id))
    },
  )

  server.get(
    '/bulk-edits',
    {
      config: desks,
      schema: {
        summary: 'One’s own bulk edits of the last 14 days',
        querystring: Type.Object({ list: Type.Optional(text(60)) }),
      },
    },
    async (request) => ({
      items: await look(db, occasionOf(request), (view) => bulkEdits(view as never, request.query)),
      next: null,
    }),
  )

  server.get(
    '/bulk-edits/:id',
    { config: desks, schema: { summary: 'How far a bulk edit is', params: One } },
    (request) => one(request, request.params.id),
  )

  server.post(
    '/bulk-edits/:id/undo',
    { config: desks, schema: { summary: 'Take a bulk edit back', params: One } },
    async (request) => {
      const { id } = request.params
      await perform(db, occasionOf(request), (act) => undoBulkEdit(act as never, id))
      return run(request, id)
    },
  )
}

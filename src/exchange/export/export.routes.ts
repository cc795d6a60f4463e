import { Type } from 'typebox'
import type { LedgerTables } from '#ledger'
import { type ListsPorts, type ListWish, listDesk, ReportSchema, type ReportWish, WishSchema } from '#lists'
import type { HttpServer } from '#platform/http'
import { preferredLanguage } from '#platform/language'
import { mayGoTo } from '#recipients'
import type { Running } from '#statement'
import { exportList } from './export-list.ts'
import { exportReport } from './export-report.ts'

const formats = (['csv', 'csv-comma', 'xlsx'] as const).map((one) => Type.Literal(one))

/** Any view of any list as a file. Whoever it is for is asked of #recipients, see `export-list.ts` (`refuseUnlessTo`). */
export function exportRoutes<T>(server: HttpServer, register: Running<T>, ports: ListsPorts) {
  const { seenBy } = listDesk(server, register, ports)
  const running = register as unknown as Running<LedgerTables> // its tables are among T's

  server.get(
    '/export-recipients',
    {
      config: { may: { purposes: 'any' } },
      schema: { summary: 'Whom the statement names as a recipient, and whether a file may go to them' },
    },
    async (request) => {
      const language = preferredLanguage(String(request.headers['accept-language'] ?? ''))
      const { recipients = [] } = running.current()?.statement ?? {}
      const items = recipients.map(async ({ id, label }) => {
        const verdict = await mayGoTo(running, { recipient: id })
        return { id, label: label?.[language] ?? id, mayGo: verdict.allowed }
      })
      return { items: await Promise.all(items), next: null }
    },
  )

  server.post(
    '/lists/:list/export',
    {
      config: { may: { purposes: 'any' } },
      schema: {
        summary: 'Export a list as CSV or XLSX',
        params: Type.Object({ list: Type.String({ maxLength: 60 }) }),
        body: Type.Object(
          {
            wish: WishSchema,
            format: Type.Union(formats),
            reason: Type.Optional(Type.String({ maxLength: 200 })),
            recipient: Type.Optional(Type.String({ maxLength: 100 })),
          },
          { additionalProperties: false },
        ),
      },
    },
    async (request, reply) => {
      const seen = await seenBy(request, request.params.list)
      const { wish, format, reason, recipient } = request.body
      const language = preferredLanguage(String(request.headers['accept-language'] ?? ''))
      const asked = { wish: wish as ListWish, format, language, reason, recipient }
      const { stream, name, type } = await exportList(running, seen, asked)
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'no-store')
        .send(stream)
    },
  )

  server.post(
    '/lists/:list/report/export',
    {
      config: { may: { purposes: 'any' } },
      schema: {
        summary: 'Export the groups and figures of a report as CSV or XLSX',
        params: Type.Object({ list: Type.String({ maxLength: 60 }) }),
        body: Type.Object(
          {
            wish: ReportSchema,
            format: Type.Union(formats),
            reason: Type.Optional(Type.String({ maxLength: 200 })),
            recipient: Type.Optional(Type.String({ maxLength: 100 })),
          },
          { additionalProperties: false },
        ),
      },
    },
    async (request, reply) => {
      const seen = await seenBy(request, request.params.list)
      const { wish, format, reason, recipient } = request.body
      const language = preferredLanguage(String(request.headers['accept-language'] ?? ''))
      const asked = { wish: wish as ReportWish, format, language, reason, recipient }
      const { bytes, name, type } = await exportReport(running, seen, asked)
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'no-store')
        .send(bytes)
    },
  )
}

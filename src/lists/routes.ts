import { look } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import type { Running } from '#statement'
import { desks, type ListsPorts, languageOf, listDesk, OneList } from './asked-list.routes.ts'
import { bulkRoutes } from './bulk/routes.ts'
import { described } from './described.ts'
import { listRows } from './list-rows.view.ts'
import type { PageWish } from './list-wish.ts'
import { type ReportWish, reportRows } from './report-rows.view.ts'
import { viewRoutes } from './views/routes.ts'
import { PageSchema, ReportSchema } from './wish-schema.routes.ts'

/** Lists at the desk. A wish comes in the body: a name in an address would end up in logs and histories. */
export function listsRoutes<T>(server: HttpServer, register: Running<T>, ports: ListsPorts) {
  const desk = listDesk(server, register, ports)
  const { running, seenBy } = desk
  viewRoutes(desk)
  const hasList = async (request: Parameters<typeof seenBy>[0], name: string) => {
    try {
      return (await seenBy(request, name)) !== null
    } catch (fault) {
      if (fault instanceof Refusal) return false
      throw fault
    }
  }
  bulkRoutes(desk)

  server.get('/lists', { config: desks, schema: { summary: 'The lists that the duty has' } }, async (request) => ({
    items: (await Promise.all(ports.lists.map(async (list) => ((await hasList(request, list.name)) ? [list] : []))))
      .flat()
      .map(({ name, title }) => ({ name, title: title[languageOf(request)] })),
    next: null,
  }))

  server.get(
    '/lists/:list',
    {
      config: desks,
      schema: { summary: 'What a list may show, filter, sort, group and change', params: OneList },
    },
    async (request) => described(await seenBy(request, request.params.list), languageOf(request)),
  )

  server.post(
    '/lists/:list/rows',
    { config: { ...desks, reads: true }, schema: { summary: 'One page of a list', params: OneList, body: PageSchema } },
    async (request) => {
      const seen = await seenBy(request, request.params.list)
      return look(running.db, seen.occasion, (view) => listRows(view as never, seen, request.body as PageWish))
    },
  )

  server.post(
    '/lists/:list/report',
    {
      config: { ...desks, reads: true },
      schema: { summary: 'Counts and sums of a list by group', params: OneList, body: ReportSchema },
    },
    async (request) => {
      const seen = await seenBy(request, request.params.list)
      return look(running.db, seen.occasion, (view) => reportRows(view as never, seen, request.body as ReportWish))
    },
  )
}

import { Type } from 'typebox'
import { look, type Occasion } from '#ledger'
import type { HttpServer } from '#platform/http'
import { preferredLanguage } from '#platform/language'
import { Refusal } from '#platform/refusal'
import type { Running } from '#statement'
import { described } from './described.ts'
import type { ListDefinition, References } from './list-definition.ts'
import { listRows } from './list-rows.view.ts'
import type { PageWish } from './list-wish.ts'
import { type ReportWish, reportRows } from './report-rows.view.ts'
import { seenList } from './seen-list.ts'
import { PageSchema, ReportSchema } from './wish-schema.routes.ts'

const desks = { may: { purposes: 'any' } } as const
const One = Type.Object({ list: Type.String({ maxLength: 60 }) })

/** What the lists are made of: the definitions of every module, and how names are said. */
export interface ListsPorts {
  lists: readonly ListDefinition[]
  references: References
}

/** Lists at the desk. A wish comes in the body: a name in an address would end up in logs and histories. */
export function listsRoutes<T>(server: HttpServer, register: Running<T>, { lists, references }: ListsPorts) {
  const running = register as unknown as Running<never> // the definitions name their own tables
  const byName = new Map(lists.map((list) => [list.name, list]))
  const seenBy = (request: object, name: string) => {
    const definition = byName.get(name)
    if (!definition) throw new Refusal('NOT_FOUND', 404)
    return seenList(definition, running, { occasion: occasionOf(request), references })
  }

  server.get(
    '/lists/:list',
    {
      config: desks,
      schema: { summary: 'What a list may show, filter, sort, group and change', params: One },
    },
    async (request) => described(seenBy(request, request.params.list), languageOf(request)),
  )

  server.post(
    '/lists/:list/rows',
    { config: desks, schema: { summary: 'One page of a list', params: One, body: PageSchema } },
    (request) => {
      const seen = seenBy(request, request.params.list)
      return look(running.db, occasionOf(request), (view) => listRows(view, seen, request.body as PageWish))
    },
  )

  server.post(
    '/lists/:list/report',
    { config: desks, schema: { summary: 'Counts and sums of a list by group', params: One, body: ReportSchema } },
    (request) => {
      const seen = seenBy(request, request.params.list)
      return look(running.db, occasionOf(request), (view) => reportRows(view, seen, request.body as ReportWish))
    },
  )
}

export function occasionOf(request: object) {
  return (request as { occasion: Occasion }).occasion
}

export function languageOf({ headers }: { headers: Record<string, unknown> }) {
  return preferredLanguage(String(headers['accept-language'] ?? ''))
}

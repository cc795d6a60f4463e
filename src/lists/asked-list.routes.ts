import { Type } from 'typebox'
import type { LedgerTables, Occasion } from '#ledger'
import type { HttpServer } from '#platform/http'
import { preferredLanguage } from '#platform/language'
import type { RefusalCatalogue } from '#platform/problem'
import { Refusal } from '#platform/refusal'
import type { Running } from '#statement'
import type { ListDefinition, References } from './list-definition.ts'
import { type SeenList, seenList } from './seen-list.ts'
import type { ListsTables } from './tables.ts'

/** What the lists are made of: the definitions of every module, and how names are said. */
export interface ListsPorts {
  lists: readonly ListDefinition[]
  references: References
  /** What every module refuses with: a row of another module says why in its own words. */
  refusals?: () => RefusalCatalogue
}

/** What the routes of lists stand on. */
export interface ListDesk {
  server: HttpServer
  running: Running<ListsTables & LedgerTables>
  references: References
  lists: readonly ListDefinition[]
  refusals(): RefusalCatalogue
  /** The list of this name as the caller sees it. */
  seenBy(request: { headers: Record<string, unknown> }, name: string): Promise<SeenList>
}

export const desks = { may: { purposes: 'any' } } as const
export const Id = Type.String({ format: 'uuid' })
export const OneList = Type.Object({ list: Type.String({ maxLength: 60 }) })
export const One = Type.Object({ id: Id })

export function listDesk<T>(
  server: HttpServer,
  register: Running<T>,
  { lists, references, refusals = () => ({}) }: ListsPorts,
): ListDesk {
  const running = register as unknown as ListDesk['running'] // the definitions name their own tables
  const byName = new Map(lists.map((list) => [list.name, list]))
  return {
    ...{ server, running, references, lists, refusals },
    seenBy: async (request, name) => {
      const definition = byName.get(name)
      if (!definition) throw new Refusal('NOT_FOUND', 404)
      const asked = { occasion: occasionOf(request), references, language: languageOf(request) }
      return seenList(definition, running as never, asked)
    },
  }
}

export function occasionOf(request: object) {
  return (request as { occasion: Occasion }).occasion
}

export function languageOf({ headers }: { headers: Record<string, unknown> }) {
  return preferredLanguage(String(headers['accept-language'] ?? ''))
}

/** The revision that the caller read: `If-Match: "3"`. */
export function revisionOf(headers: Record<string, unknown>): number {
  const said = headers['if-match']
  if (said === undefined) throw new Refusal('REVISION_MISSING', 428, { field: 'headers/if-match' })
  const revision = Number(String(said).replace(/^W\//, '').replaceAll('"', ''))
  if (!Number.isInteger(revision)) throw new Refusal('INVALID_REQUEST', 422, { field: 'headers/if-match' })
  return revision
}

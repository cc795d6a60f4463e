import { Type } from 'typebox'
import { type LedgerTables, look, type Occasion } from '#ledger'
import type { HttpServer } from '#platform/http'
import { Refusal } from '#platform/refusal'
import type { Holding } from '#register'
import type { Published, Running, StatementTables } from '#statement'
import { requestOf } from './requests.view.ts'
import type { RightsReach } from './tables.ts'

export type RightsDatabase = RightsReach & LedgerTables & StatementTables

export interface RightsDesk {
  server: HttpServer
  running: Running<RightsDatabase>
  holdings: () => readonly Holding<never>[]
}

export const privacy = { may: { duties: ['privacy'] } } as const
export const One = Type.Object({ id: Type.String({ format: 'uuid' }) })
/** One request as the desk sees it, or a refusal that there is none. */
export async function shown({ running }: RightsDesk, request: object, id: string) {
  const found = await look(running.db, occasionOf(request), (view) => requestOf(view, id))
  if (!found) throw new Refusal('NOT_FOUND', 404)
  return found
}

export function occasionOf(request: object): Occasion {
  return (request as { occasion: Occasion }).occasion // set by access before the handler runs
}

/** The revision that the desk read, where it says so. */
export function revisionIn(headers: Record<string, unknown>): number | undefined {
  const said = headers['if-match']
  return said === undefined ? undefined : Number(String(said).replaceAll('"', ''))
}

/** The statement in force; refuses where there is none. */
export function publishedIn({ running }: Pick<RightsDesk, 'running'>): Published {
  running.policy()
  return running.current() as Published // policy() has refused where there is none
}

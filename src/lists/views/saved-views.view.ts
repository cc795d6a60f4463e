import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { References } from '../list-definition.ts'
import { rowsOf } from '../rows.ts'
import type { ListsTables } from '../tables.ts'

export interface SavedView {
  id: string
  list: string
  kind: 'view' | 'report'
  name: string
  wish: unknown
  shared: 'own' | 'duty' | 'everyone'
  isMine: boolean
  ownerName: string | null
  revision: number
  places: string[]
}

/** The views that somebody has of one list, or of all: their own and those shared with them. They are about nobody. */
export async function savedViews(
  look: Look<ListsTables>,
  { staff }: References,
  { list, kind, place }: { list?: string; kind?: string; place?: string },
): Promise<SavedView[]> {
  const { by, duty } = look
  const rows = await rowsOf<SavedView>(
    look.db,
    sql<SavedView>`
      select view.id, view.list, view.kind, view.name, view.wish, view.shared, view.owner = ${by} as "isMine",
        ${staff.name(sql.ref('view.owner'))} as "ownerName", view.revision,
        array(select kept.place from register.saved_view_place kept where kept.view_id = view.id and kept.staff = ${by}) as places
      from register.saved_view view
      where (view.owner = ${by} or view.shared = 'everyone' or view.shared = 'duty' and view.duty = ${duty})
        and (${list ?? null}::text is null or view.list = ${list ?? null})
        and (${kind ?? null}::text is null or view.kind = ${kind ?? null})
        and (${place ?? null}::text is null or exists (select from register.saved_view_place kept
          where kept.view_id = view.id and kept.staff = ${by} and kept.place = ${place ?? null}))
      order by view.owner = ${by} desc, view.name, view.id limit 500`,
  )
  look.saw([], [])
  return rows
}

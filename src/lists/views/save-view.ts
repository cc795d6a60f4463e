import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { conditionOf, shownColumns } from '../list-rows.view.ts'
import type { ListWish } from '../list-wish.ts'
import { orderOf } from '../order-sql.ts'
import { type ReportWish, refuseReport } from '../report-rows.view.ts'
import type { SeenList } from '../seen-list.ts'
import type { ListsTables } from '../tables.ts'
import { refuseNames } from './refuse-names.ts'

export interface SavedWish {
  kind: 'view' | 'report'
  name: string
  wish: ListWish | ReportWish
  shared: 'own' | 'duty' | 'everyone'
}

/** Keeps how somebody looks at a list; only what they may see themselves can be kept. */
export async function saveView(act: Act<ListsTables>, seen: SeenList, said: SavedWish): Promise<string> {
  const row = rowOf(act, seen, said)
  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.saved_view')
    .values({ id, list: seen.definition.name, kind: said.kind, owner: act.by, ...row })
    .execute()
  await act.record({ what: 'view.saved', about: id, detail: { list: seen.definition.name, shared: said.shared } })
  return id
}

/** Changes a view of one's own; the others save theirs from it. */
export async function changeView(
  act: Act<ListsTables>,
  seen: SeenList,
  { id, revision, ...said }: SavedWish & { id: string; revision: number },
) {
  const held = await ownView(act, id)
  if (held.revision !== revision) throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  await act.db
    .updateTable('register.saved_view')
    .set({ ...rowOf(act, seen, said), revision: revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: 'view.saved', about: id, detail: { list: seen.definition.name, shared: said.shared } })
}

export async function ownView(act: Act<ListsTables>, id: string) {
  const held = await act.db
    .selectFrom('register.saved_view')
    .select(['id', 'list', 'owner', 'revision'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Refusal('NOT_FOUND', 404)
  if (held.owner !== act.by) throw new Refusal('VIEW_OF_ANOTHER', 403)
  return held
}

function rowOf(act: Act<ListsTables>, seen: SeenList, { kind, name, wish, shared }: SavedWish) {
  const said = name.trim().normalize('NFC')
  if (said === '' || said.length > 80) throw new Refusal('VALUE_REQUIRED', 422, { field: 'name' })
  const { q: _, ...kept } = wish
  refuseNames(seen, kept.filter)
  conditionOf(seen, kept)
  if (kind === 'report') refuseReport(seen, kept as ReportWish)
  else {
    shownColumns(seen, (kept as ListWish).columns)
    orderOf(seen, kept as ListWish)
  }
  return {
    ...{ name: said, wish: JSON.stringify(kept), shared, duty: shared === 'duty' ? act.duty : null },
    changed_at: act.at,
  }
}

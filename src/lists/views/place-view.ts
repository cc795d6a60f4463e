import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { ListsTables } from '../tables.ts'

type Place = ListsTables['register.saved_view_place']['place']

/** Says where one keeps a view: opened first, as a tab, on the dashboard. One view of a list is opened first. */
export async function placeView(act: Act<ListsTables>, { id, place, on }: { id: string; place: Place; on: boolean }) {
  const view = await act.db
    .selectFrom('register.saved_view')
    .select(['list', 'owner', 'shared', 'duty'])
    .where('id', '=', id)
    .executeTakeFirst()
  const isSeen =
    view && (view.owner === act.by || view.shared === 'everyone' || (view.shared === 'duty' && view.duty === act.duty))
  if (!isSeen) throw new Refusal('NOT_FOUND', 404)

  const mine = act.db.deleteFrom('register.saved_view_place').where('staff', '=', act.by).where('place', '=', place)
  await (place === 'first' && on
    ? mine.where('view_id', 'in', (db) =>
        db.selectFrom('register.saved_view').select('id').where('list', '=', view.list),
      )
    : mine.where('view_id', '=', id)
  ).execute()
  if (on) await act.db.insertInto('register.saved_view_place').values({ staff: act.by, view_id: id, place }).execute()
  await act.record({ what: 'view.placed', about: id, detail: { place, on } })
}

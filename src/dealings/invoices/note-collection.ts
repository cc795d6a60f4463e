import type { Act } from '#ledger'
import { type Circumstances, noteDisclosure } from '#recipients'
import type { DealingsReach } from '../reach.ts'
import { collectorOf } from './collector-of.view.ts'

/**
 * S8.4, Art. 15(1)(c): a collector is a third party; whose debt it is told of is noted with its own name (C-154/21), and the invoice keeps
 * when. Refuses as `collectorOf` does.
 */
export async function noteCollection(
  act: Act<DealingsReach>,
  about: Circumstances,
  { id, personId, groupCompany }: { id: string; personId: string | null; groupCompany: string },
) {
  const { name, to, fields, ground } = await collectorOf(act, about, groupCompany)
  await act.db.updateTable('register.invoice').set({ collector_told_at: act.at }).where('id', '=', id).execute()
  if (personId)
    await noteDisclosure(act as never, {
      ...{ recipient: to.to, name, people: [personId], fields, purpose: act.purpose, ground, transferTool: to.tool },
    })
}

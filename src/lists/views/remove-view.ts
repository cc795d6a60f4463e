import type { Act } from '#ledger'
import { intoBin } from '../bin/into-bin.ts'
import type { ListsTables } from '../tables.ts'
import { ownView } from './save-view.ts'
import { viewsBin } from './views-bin.ts'

/** Puts a view of one's own into the bin, also for those it was shared with. */
export async function removeView(act: Act<ListsTables>, id: string) {
  await ownView(act, id)
  await intoBin(act, viewsBin, id)
}

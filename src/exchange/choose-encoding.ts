import { perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { Encoding } from './files/encoding.ts'
import { ownRun } from './imports.view.ts'
import type { OneImport } from './reach.ts'

/** Says how a kept file is written, where what was found out reads wrong. A trial of before is over by it. */
export async function chooseEncoding({ running, occasion, id }: OneImport, encoding: Encoding) {
  await ownRun(running, occasion, id)
  await perform(running.db, occasion, async (act) => {
    const { numUpdatedRows } = await act.db
      .updateTable('register.import_run')
      .set({ encoding })
      .where('id', '=', id)
      .where('by', '=', act.by)
      .where('kind', '<>', 'xlsx')
      .where('state', 'in', ['kept', 'tried', 'failed'])
      .where('taken_lines', '=', 0)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('IMPORT_STATE', 409, { field: 'state' })
    await act.record({ what: 'import.encoding-chosen', about: id, detail: { encoding } })
  })
}

import { sql } from 'kysely'
import { type Act, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { inForce } from '#register'
import { headOfImport } from './import-head.ts'
import { refuseSettings, signatureOf } from './import-targets.ts'
import { ownRun } from './imports.view.ts'
import type { ExchangeReach, OneImport } from './reach.ts'
import { kindFor } from './records/import-kinds.ts'
import { refuseRecordSettings } from './records/record-settings.ts'
import type { ImportSettings } from './settings.ts'

/** Begins a trial: the settings are checked and kept, and the lines of an earlier trial are forgotten. The reading goes on by itself. */
export async function tryImport({ running, occasion, id, kinds = [] }: OneImport, settings: ImportSettings) {
  const run = await ownRun(running, occasion, id)
  if (run.state !== 'kept' && run.state !== 'tried' && run.state !== 'failed')
    throw new Refusal('IMPORT_STATE', 409, { state: run.state })
  const { header } = await headOfImport(running, run)
  const kind = kindFor({ running, occasion, kinds }, run.holds)
  if (kind) refuseRecordSettings(kind, inForce(running), occasion, { settings, width: header.length })
  else refuseSettings(inForce(running), occasion, settings, header.length)
  await perform(running.db, occasion, async (act) => {
    const { numUpdatedRows } = await act.db
      .updateTable('register.import_run')
      .set({ state: 'reading', settings, source: settings.source, lines: 0, read_lines: 0, fault: null })
      .where('id', '=', id)
      .where('state', '=', run.state)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('EDITED_MEANWHILE', 409)
    await act.db.deleteFrom('register.import_line').where('import_id', '=', id).execute()
    await keepMapping(act, signatureOf(header), settings, run.holds)
    await act.record({ what: 'import.tried', about: id, detail: { source: settings.source } })
    await importSoon(act, id)
  })
}

async function keepMapping(act: Act<ExchangeReach>, signature: Buffer, said: ImportSettings, subject: string) {
  const { columns, ...choices } = said
  const { personKey, companyKey, overwrite, source } = choices
  const kept = JSON.stringify({ columns, personKey, companyKey, overwrite, source })
  const row = { signature, subject, columns: kept, kept_at: act.at, by: act.by }
  await act.db
    .insertInto('register.import_mapping')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['signature', 'subject']).doUpdateSet({ columns: kept, kept_at: act.at, by: act.by }),
    )
    .execute()
}

/** Puts the next step of an import into the queue, in the deed's own transaction. */
export async function importSoon(act: Act<ExchangeReach>, id: string) {
  await sql`select seloste.import_soon(${id})`.execute(act.db as never)
}

import { look, type Occasion, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { ImportKind } from '#register'
import { eraseImportFile } from './files/import-folder.ts'
import { ownRun } from './imports.view.ts'
import { asMyself, type OneImport, type Place } from './reach.ts'
import { matchLines, readLines } from './read-lines.ts'
import { kindFor } from './records/import-kinds.ts'
import { readRecords } from './records/read-records.ts'
import { takeRecords } from './records/take-records.ts'
import { undoRecords } from './records/undo-records.ts'
import type { ImportSettings } from './settings.ts'
import type { ImportState } from './tables.ts'
import { takeLines } from './take-lines.ts'
import { importSoon } from './try-import.ts'
import { settleUndo, undoLines } from './undo-import.ts'

/** Starts the import that was tried; its lines are taken piece by piece, by a job where there are many. */
export async function runImport({ running, occasion, id }: OneImport) {
  await ownRun(running, occasion, id)
  await perform(running.db, occasion, async (act) => {
    const { numUpdatedRows } = await act.db
      .updateTable('register.import_run')
      .set({ state: 'running' })
      .where('id', '=', id)
      .where('by', '=', act.by)
      .where('state', '=', 'tried')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('IMPORT_STATE', 409, { field: 'state' })
    await act.record({ what: 'import.started', about: id })
    await importSoon(act, id)
  })
}

/** Stops an import. What was taken stays, and can be undone; what waits is forgotten with the file. */
export async function cancelImport({ running, occasion, id }: OneImport) {
  await ownRun(running, occasion, id)
  await perform(running.db, occasion, async (act) => {
    const { numUpdatedRows } = await act.db
      .updateTable('register.import_run')
      .set({ state: 'cancelled', finished_at: act.at, file_key: null })
      .where('id', '=', id)
      .where('by', '=', act.by)
      .where('state', 'in', ['kept', 'reading', 'tried', 'running', 'failed'])
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('IMPORT_STATE', 409, { field: 'state' })
    await act.db.deleteFrom('register.import_line').where('import_id', '=', id).where('state', '<>', 'taken').execute()
    await act.record({ what: 'import.cancelled', about: id })
  })
  await eraseImportFile(running, id)
}

/** Goes on with whatever of an import waits to be done: the reading, the taking, or the undoing. What a crash interrupted goes on here. */
export async function continueImport(one: OneImport) {
  const { running, occasion, id } = one
  const { state, settings, holds } = await ownRun(running, occasion, id)
  try {
    const kind = kindFor(one, holds)
    if (kind) return await continueRecords(one, kind, state)
    if (state === 'reading') await readLines(one)
    if (state === 'running') {
      await matchLines(one, settings as ImportSettings)
      while ((await takeLines(one)) > 0);
      await finishImport(one)
    }
    if (state === 'undoing') await undoLines(one)
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    await failImport(one, fault.code)
  }
}

async function continueRecords(one: OneImport, kind: ImportKind, state: ImportState) {
  if (state === 'reading') await readRecords(one, kind)
  if (state === 'running') {
    while ((await takeRecords(one, kind)) > 0);
    await finishImport(one)
  }
  if (state !== 'undoing') return
  await undoRecords(one, kind)
  await settleUndo(one)
}

async function finishImport({ running, occasion, id }: OneImport) {
  const left = await look(running.db, asMyself(occasion), async ({ db, saw }) => {
    saw([], [])
    const out = db.selectFrom('register.import_line').where('import_id', '=', id)
    const [waiting, refused] = await Promise.all([
      out.select('line').where('state', '=', 'waiting').limit(1).execute(),
      out
        .select((eb) => eb.fn.countAll<number>().as('lines'))
        .where('state', 'in', ['refused', 'erased'])
        .executeTakeFirstOrThrow(),
    ])
    return { waiting: waiting.length, refused: Number(refused.lines) }
  })
  if (left.waiting > 0) return
  await perform(running.db, occasion, async (act) => {
    const run = await act.db
      .updateTable('register.import_run')
      .set({ state: 'finished', finished_at: act.at, refused: left.refused, file_key: null })
      .where('id', '=', id)
      .where('state', '=', 'running')
      .returning(['source', 'lines', 'people', 'companies', 'made', 'updated', 'held', 'refused'])
      .executeTakeFirst()
    await act.record({ what: 'import.finished', about: id, detail: run ?? {} })
  })
  await eraseImportFile(running, id)
}

/** Stops an import that cannot go on, with the reason. */
export async function failImport({ running, occasion, id }: OneImport, code: string) {
  await perform(running.db, occasion, async (act) => {
    await act.db.updateTable('register.import_run').set({ state: 'failed', fault: code }).where('id', '=', id).execute()
    await act.record({ what: 'import.failed', about: id, detail: { code } })
  })
}

/** On whose behalf a job goes on with an import: whoever began it, under the duty they began it in. */
export function occasionOfRun(
  running: Place,
  run: { by: string; duty: string | null; purpose: string | null },
): Occasion {
  const duty = run.duty ?? ''
  const reach = running.policy().duties.get(duty)?.reach ?? 'own'
  return {
    by: run.by,
    duty,
    purpose: run.purpose ?? '',
    at: running.now(),
    under: String(running.current()?.version ?? 0),
    reach,
  }
}

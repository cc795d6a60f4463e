import { sql } from 'kysely'
import { dutiesInForce, staffNow } from '#access'
import { look, type Occasion, perform } from '#ledger'
import { addDays, dayInHelsinki } from '#platform/finnish-calendar'
import type { ImportKind } from '#register'
import { eraseImportFile } from './files/import-folder.ts'
import type { Place } from './reach.ts'
import { continueImport, failImport, occasionOfRun } from './run-import.ts'

/** Goes on with one import, or with every one that waits: what a crash or a restart interrupted. */
export async function goOnWithImports(
  running: Place,
  id: string | null,
  kinds: readonly ImportKind[] = [],
): Promise<void> {
  if (running.current() === null) return
  const waiting = await look(running.db, itself(running, 'worker'), async ({ db, saw }) => {
    saw([], [])
    return db
      .selectFrom('register.import_run')
      .select(['id', 'by', 'duty', 'purpose'])
      .where('state', 'in', ['reading', 'running', 'undoing'])
      .where((eb) => (id ? eb('id', '=', id) : eb('id', 'is not', null)))
      .orderBy('at')
      .execute()
  })
  for (const run of waiting) {
    const one = { running, occasion: occasionOfRun(running, run), id: run.id, kinds }
    // S10.3: whoever no longer has the duty does not go on with it, though the work was begun in time.
    const staff = await staffNow(running.db, run.by, running.now())
    const isHeld = staff && dutiesInForce(staff, running.policy()).includes(one.occasion.duty)
    if (isHeld) await continueImport(one)
    else await failImport(one, 'DUTY_NOT_HELD')
  }
}

const kept = { file: 7, lines: 30 }

/** Erases the files nobody went on with in a week, and the lines and the earlier values of imports a month after they ended. */
export async function erasePassedImports(running: Place): Promise<number> {
  const occasion = itself(running, 'retention')
  const before = (days: number) => new Date(`${addDays(dayInHelsinki(running.now()), -days)}T00:00:00Z`)
  const runs = await look(running.db, occasion, async ({ db, saw }) => {
    saw([], [])
    return db
      .selectFrom('register.import_run')
      .select(['id', 'state', 'file_key'])
      .where((eb) =>
        eb.or([
          eb.and([eb('finished_at', '<', before(kept.lines)), eb('finished_at', '>', before(kept.lines + 60))]),
          eb.and([eb('at', '<', before(kept.file)), eb('state', 'in', ['kept', 'tried', 'failed'])]),
        ]),
      )
      .execute()
  })
  for (const { id, file_key } of runs) {
    await perform(running.db, occasion, async (act) => {
      await act.db.deleteFrom('register.import_line').where('import_id', '=', id).execute()
      await sql`delete from register.undo_row where of = ${id}`.execute(act.db as never)
      if (file_key)
        await act.db
          .updateTable('register.import_run')
          .set({ file_key: null, state: 'cancelled', finished_at: act.at })
          .where('id', '=', id)
          .execute()
      await act.record({ what: 'import.erased', about: id })
    })
    await eraseImportFile(running, id)
  }
  await forgetMerges(running, occasion, before(kept.lines))
  return runs.length
}

/** What stood before a merge is kept for thirty days; then it can no longer be undone. */
async function forgetMerges(running: Place, occasion: Occasion, before: Date) {
  const old = await look(running.db, occasion, async ({ db, saw }) => {
    saw([], [])
    return db.selectFrom('register.merge').select('id').where('at', '<', before).execute()
  })
  if (old.length === 0) return
  const ids = old.map(({ id }) => id)
  await perform(running.db, occasion, async (act) => {
    await sql`delete from register.undo_row where of = any(${ids}::uuid[])`.execute(act.db as never)
    await sql`delete from register.merge where id = any(${ids}::uuid[])`.execute(act.db as never)
    await act.record({ what: 'merges.settled', detail: { merges: ids.length } })
  })
}

function itself(running: Place, duty: string): Occasion {
  return {
    by: 'register',
    duty,
    purpose: 'retention',
    at: running.now(),
    under: String(running.current()?.version ?? 0),
  }
}

import { randomBytes } from 'node:crypto'
import { type Occasion, perform } from '#ledger'
import { newId } from '#platform/new-id'
import { eraseImportFile, importFile } from './files/import-folder.ts'
import { keepFile } from './files/keep-file.ts'
import type { Place } from './reach.ts'
import { peopleAndCompanies } from './records/import-kinds.ts'

/** Keeps a file sealed until its import is over. The key lies in the register and the file outside it: neither says anything alone. */
export async function keepImport(
  running: Place,
  occasion: Occasion,
  bytes: AsyncIterable<Buffer>,
  holds = peopleAndCompanies,
): Promise<string> {
  const id = newId(occasion.at.getTime())
  const file_key = randomBytes(32)
  const kept = await keepFile(await importFile(running, id), file_key, bytes)
  try {
    await perform(running.db, occasion, async (act) => {
      const none = {
        lines: 0,
        people: 0,
        companies: 0,
        held: 0,
        refused: 0,
        read_lines: 0,
        taken_lines: 0,
        updated: 0,
        notices: 0,
      }
      const who = { by: act.by, duty: act.duty, purpose: act.purpose, statement_version: Number(act.under) }
      const file = {
        ...kept,
        file_key,
        source: '',
        state: 'kept' as const,
        settings: {},
        finished_at: null,
        fault: null,
      }
      await act.db
        .insertInto('register.import_run')
        .values({ id, at: act.at, holds, ...who, ...none, ...file })
        .execute()
      await act.record({ what: 'import.kept', about: id, detail: { holds, kind: kept.kind, bytes: kept.bytes } })
    })
  } catch (fault) {
    await eraseImportFile(running, id)
    throw fault
  }
  return id
}

import { truncate } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import type { Pools } from '#platform/pools'
import { Refusal } from '#platform/refusal'
import { appendToFile, historyIn, readCheckpointFile, sizeIn } from './checkpoint-file.ts'
import { signRestored } from './restored-note.ts'
import type { SigningKey } from './signed-note.ts'
import type { LedgerTables } from './tables.ts'
import { digestOfNote } from './verify-seals.ts'

/** The seals outside that a restored ledger does not have, and the signed note that says so. */
export interface LostSeals {
  kept: number
  lost: number
  note: string
  /** For the record in the ledger: without it the note explains nothing. */
  digest: string
}

/** What the file of seals says beyond a restored ledger; undefined where nothing was sealed since the backup. */
export async function lostSeals<T>(
  db: Pools<T>,
  { checkpointFile, key, origin, backup }: { checkpointFile: string; key: SigningKey; origin: string; backup: string },
): Promise<LostSeals | undefined> {
  const ledger = db.as('sealer') as unknown as Kysely<LedgerTables>
  const rows = await ledger.selectFrom('register.ledger_checkpoint').select('note').orderBy('size').execute()
  const { notes: outside } = historyIn(await readCheckpointFile(checkpointFile), [key])
  const own = rows.map(({ note }) => note)
  // A ledger that is no earlier state of this one cannot be continued by anybody's word.
  if (outside.some((note, i) => i < own.length && note !== own[i])) throw new Refusal('LEDGER_DIVERGED', 500)
  const last = outside.at(-1)
  if (!last || outside.length <= own.length) return undefined

  const [kept, lost] = [sizeIn(own.at(-1) ?? '\n0'), sizeIn(last)]
  const note = signRestored({ origin, kept, lost, root: last.split('\n')[2] ?? '', backup }, key)
  return { kept, lost, note, digest: digestOfNote(note) }
}

/** Writes the note of a restoring into the file, once, however often it is asked. */
export async function continueSeals(checkpointFile: string, note: string) {
  const written = await readCheckpointFile(checkpointFile)
  const said = `${note}\n`
  if (written.includes(said)) return
  // What a power cut left of a seal that is lost anyway would spoil the note; what it left of the note is completed.
  const { rest } = historyIn(written, [])
  const begun = said.startsWith(rest) ? rest : ''
  if (begun !== rest) await truncate(checkpointFile, Buffer.byteLength(written) - Buffer.byteLength(rest))
  await appendToFile(checkpointFile, said.slice(begun.length))
}

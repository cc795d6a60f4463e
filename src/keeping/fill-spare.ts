import { fillDatabase } from '#platform/copy-in'
import { migrate, migrationsIn } from '#platform/migrate'
import { Refusal } from '#platform/refusal'
import { dropSpare, makeSpare } from '#platform/spare-database'
import { backupKey, keyPrints } from './backup-key.ts'
import { strangeMigrations } from './manifest.ts'
import { tablesOf, type WholeBackup, wholeBackup } from './read-backup.ts'

/** Where a register is, and what stands outside its database. */
export interface RestorePlace {
  /** The owner's address of the database in use. */
  url: string
  /** Keys, seals and the replay log lie here. */
  directory: string
  secret: string
  /** The folder of migrations. */
  migrations: string
}

/** Reads a backup to its end and asks whether it fits this program and these keys, before anything is touched. */
export async function fittingBackup(place: RestorePlace, file: string): Promise<WholeBackup> {
  const backup = await wholeBackup(file, await backupKey(place.directory))
  const strange = strangeMigrations(backup.manifest.migrations, await migrationsIn(place.migrations))
  if (strange.length > 0) throw new Refusal('BACKUP_NEWER', 422, { migrations: strange })

  const here = await keyPrints(place.directory, place.secret)
  const differing = Object.entries(backup.manifest.keys).filter(([name, print]) => here[name] !== print)
  if (differing.length > 0) throw new Refusal('KEYS_DIFFER', 422, { files: differing.map(([name]) => name) })
  return backup
}

/** Puts a backup into a database beside the one in use, as its migrations made it then, and brings it up to date. */
export async function fillSpare(place: RestorePlace, backup: WholeBackup): Promise<string> {
  const spare = await makeSpare(place.url, 'restoring')
  try {
    await migrate(spare, place.migrations, { only: backup.manifest.migrations.map(({ name }) => name) })
    await fillDatabase(spare, backup.shape, tablesOf(backup))
    await migrate(spare, place.migrations)
    return spare
  } catch (fault) {
    await dropSpare(spare)
    throw fault
  }
}

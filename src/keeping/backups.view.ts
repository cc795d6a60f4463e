import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isBackupName } from './manifest.ts'
import { headOfBackup } from './read-backup.ts'

export interface KeptBackup {
  file: string
  id: string
  takenAt: Date
  bytes: number
}

/** The backups of a folder by their own heads, oldest first; about files, so no look at anybody. */
export async function backupsIn(folder: string): Promise<KeptBackup[]> {
  const kept: KeptBackup[] = []
  for (const name of (await namesIn(folder)).filter(isBackupName).sort()) {
    const file = join(folder, name)
    const { id, takenAt } = await headOfBackup(file)
    kept.push({ file, id, takenAt: new Date(takenAt), bytes: (await stat(file)).size })
  }
  return kept
}

async function namesIn(folder: string) {
  return readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return []
    throw fault
  })
}

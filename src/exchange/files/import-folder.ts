import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folders = new WeakMap<object, string>()

/** Says where the files of a register's imports lie until they are erased. Called once, as it is opened. */
export function useImportFolder({ db }: { readonly db: object }, folder: string) {
  folders.set(db, folder)
}

/** Where an import's sealed file lies. Its name says nothing: it is the import's own id. */
export async function importFile({ db }: { readonly db: { readonly url: string } }, id: string): Promise<string> {
  const folder =
    folders.get(db) ?? join(tmpdir(), `seloste-${createHash('sha256').update(db.url).digest('hex').slice(0, 16)}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return join(folder, `${id}.sealed`)
}

export async function eraseImportFile(place: { readonly db: { readonly url: string } }, id: string) {
  await rm(await importFile(place, id), { force: true })
}

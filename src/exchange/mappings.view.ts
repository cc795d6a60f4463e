import { look } from '#ledger'
import type { OneImport } from './reach.ts'
import type { ImportSettings } from './settings.ts'

export type KeptMapping = Pick<ImportSettings, 'columns' | 'personKey' | 'companyKey' | 'overwrite' | 'source'>

/** How a file with this very header was imported the last time; null where it is the first. */
export async function keptMapping(
  { running, occasion }: OneImport,
  signature: Buffer,
  subject: string,
): Promise<KeptMapping | null> {
  return look(running.db, occasion, async ({ db, saw }) => {
    saw([], [])
    const row = await db
      .selectFrom('register.import_mapping')
      .select('columns')
      .where('signature', '=', signature)
      .where('subject', '=', subject)
      .executeTakeFirst()
    return (row?.columns as KeptMapping | undefined) ?? null
  })
}

import type { Look } from '#ledger'
import type { RegisterTables } from '#register'
import type { ExchangeTables } from './tables.ts'

/** The latest imports, in numbers. */
export async function importsListed({ db, saw }: Look<ExchangeTables & RegisterTables>) {
  saw([], [])
  return db
    .selectFrom('register.import_run')
    .select(['id', 'at', 'by', 'source', 'lines', 'people', 'companies', 'held', 'refused'])
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
}

import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { WebsiteTables } from './tables.ts'

export type Receipt = WebsiteTables['register.cookie_receipt']

/** One receipt, for whoever knows its random id. */
export async function receiptOf(look: Look<WebsiteTables>, id: string): Promise<Receipt | undefined> {
  look.saw([], [])
  return look.db.selectFrom('register.cookie_receipt').select(columns).where('id', '=', id).executeTakeFirst()
}

/** The newest receipts of one version of the statement, to be handed over as proof. */
export async function receiptsOf(look: Look<WebsiteTables>, version: number, limit: number): Promise<Receipt[]> {
  look.saw([], [])
  return look.db
    .selectFrom('register.cookie_receipt')
    .select(columns)
    .where('statement_version', '=', version)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export interface ReceiptCount {
  version: number
  state: Receipt['state']
  way: Receipt['way']
  receipts: number
}

/** How often which kind of choice was made, by version; counts only. */
export async function receiptsCounted(look: Look<WebsiteTables>): Promise<ReceiptCount[]> {
  look.saw([], [])
  return look.db
    .selectFrom('register.cookie_receipt')
    .select(['statement_version as version', 'state', 'way', sql<number>`count(*)::integer`.as('receipts')])
    .groupBy(['statement_version', 'state', 'way'])
    .orderBy('statement_version', 'desc')
    .execute()
}

/** By service, how often it was allowed and refused under one version. */
export async function servicesCounted(look: Look<WebsiteTables>, version: number) {
  look.saw([], [])
  const { rows } = await sql<{ service: string; allowed: number; refused: number }>`
    select service, count(*) filter (where yes)::integer as allowed, count(*) filter (where not yes)::integer as refused
    from (
      select unnest(allowed) as service, true as yes from register.cookie_receipt where statement_version = ${version}
      union all
      select unnest(refused), false from register.cookie_receipt where statement_version = ${version}
    ) said
    group by service order by service
  `.execute(look.db as never)
  return rows
}

const columns = [
  ...(['id', 'state', 'way', 'allowed', 'refused', 'language', 'statement_version'] as const),
  ...(['catalogue_hash', 'words_hash', 'gpc', 'follows', 'at', 'ends_at'] as const),
]

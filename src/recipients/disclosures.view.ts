import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { RecipientTables } from './tables.ts'

const listed = [
  ...['id', 'at', 'by', 'kind', 'receiver', 'receiver_name as receiverName', 'people', 'fields', 'purpose'],
  ...[
    'ground',
    'transfer_tool as transferTool',
    'way',
    'statement_version as statementVersion',
    'silent_until as silentUntil',
  ],
] as const

/** Disclosures, the newest first: of one person, or of everybody. The list counts the people; whom, only one's own says. */
export async function disclosuresListed(
  look: Look<RecipientTables>,
  { person, receiver, before, limit }: { person?: string; receiver?: string; before?: string; limit: number },
) {
  const rows = await look.db
    .selectFrom('register.disclosure')
    .select(listed as never)
    .select(
      sql<string | null>`(select staff.name from register.staff where staff.id::text = disclosure.by)`.as('byName'),
    )
    .$if(person !== undefined, (query) => query.where(sql<boolean>`people @> array[${person}]::uuid[]`))
    .$if(receiver !== undefined, (query) => query.where('receiver', '=', receiver ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = (rows as unknown as Row[]).slice(0, limit)
  look.saw(person === undefined ? [] : [person], person === undefined ? [] : ['sys.audit'])
  return {
    items: shown.map(({ people, ...row }) => ({ ...row, people: people.length })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

interface Row {
  id: string
  people: string[]
  [column: string]: unknown
}

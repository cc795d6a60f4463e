import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { RecipientTables } from './tables.ts'

/** Who has been told of what and has answered; what is outstanding first, the oldest of it before the rest. */
export async function receiptsListed(
  look: Look<RecipientTables>,
  { outstanding, limit }: { outstanding: boolean; limit: number },
) {
  const rows = await notices(look)
    .where('state', 'in', outstanding ? ['waiting', 'sent'] : ['confirmed', 'refused'])
    .orderBy(outstanding ? 'made_at' : 'settled_at', outstanding ? 'asc' : 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  look.saw([...new Set(rows.map(({ personId }) => personId))], ['sys.cases'])
  return { items: rows, next: null }
}

/** S9.8: the receipts of one person that are outstanding. While there is one, an erasure is not completed. */
export async function receiptsOpen(look: Look<RecipientTables>, personId: string) {
  const rows = await notices(look)
    .where('person_id', '=', personId)
    .where('state', 'in', ['waiting', 'sent'])
    .orderBy('made_at')
    .execute()
  look.saw([personId], ['sys.cases'])
  return rows
}

function notices({ db }: Look<RecipientTables>) {
  const named = (staff: 'sent_by' | 'settled_by') =>
    sql<
      string | null
    >`(select staff.name from register.staff where staff.id::text = recipient_notice.${sql.ref(staff)})`
  return db
    .selectFrom('register.recipient_notice')
    .select([
      'id',
      'person_id as personId',
      'kind',
      'receiver',
      'receiver_kind as receiverKind',
      'receiver_name as receiverName',
    ])
    .select(['about', 'state', 'way', 'made_at as madeAt', 'sent_at as sentAt', 'times_sent as timesSent', 'note'])
    .select(['settled_at as settledAt', named('sent_by').as('sentByName'), named('settled_by').as('settledByName')])
}

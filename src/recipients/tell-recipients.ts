import { sql } from 'kysely'
import type { Act } from '#ledger'
import { newId } from '#platform/new-id'
import type { RecipientTables, ToldOf } from './tables.ts'

/** Art. 19 GDPR: notes who is to be told of an erasure, a correction, a restriction or an objection of this person.
 * They are those whom the person's data actually went to (C-154/21). Call it before the person is erased, under duty `rights`. */
export async function tellRecipients(act: Act<RecipientTables>, personId: string, kind: ToldOf): Promise<number> {
  const receivers = await receiversOf(act, personId)
  if (receivers.length === 0) return 0
  const about = await knownBy(act, personId)
  for (const { kind: receiver_kind, receiver, name } of receivers) {
    const id = newId(act.at.getTime())
    await act.db
      .insertInto('register.recipient_notice')
      .values({
        ...{ id, person_id: personId, kind, receiver_kind, receiver, receiver_name: name, about, state: 'waiting' },
        ...{ way: null, made_at: act.at, sent_at: null, sent_by: null, settled_at: null, settled_by: null, note: null },
      })
      .execute()
    await act.record({ what: 'recipient-notice.due', about: id, detail: { kind, receiver } })
  }
  return receivers.length
}

/** Whom the person's data were handed to, and who has not been told of this yet. A look within the group hands nothing over. */
async function receiversOf(act: Act<RecipientTables>, personId: string) {
  const { rows } = await sql<{ kind: Kind; receiver: string; name: string | null }>`
    select distinct kind, receiver, receiver_name as name from register.disclosure
    where people @> array[${personId}]::uuid[] and way = 'sent'
    order by kind, receiver, name
  `.execute(handle(act))
  return rows
}

type Kind = 'recipient' | 'processor' | 'group-company' | 'authority'

/** By what a receiver finds the person. It is erased as soon as the receiver has answered. */
async function knownBy(act: Act<RecipientTables>, personId: string): Promise<string | null> {
  const { rows } = await sql<{ said: string }>`
    select concat_ws(', ', nullif(btrim(who.given_name || ' ' || who.family_name), ''),
      (select mail.address from register.person_email mail where mail.person_id = who.id and mail.is_proven order by mail.is_primary desc limit 1)) as said
    from register.person who where who.id = ${personId}
  `.execute(handle(act))
  return rows[0]?.said.slice(0, 1000) || null
}

function handle({ db }: Act<RecipientTables>) {
  return db as unknown as Parameters<ReturnType<typeof sql>['execute']>[0]
}

import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { look, type Occasion, perform } from '#ledger'
import { copyAddress } from './copy-address.ts'
import type { MailRunning, MailSettings } from './reach.ts'
import { rowsOf } from './rows.ts'

/** One's personal copy address at the register's own mailbox; null where none opens enquiries or none was made. Read by the machine. */
export async function copyAddressOf(
  register: MailRunning,
  { keys }: MailSettings,
  { by, ...occasion }: Occasion,
): Promise<string | null> {
  const [row] = await look(register.db, { ...occasion, by, duty: 'intake', reach: 'all' }, async (view) => {
    view.saw([], [])
    return rowsOf<{ sealed: Buffer | null; address: string | null }>(
      view,
      sql`select (select sealed from register.mail_copy where staff_id::text = ${by}) as sealed,
        (select address from register.mailbox where opens_enquiries and state <> 'closed' order by entered_at, id limit 1) as address`,
    )
  })
  return row?.sealed && row.address ? copyAddress(row.address, keys.open(row.sealed)) : null
}

/** Makes a copy address, or a new one in place of the old, which then opens nothing any more. */
export async function renewCopyAddress(register: MailRunning, { keys }: MailSettings, { by, ...occasion }: Occasion) {
  const secret = randomBytes(16).toString('hex')
  await perform(register.db, { ...occasion, by, duty: 'intake', reach: 'all' }, async (act) => {
    await rowsOf(
      act,
      sql`insert into register.mail_copy (staff_id, mark, sealed, made_at) values (${by}::uuid, ${keys.mark(`copy ${secret}`)}, ${keys.seal(secret)}, ${act.at})
        on conflict (staff_id) do update set mark = excluded.mark, sealed = excluded.sealed, made_at = excluded.made_at`,
    )
    await act.record({ what: 'copy-address.made', about: by })
  })
}

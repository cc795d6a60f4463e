import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { MailReach, MailSettings } from './reach.ts'

interface ServiceWish {
  id: 'microsoft' | 'google'
  clientId: string
  /** Left out where the one that was given before stays. */
  clientSecret?: string
  tenant?: string | null
}

/** Keeps the register's registration with a mail service; its secret is sealed, and no screen shows it again. */
export async function keepService(
  act: Act<MailReach>,
  { keys }: Pick<MailSettings, 'keys'>,
  { id, clientId, clientSecret, tenant }: ServiceWish,
) {
  const held = await act.db.selectFrom('register.mail_service').select('id').where('id', '=', id).executeTakeFirst()
  if (!held && !clientSecret) throw new Refusal('VALUE_REQUIRED', 422, { field: 'clientSecret' })
  const plain = { client_id: clientId.trim(), tenant: tenant?.trim() || null, changed_by: act.by, changed_at: act.at }
  if (held)
    await act.db
      .updateTable('register.mail_service')
      .set({ ...plain, ...(clientSecret ? { sealed: keys.seal(clientSecret) } : {}) })
      .where('id', '=', id)
      .execute()
  else
    await act.db
      .insertInto('register.mail_service')
      .values({ id, ...plain, sealed: keys.seal(clientSecret ?? '') })
      .execute()
  await act.record({ what: 'mail-service.kept', detail: { service: id } })
}

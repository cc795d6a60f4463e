import type { Look } from '#ledger'
import { type InForce, refuseUnlessSees } from '#register'
import type { MailReach } from './reach.ts'

/** The words under one's own letters; empty where none were given. */
export async function signatureOf(look: Look<MailReach>, inForce: InForce): Promise<{ text: string }> {
  refuseUnlessSees(inForce, look, ['com.enquiries'])
  look.saw([], [])
  const row = await look.db
    .selectFrom('register.mail_signature')
    .select('text')
    .where('staff_id', '=', look.by)
    .executeTakeFirst()
  return { text: row?.text ?? '' }
}

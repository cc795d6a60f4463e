import { Refusal } from '#platform/refusal'
import { type Allowed, mayGoTo } from '#recipients'
import type { MailRunning } from './reach.ts'

const fields = ['com.enquiries', 'person.email', 'person.name']

/** S8.4, S9.6: a mailbox is only at a processor of the statement, on the controller's own servers, or near. Answers which of them it is. */
export async function refuseUnlessOurs(register: MailRunning, host: string): Promise<Allowed> {
  const declared = await mayGoTo(register, { host, fields })
  if (declared.allowed) return declared
  const own = await mayGoTo(register, { processor: 'own', host, fields })
  if (own.allowed) return own
  const { code, allowed: _, ...detail } = declared
  throw new Refusal(code, 403, { ...detail, field: detail.field ?? 'host' })
}

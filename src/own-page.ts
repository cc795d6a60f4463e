import { perform } from '#ledger'
import type { Language } from '#platform/language'
import { type NewRequest, receiveRequest } from '#rights'
import type { Running } from '#statement'
import type { Database } from './database.ts'

interface Wish {
  kind: string
  personId: string
  text: string
  language: Language
  isShared: boolean
}

// S12.4, S12.5: who came by the link in their own mailbox has proven enough; a mailbox of several people proves nothing.
/** A request from one's own page, handed to those who answer it. */
export function askFromOwnPage(register: Running<Database>, { kind, isShared, ...wish }: Wish) {
  const at = register.now()
  const under = String(register.current()?.version ?? 0)
  const occasion = { by: 'data-subject', duty: 'intake', purpose: 'customer-communication', at, under }
  const said: NewRequest = {
    ...wish,
    kind: kind as NewRequest['kind'], // one of those that the page offers, which the receiver knows
    via: isShared ? 'form' : 'my-page',
    receivedAt: at,
    ...(kind === 'rectification' ? { items: [] } : {}),
  }
  return perform(register.db, occasion, (act) => receiveRequest(act as never, said))
}

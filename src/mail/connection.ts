import { lookup } from 'node:dns/promises'
import { Refusal } from '#platform/refusal'
import { type Allowed, isNear, mayGoTo } from '#recipients'
import { isInner, isNamed } from './near-hosts.ts'
import type { MailRunning } from './reach.ts'

const fields = ['com.enquiries', 'person.email', 'person.name']
const namedIn = new WeakMap<object, readonly string[]>()

/** The hosts within the servers' own network that mailboxes may be at, by name or address: the administrator names them in `MAIL_HOSTS`. */
export function useMailHosts(register: { db: object }, hosts: readonly string[]) {
  namedIn.set(register.db, hosts)
}

/**
 * S8.4, S9.6: a mailbox is only at a processor of the statement, on the controller's own servers, or near. Answers which of them it is.
 * Whoever sets a mailbox up types its host: into the servers' own network it leads only where the administrator said so.
 */
export async function refuseUnlessOurs(register: MailRunning, host: string): Promise<Allowed> {
  const allowed = await declaredFor(register, host)
  if (!isNamed(host, namedIn.get(register.db) ?? [])) await refuseInner(host)
  return allowed
}

async function declaredFor(register: MailRunning, host: string): Promise<Allowed> {
  const declared = await mayGoTo(register, { host, fields })
  if (declared.allowed) return declared
  const own = await mayGoTo(register, { processor: 'own', host, fields })
  if (own.allowed) return own
  const { code, allowed: _, ...detail } = declared
  throw new Refusal(code, 403, { ...detail, field: detail.field ?? 'host' })
}

// A name that is declared may still lead into the house; one that leads nowhere fails when it is called.
async function refuseInner(host: string) {
  const found = await lookup(host, { all: true }).catch(() => [])
  if (isNear(host) || found.some(({ address }) => isInner(address)))
    throw new Refusal('MAIL_HOST_NEAR', 403, { clause: 'S10.6', field: 'host' })
}

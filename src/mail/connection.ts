import { lookup } from 'node:dns/promises'
import { Refusal } from '#platform/refusal'
import { type Allowed, isNear, mayGoTo } from '#recipients'
import { isInner, isNamed } from './near-hosts.ts'
import type { MailRunning } from './reach.ts'

const fields = ['com.enquiries', 'person.email', 'person.name']

/** Every address of a name, the one to call first in front; throws where it has none. */
export type Resolve = (host: string) => Promise<readonly string[]>
const bySystem: Resolve = async (host) => {
  const found = await lookup(host, { all: true, order: 'ipv4first' })
  return found.map(({ address }) => address)
}

interface Hosts {
  named: readonly string[]
  resolve: Resolve
}
const hostsIn = new WeakMap<object, Hosts>()

/** The hosts within the servers' own network that mailboxes may be at, by name or address: the administrator names them in `MAIL_HOSTS`. */
export function useMailHosts(register: { db: object }, named: readonly string[], resolve: Resolve = bySystem) {
  hostsIn.set(register.db, { named, resolve })
}

/** Where a line may be opened to: the address that was looked at, and no other that the name has a moment later. */
export interface Place {
  to: Allowed
  address: string
}

/**
 * S8.4, S9.6: a mailbox is only at a processor of the statement, on the controller's own servers, or near. Answers which of them it is, and
 * the one address to call: the name is looked up once (DNS rebinding). Whoever sets a mailbox up types its host: into the servers' own
 * network it leads only where the administrator said so. A name that leads nowhere is refused (`MAIL_SERVER_NOT_FOUND`).
 */
export async function refuseUnlessOurs(register: MailRunning, host: string): Promise<Place> {
  const to = await declaredFor(register, host)
  const { named, resolve } = hostsIn.get(register.db) ?? { named: [], resolve: bySystem }
  const mayBeInner = isNamed(host, named)
  if (!mayBeInner && isNear(host)) throw near()
  const [address, ...others] = await resolve(host).catch(() => [])
  if (!address) throw new Refusal('MAIL_SERVER_NOT_FOUND', 502, { field: 'host' })
  if (!mayBeInner && [address, ...others].some(isInner)) throw near()
  return { to, address }
}

async function declaredFor(register: MailRunning, host: string): Promise<Allowed> {
  const declared = await mayGoTo(register, { host, fields })
  if (declared.allowed) return declared
  const own = await mayGoTo(register, { processor: 'own', host, fields })
  if (own.allowed) return own
  const { code, allowed: _, ...detail } = declared
  throw new Refusal(code, 403, { ...detail, field: detail.field ?? 'host' })
}

// A name that is declared may still lead into the house.
function near() {
  return new Refusal('MAIL_HOST_NEAR', 403, { clause: 'S10.6', field: 'host' })
}

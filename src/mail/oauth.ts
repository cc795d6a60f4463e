import { createHash, randomBytes } from 'node:crypto'
import { type MailService, mailServices } from './services.ts'

/** A register's own registration with a service, as the administrator gave it. */
export interface Registration {
  clientId: string
  clientSecret: string
  tenant: string | null
}

export function serviceOf(
  id: string,
  services: Readonly<Record<string, MailService>> = mailServices,
): MailService | null {
  return Object.hasOwn(services, id) ? (services[id] ?? null) : null
}

/** RFC 7636: a secret that never leaves, and the challenge that goes with the request. */
export function newVerifier(): { verifier: string; challenge: string } {
  const verifier = randomBytes(48).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}

/** Where a mailbox's owner is asked whether the register may read and send (RFC 6749, 4.1.1). */
export function consentAddress(
  service: MailService,
  { clientId, tenant }: Pick<Registration, 'clientId' | 'tenant'>,
  asked: { state: string; challenge: string; returnTo: string; login: string },
): string {
  const address = new URL(tenantIn(service.authorize, tenant))
  const parts = {
    ...{ response_type: 'code', client_id: clientId, redirect_uri: asked.returnTo, scope: service.scopes.join(' ') },
    ...{ state: asked.state, code_challenge: asked.challenge, code_challenge_method: 'S256', login_hint: asked.login },
    ...service.more,
  }
  for (const [name, value] of Object.entries(parts)) address.searchParams.set(name, value)
  return address.href
}

export function tokenAddress(service: MailService, tenant: string | null): string {
  return tenantIn(service.token, tenant)
}

function tenantIn(address: string, tenant: string | null) {
  return address.replace('{tenant}', encodeURIComponent(tenant || 'organizations'))
}

import { postForm } from '#platform/post-form'
import { Refusal } from '#platform/refusal'
import { refuseUnlessOurs } from './connection.ts'
import { type Registration, tokenAddress } from './oauth.ts'
import type { MailRunning } from './reach.ts'
import type { MailSecret } from './secret-of-mailbox.ts'
import type { MailService } from './services.ts'

type Grant = { code: string; verifier: string; returnTo: string } | { refreshToken: string }
type Tokens = Extract<MailSecret, { refreshToken: string }>

/** Asks a mail service for tokens, with a code that its user brought back or with the token that renews (RFC 6749, 4.1.3 and 6). */
export async function tokensFor(
  register: MailRunning,
  { service, registration, grant }: { service: MailService; registration: Registration; grant: Grant },
): Promise<Tokens> {
  const url = new URL(tokenAddress(service, registration.tenant))
  const { address } = await refuseUnlessOurs(register, url.hostname)
  const form = new URLSearchParams({
    ...('code' in grant
      ? {
          grant_type: 'authorization_code',
          code: grant.code,
          code_verifier: grant.verifier,
          redirect_uri: grant.returnTo,
        }
      : { grant_type: 'refresh_token', refresh_token: grant.refreshToken, scope: service.scopes.join(' ') }),
    ...{ client_id: registration.clientId, client_secret: registration.clientSecret },
  })
  const answer = await postForm(url, { address, form }).catch(() => null)
  // RFC 6749, 5.2: what is refused is refused with 400 or 401; all else is a service that has no time, or leads elsewhere.
  if (!answer || answer.status === 429 || answer.status >= 500 || isElsewhere(answer.status))
    throw new Refusal('MAIL_SERVER_SILENT', 502)
  const said = saidIn(answer.text)
  const refreshToken = said.refresh_token ?? ('refreshToken' in grant ? grant.refreshToken : undefined)
  // What the service said may name the mailbox: only that it refused is told.
  if (answer.status !== 200 || !said.access_token || !refreshToken) throw new Refusal('MAIL_CONSENT_ENDED', 409)
  const expiresAt = register.now().getTime() + Math.max(60, (said.expires_in ?? 3600) - 120) * 1000
  return { refreshToken, accessToken: said.access_token, expiresAt }
}

interface Said {
  access_token?: string
  refresh_token?: string
  expires_in?: number
}

function saidIn(text: string): Said {
  try {
    return (JSON.parse(text) as Said | null) ?? {}
  } catch {
    return {}
  }
}

function isElsewhere(status: number): boolean {
  return status >= 300 && status < 400
}

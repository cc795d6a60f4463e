import { sql } from 'kysely'
import { look, type Occasion, perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { SignIn } from './imap-line.ts'
import { type Registration, serviceOf } from './oauth.ts'
import { tokensFor } from './oauth-tokens.ts'
import type { MailRunning, MailSettings } from './reach.ts'
import { rowsOf } from './rows.ts'
import { type MailSecret, openSecret, sealSecret } from './secret-of-mailbox.ts'

export interface SigningMailbox {
  id: string
  login: string
  signsIn: string
}

/** How a mailbox signs in now; a token that has run out is renewed first. Under the machine duty `intake`: no desk reads a secret. */
export async function signInOf(
  register: MailRunning,
  settings: MailSettings,
  { id, login, signsIn }: SigningMailbox,
): Promise<SignIn> {
  const occasion = machineOccasion(register)
  const sealed = await look(register.db, occasion, async (view) => {
    view.saw([], [])
    return (
      await rowsOf<{ sealed: Buffer }>(view, sql`select sealed from register.mailbox_secret where mailbox_id = ${id}`)
    )[0]?.sealed
  })
  if (!sealed) throw new Refusal('MAIL_SECRET_MISSING', 409)
  const secret = openSecret(settings.keys, id, sealed)
  if ('password' in secret) return { user: login, password: secret.password }
  if (secret.expiresAt > register.now().getTime()) return { user: login, accessToken: secret.accessToken }

  const service = serviceOf(signsIn, settings.services)
  const registration = await registrationOf(register, settings, signsIn)
  if (!service || !registration) throw new Refusal('MAIL_SERVICE_NOT_SET_UP', 409, { service: signsIn })
  const renewed = await tokensFor(register, { service, registration, grant: { refreshToken: secret.refreshToken } })
  await keepSecret(register, settings, { mailboxId: id, secret: renewed, by: 'mail', what: 'mailbox.consent-renewed' })
  return { user: login, accessToken: renewed.accessToken }
}

/** Keeps what signs a mailbox in, sealed. It is read by the machine alone. */
export async function keepSecret(
  register: MailRunning,
  { keys }: MailSettings,
  wish: { mailboxId: string; secret: MailSecret; by: string; what: string },
) {
  const sealed = sealSecret(keys, wish.mailboxId, wish.secret)
  await perform(register.db, { ...machineOccasion(register), by: wish.by }, async (act) => {
    await rowsOf(
      act,
      sql`insert into register.mailbox_secret (mailbox_id, sealed, changed_at) values (${wish.mailboxId}, ${sealed}, ${act.at})
        on conflict (mailbox_id) do update set sealed = excluded.sealed, changed_at = excluded.changed_at`,
    )
    await rowsOf(
      act,
      sql`update register.mailbox set state = 'working', fault = null, failures = 0, failing_since = null, next_read_at = null
        where id = ${wish.mailboxId} and state in ('new', 'failing')`,
    )
    await act.record({ what: wish.what, about: wish.mailboxId })
  })
}

/** Forgets what signed a mailbox in, once it is closed. */
export async function forgetSecret(register: MailRunning, { mailboxId, by }: { mailboxId: string; by: string }) {
  await perform(register.db, { ...machineOccasion(register), by }, async (act) => {
    await rowsOf(act, sql`delete from register.mailbox_secret where mailbox_id = ${mailboxId}`)
    await act.record({ what: 'mailbox.secret-forgotten', about: mailboxId })
  })
}

/** The register's registration with a service; null where the administrator has given none. */
export async function registrationOf(
  register: MailRunning,
  { keys }: MailSettings,
  id: string,
): Promise<Registration | null> {
  const [row] = await look(register.db, machineOccasion(register), async (view) => {
    view.saw([], [])
    return rowsOf<{ clientId: string; tenant: string | null; sealed: Buffer }>(
      view,
      sql`select client_id as "clientId", tenant, sealed from register.mail_service where id = ${id}`,
    )
  })
  return row ? { clientId: row.clientId, tenant: row.tenant, clientSecret: keys.open(row.sealed) } : null
}

/** The occasion of what mail does by itself. */
export function machineOccasion(register: Pick<MailRunning, 'now' | 'current'>): Occasion {
  const under = String(register.current()?.version ?? 0)
  return { by: 'mail', duty: 'intake', purpose: 'customer-communication', at: register.now(), under }
}

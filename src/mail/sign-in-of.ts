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
  /** As it was when its servers were read: a secret that came later is for other ones, perhaps. */
  revision: number
}

/** How a mailbox signs in now; a token that has run out is renewed first. Under the machine duty `intake`: no desk reads a secret. */
export async function signInOf(
  register: MailRunning,
  settings: MailSettings,
  { id, login, signsIn, revision }: SigningMailbox,
): Promise<SignIn> {
  const sealed = await sealedFor(register, { id, revision })
  const secret = openSecret(settings.keys, id, sealed)
  if ('password' in secret) return { user: login, password: secret.password }
  if (secret.expiresAt > register.now().getTime()) return { user: login, accessToken: secret.accessToken }

  const service = serviceOf(signsIn, settings.services)
  const registration = await registrationOf(register, settings, signsIn)
  if (!service || !registration) throw new Refusal('MAIL_SERVICE_NOT_SET_UP', 409, { service: signsIn })
  const renewed = await tokensFor(register, { service, registration, grant: { refreshToken: secret.refreshToken } })
  try {
    await keepSecret(register, settings, {
      ...{ mailboxId: id, secret: renewed, by: 'mail', what: 'mailbox.consent-renewed' },
      instead: sealed,
    })
  } catch (fault) {
    if (!(fault instanceof Refusal && fault.code === 'EDITED_MEANWHILE')) throw fault
    // Another renewal of the same mailbox came first: its token is as good. Once, and only for the servers that were read.
    const first = openSecret(settings.keys, id, await sealedFor(register, { id, revision }))
    if ('password' in first || first.expiresAt <= register.now().getTime()) throw fault
    return { user: login, accessToken: first.accessToken }
  }
  return { user: login, accessToken: renewed.accessToken }
}

// The servers that are about to be called were read before: what belongs to others is not sent to them.
async function sealedFor(register: MailRunning, { id, revision }: Pick<SigningMailbox, 'id' | 'revision'>) {
  const held = await look(register.db, machineOccasion(register), async (view) => {
    view.saw([], [])
    const [row] = await rowsOf<{ sealed: Buffer | null; revision: number }>(
      view,
      sql`select box.revision, held.sealed from register.mailbox box
        left join register.mailbox_secret held on held.mailbox_id = box.id where box.id = ${id}`,
    )
    return row
  })
  if (held && held.revision !== revision) throw new Refusal('EDITED_MEANWHILE', 409, { revision: held.revision })
  if (!held?.sealed) throw new Refusal('MAIL_SECRET_MISSING', 409)
  return held.sealed
}

export interface KeptSecret {
  mailboxId: string
  secret: MailSecret
  by: string
  what: string
  /** For the mailbox as it is at this revision, and no later one. */
  revision?: number
  /** A renewal: only in place of the secret that was renewed. */
  instead?: Buffer
}

/** Keeps what signs a mailbox in, sealed. It is read by the machine alone. Where the mailbox or its secret changed meanwhile nothing is kept (`EDITED_MEANWHILE`). */
export async function keepSecret(register: MailRunning, { keys }: MailSettings, wish: KeptSecret) {
  const sealed = sealSecret(keys, wish.mailboxId, wish.secret)
  const { mailboxId, revision, instead } = wish
  await perform(register.db, { ...machineOccasion(register), by: wish.by }, async (act) => {
    const asBefore = revision === undefined ? sql`true` : sql`box.revision = ${revision}`
    const kept = await rowsOf(
      act,
      instead
        ? sql`update register.mailbox_secret set sealed = ${sealed}, changed_at = ${act.at}
            where mailbox_id = ${mailboxId} and sealed = ${instead} returning mailbox_id`
        : sql`with box as (select id from register.mailbox box where box.id = ${mailboxId} and ${asBefore} for update)
            insert into register.mailbox_secret as held (mailbox_id, sealed, changed_at) select id, ${sealed}, ${act.at} from box
            on conflict (mailbox_id) do update set sealed = excluded.sealed, changed_at = excluded.changed_at returning mailbox_id`,
    )
    if (kept.length === 0) throw new Refusal('EDITED_MEANWHILE', 409)
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

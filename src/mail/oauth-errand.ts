import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { perform } from '#ledger'
import { Refusal } from '#platform/refusal'
import { refuseUnlessOurs } from './connection.ts'
import { consentAddress, newVerifier, serviceOf, tokenAddress } from './oauth.ts'
import { tokensFor } from './oauth-tokens.ts'
import type { MailRunning, MailSettings } from './reach.ts'
import { rowsOf } from './rows.ts'
import { keepSecret, machineOccasion, registrationOf } from './sign-in-of.ts'

interface Sending {
  id: string
  login: string
  signs_in: string
}

const minutes = 15

/** Sends a mailbox's owner to the service that asks for consent; the answer is the address. The service must be in the statement. */
export async function startErrand(
  register: MailRunning,
  settings: MailSettings,
  { mailbox, by }: { mailbox: Sending; by: string },
): Promise<string> {
  const { service, registration } = await knownService(register, settings, mailbox.signs_in)
  await refuseUnlessOurs(register, new URL(tokenAddress(service, registration.tenant)).hostname)
  const state = randomBytes(32).toString('base64url')
  const { verifier, challenge } = newVerifier()
  const sealed = settings.keys.seal(JSON.stringify({ verifier, service: mailbox.signs_in }))
  await perform(register.db, { ...machineOccasion(register), by }, async (act) => {
    const expires = new Date(act.at.getTime() + minutes * 60_000)
    await rowsOf(act, sql`delete from register.mail_errand where expires_at < ${act.at} or mailbox_id = ${mailbox.id}`)
    await rowsOf(
      act,
      sql`insert into register.mail_errand (digest, mailbox_id, by, sealed, expires_at)
        values (${digest(state)}, ${mailbox.id}, ${by}, ${sealed}, ${expires})`,
    )
    await act.record({ what: 'mailbox.consent-asked', about: mailbox.id, detail: { service: mailbox.signs_in } })
  })
  return consentAddress(service, registration, {
    state,
    challenge,
    returnTo: returnAddress(settings),
    login: mailbox.login,
  })
}

/** Takes the service's answer back: works once, within a quarter of an hour, and only for whoever set out. */
export async function finishErrand(
  register: MailRunning,
  settings: MailSettings,
  { code, state, by }: { code: string; state: string; by: string },
): Promise<string> {
  const at = register.now()
  const [errand] = await rowsOf<{ mailboxId: string; sealed: Buffer; revision: number }>(
    { db: register.db.as('intake') },
    sql`delete from register.mail_errand errand using register.mailbox box
      where errand.digest = ${digest(state)} and errand.by = ${by} and errand.expires_at > ${at} and box.id = errand.mailbox_id
      returning errand.mailbox_id as "mailboxId", errand.sealed, box.revision`,
  )
  if (!errand) throw new Refusal('MAIL_ERRAND_OVER', 409)
  const { verifier, service: id } = JSON.parse(settings.keys.open(errand.sealed)) as {
    verifier: string
    service: string
  }
  const { service, registration } = await knownService(register, settings, id)
  const secret = await tokensFor(register, {
    service,
    registration,
    grant: { code, verifier, returnTo: returnAddress(settings) },
  })
  const { mailboxId, revision } = errand
  await keepSecret(register, settings, { mailboxId, revision, secret, by, what: 'mailbox.consent-given' })
  return mailboxId
}

/** Where a service sends people back to: it must be given to the service as it is. */
export function returnAddress({ publicUrl }: Pick<MailSettings, 'publicUrl'>): string {
  return `${publicUrl}/desk/mailboxes/return`
}

async function knownService(register: MailRunning, settings: MailSettings, id: string) {
  const service = serviceOf(id, settings.services)
  const registration = service ? await registrationOf(register, settings, id) : null
  if (!service || !registration) throw new Refusal('MAIL_SERVICE_NOT_SET_UP', 409, { service: id })
  return { service, registration }
}

function digest(state: string): Buffer {
  return createHash('sha256').update(state).digest()
}

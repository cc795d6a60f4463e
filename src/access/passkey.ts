import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { newSecret } from './secret.ts'
import { takeChallenge } from './sign-in.ts'
import type { AccessTables } from './tables.ts'

// Loaded when a passkey is first asked for: it takes a tenth of the time in which the whole application loads.
const webauthn = () => import('@simplewebauthn/server')

/** The site a passkey belongs to. */
export interface Site {
  id: string
  origin: string
}

/** Browsers refuse passkeys where the address is a number. */
export function siteOf(publicUrl: string): Site | null {
  const { hostname, origin } = new URL(publicUrl)
  return /^[\d.]+$|:/.test(hostname) ? null : { id: hostname, origin }
}

/** The question for a new passkey of the caller's, and the secret by which the answer finds it. */
export async function askNewPasskey(act: Act<AccessTables>, site: Site, staff: { name: string; email: string }) {
  const known = await act.db
    .selectFrom('auth.passkey')
    .select(['id', 'transports'])
    .where('staff_id', '=', act.by)
    .execute()
  const options = await (await webauthn()).generateRegistrationOptions({
    rpName: 'Seloste',
    rpID: site.id,
    userName: staff.email,
    userDisplayName: staff.name,
    userID: new TextEncoder().encode(act.by),
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { options, secret: await ask(act, 'passkey-new', options.challenge, act.by) }
}

/** Keeps a passkey that answered its question; the person was verified by the device. */
export async function addPasskey(
  act: Act<AccessTables>,
  site: Site,
  secret: string,
  answer: { response: RegistrationResponseJSON; label: string },
) {
  const asked = await takeChallenge(act, secret, 'passkey-new')
  if (asked?.staffId !== act.by) throw new Refusal('PASSKEY_NOT_RIGHT', 422)
  const { registrationInfo } = await (await webauthn())
    .verifyRegistrationResponse({
      response: answer.response,
      expectedChallenge: asked.challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
    })
    .catch(refused)
  if (!registrationInfo) throw new Refusal('PASSKEY_NOT_RIGHT', 422)

  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  await act.db
    .insertInto('auth.passkey')
    .values({
      id,
      staff_id: act.by,
      public_key: Buffer.from(publicKey),
      counter,
      transports,
      label: answer.label,
      added_at: act.at,
      used_at: null,
    })
    .execute()
  await act.record({ what: 'passkey.added', about: act.by })
}

/** The question for anybody's passkey: the device knows whose it is. */
export async function askPasskey(act: Act<AccessTables>, site: Site) {
  const options = await (await webauthn()).generateAuthenticationOptions({
    rpID: site.id,
    userVerification: 'required',
  })
  const secret = await ask(act, 'passkey-sign-in', options.challenge, null)
  return { options, secret }
}

/** Whose passkey answered; null when the answer is wrong. */
export async function ownerOfPasskey(
  act: Act<AccessTables>,
  site: Site,
  secret: string,
  response: AuthenticationResponseJSON,
) {
  const asked = await takeChallenge(act, secret, 'passkey-sign-in')
  const kept = await act.db
    .selectFrom('auth.passkey as passkey')
    .innerJoin('register.staff as staff', 'staff.id', 'passkey.staff_id')
    .select(['passkey.id', 'passkey.staff_id as staffId', 'passkey.public_key as publicKey', 'passkey.counter'])
    .where('passkey.id', '=', String(response.id))
    .where('staff.state', '=', 'open')
    .executeTakeFirst()
  if (!asked || !kept) return null

  const { verified, authenticationInfo } = await (await webauthn())
    .verifyAuthenticationResponse({
      response,
      expectedChallenge: asked.challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      credential: { id: kept.id, publicKey: new Uint8Array(kept.publicKey), counter: kept.counter },
    })
    .catch(() => ({ verified: false, authenticationInfo: null }))
  if (!verified || !authenticationInfo) return null

  await act.db
    .updateTable('auth.passkey')
    .set({ counter: authenticationInfo.newCounter, used_at: act.at })
    .where('id', '=', kept.id)
    .execute()
  return kept.staffId
}

export async function removePasskey(act: Act<AccessTables>, id: string) {
  const { numDeletedRows } = await act.db
    .deleteFrom('auth.passkey')
    .where('id', '=', id)
    .where('staff_id', '=', act.by)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new Refusal('NOT_FOUND', 404)
  await act.record({ what: 'passkey.removed', about: act.by })
}

async function ask(
  act: Act<AccessTables>,
  kind: 'passkey-new' | 'passkey-sign-in',
  challenge: string,
  staffId: string | null,
) {
  const { secret, digest } = newSecret()
  const expires_at = new Date(act.at.getTime() + 5 * 60_000)
  await act.db.deleteFrom('auth.challenge').where('expires_at', '<', act.at).execute()
  await act.db.insertInto('auth.challenge').values({ digest, kind, staff_id: staffId, challenge, expires_at }).execute()
  await act.record({ what: 'passkey.asked', ...(staffId ? { about: staffId } : {}) })
  return secret
}

function refused(): never {
  throw new Refusal('PASSKEY_NOT_RIGHT', 422)
}

import { sql } from 'kysely'
import type { Act, Look, Occasion } from '#ledger'
import { Refusal } from '#platform/refusal'
import { stepOfCode } from './authenticator.ts'
import type { Keys } from './seal.ts'
import { digestOf, newSecret } from './secret.ts'
import type { AccessTables, Proof } from './tables.ts'
import { memory, waitAfter } from './throttle.ts'

export interface Visitor {
  /** The network address, for slowing down guesses; kept only as a keyed mark. */
  address: string
  device: string
}

/** Opens a session with a new secret of its own (ASVS 7.2.4). */
export async function openSession(
  act: Act<AccessTables>,
  staffId: string,
  proof: Proof,
  device: string,
): Promise<string> {
  const { secret, digest } = newSecret()
  await act.db
    .insertInto('auth.session')
    .values({ digest, staff_id: staffId, proof, device, opened_at: act.at, seen_at: act.at, ended_at: null })
    .execute()
  await act.record({ what: 'session.opened', about: staffId, detail: { proof } })
  return secret
}

/** The password was right and an authenticator is in use: its code is asked next, within five minutes. */
export async function askCode(act: Act<AccessTables>, staffId: string): Promise<string> {
  const { secret, digest } = newSecret()
  const expires_at = new Date(act.at.getTime() + 5 * 60_000)
  await act.db
    .insertInto('auth.challenge')
    .values({ digest, kind: 'second-step', staff_id: staffId, challenge: '', expires_at })
    .execute()
  await act.record({ what: 'sign-in.begun', about: staffId })
  return secret
}

/** ASVS 6.3.1: refuses while the pair of account and address has to wait; the account itself stays open to others. */
export async function refuseHasty(look: Look<AccessTables>, pair: Buffer) {
  look.saw([], [])
  const rows = await look.db
    .selectFrom('auth.failure')
    .select('at')
    .where('pair', '=', pair)
    .where('at', '>', new Date(look.at.getTime() - memory))
    .execute()
  const wait = waitAfter(
    rows.map(({ at }) => at),
    look.at,
  )
  if (wait > 0) throw new Refusal('TOO_MANY_ATTEMPTS', 429, { seconds: Math.ceil(wait / 1000) })
}

/** ASVS 16.3.1: a failed sign-in is on record too, by the opaque id of the account where there is one. */
export async function noteFailure(
  act: Act<AccessTables>,
  pair: Buffer,
  step: 'password' | 'code' | 'passkey',
  staffId: string | null,
) {
  await act.db
    .deleteFrom('auth.failure')
    .where('at', '<', new Date(act.at.getTime() - memory))
    .execute()
  await act.db.insertInto('auth.failure').values({ pair, at: act.at }).execute()
  await act.record({ what: 'sign-in.failed', ...(staffId ? { about: staffId } : {}), detail: { step } })
}

/** Whether a code is right now and was not used before. */
export async function useCode(act: Act<AccessTables>, keys: Keys, staffId: string, code: string): Promise<boolean> {
  const kept = await act.db.selectFrom('auth.totp').select('sealed').where('staff_id', '=', staffId).executeTakeFirst()
  const step = kept ? stepOfCode(keys.open(kept.sealed), code, act.at) : null
  if (step === null) return false

  const { numUpdatedRows } = await act.db
    .updateTable('auth.totp')
    .set({ last_step: step, confirmed_at: sql`coalesce(confirmed_at, ${act.at})` })
    .where('staff_id', '=', staffId)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Who began to sign in with this secret, for once; null when it is too late. */
export async function takeChallenge(
  act: Act<AccessTables>,
  secret: string,
  kind: AccessTables['auth.challenge']['kind'],
) {
  const taken = await act.db
    .deleteFrom('auth.challenge')
    .where('digest', '=', digestOf(secret))
    .where('kind', '=', kind)
    .where('expires_at', '>', act.at)
    .returning(['staff_id as staffId', 'challenge'])
    .executeTakeFirst()
  return taken ?? null
}

/** What is known of the account that an address names. */
export async function credentialsOf(look: Look<AccessTables>, email: string) {
  look.saw([], [])
  return look.db
    .selectFrom('register.staff as staff')
    .leftJoin('auth.password as password', 'password.staff_id', 'staff.id')
    .leftJoin('auth.totp as totp', 'totp.staff_id', 'staff.id')
    .select((staff) => [
      'staff.id',
      'password.hash',
      'totp.confirmed_at as confirmedAt',
      staff
        .exists(staff.selectFrom('auth.passkey').select('id').whereRef('staff_id', '=', 'staff.id'))
        .as('hasPasskey'),
    ])
    .where('staff.email', '=', email)
    .where('staff.state', '=', 'open')
    .executeTakeFirst()
}

/** Signing in is an occasion of its own: nobody acts yet. */
export function atTheDoor({ at, under }: Pick<Occasion, 'at' | 'under'>, by = 'auth'): Occasion {
  return { by, duty: 'auth', purpose: 'access', at, under, reach: 'all' }
}

import type { Act, Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { newAuthenticatorSecret } from './authenticator.ts'
import { hashOf } from './password.ts'
import { refusePoorPassword } from './password-rules.ts'
import type { Keys } from './seal.ts'
import { endOtherSessions } from './sessions.ts'
import { openSession, useCode } from './sign-in.ts'
import type { AccessTables, Proof } from './tables.ts'

/** Begins with a new authenticator app; it counts once its first code was right. */
export async function beginAuthenticator(act: Act<AccessTables>, keys: Keys): Promise<string> {
  const secret = newAuthenticatorSecret()
  const { numInsertedOrUpdatedRows } = await act.db
    .insertInto('auth.totp')
    .values({ staff_id: act.by, sealed: keys.seal(secret), confirmed_at: null })
    .onConflict((conflict) =>
      conflict
        .column('staff_id')
        .doUpdateSet({ sealed: keys.seal(secret), last_step: 0 })
        .where('auth.totp.confirmed_at', 'is', null),
    )
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) throw new Refusal('AUTHENTICATOR_IN_USE', 409)
  await act.record({ what: 'authenticator.begun', about: act.by })
  return secret
}

export async function confirmAuthenticator(act: Act<AccessTables>, keys: Keys, code: string) {
  if (!(await useCode(act, keys, act.by, code))) throw new Refusal('CODE_NOT_RIGHT', 422, { field: 'code' })
  await act.record({ what: 'authenticator.confirmed', about: act.by })
}

export async function removeAuthenticator(act: Act<AccessTables>) {
  await act.db.deleteFrom('auth.totp').where('staff_id', '=', act.by).execute()
  await act.record({ what: 'authenticator.removed', about: act.by })
}

/** Sets a password that the rules accept; the names around the account must not carry it. */
export async function setPassword(
  act: Act<AccessTables>,
  staffId: string,
  password: string,
  context: readonly string[],
) {
  refusePoorPassword(password, context)
  const hash = await hashOf(password)
  await act.db
    .insertInto('auth.password')
    .values({ staff_id: staffId, hash, set_at: act.at })
    .onConflict((conflict) => conflict.column('staff_id').doUpdateSet({ hash, set_at: act.at }))
    .execute()
  await act.record({ what: 'password.set', about: staffId })
}

/** ASVS 7.2.4, 7.4.3: a changed factor ends the other sessions, and this one goes on under a new secret. */
export async function renewSession(
  act: Act<AccessTables>,
  { proof, device }: { proof: Proof; device: string },
): Promise<string> {
  await endOtherSessions(act, act.by, null)
  return openSession(act, act.by, proof, device)
}

/** What the caller's account page shows. */
export async function ownFactors(look: Look<AccessTables>) {
  look.saw([], [])
  const totp = await look.db
    .selectFrom('auth.totp')
    .select('confirmed_at as confirmedAt')
    .where('staff_id', '=', look.by)
    .executeTakeFirst()
  const passkeys = await look.db
    .selectFrom('auth.passkey')
    .select(['id', 'label', 'added_at as addedAt', 'used_at as usedAt'])
    .where('staff_id', '=', look.by)
    .orderBy('added_at')
    .execute()
  const password = await look.db
    .selectFrom('auth.password')
    .select('set_at')
    .where('staff_id', '=', look.by)
    .executeTakeFirst()
  return { authenticator: Boolean(totp?.confirmedAt), passkeys, password: password !== undefined }
}

/** The hash of the caller's own password, to ask for it again. */
export async function ownHash(look: Look<AccessTables>): Promise<string | null> {
  look.saw([], [])
  const kept = await look.db
    .selectFrom('auth.password')
    .select('hash')
    .where('staff_id', '=', look.by)
    .executeTakeFirst()
  return kept?.hash ?? null
}

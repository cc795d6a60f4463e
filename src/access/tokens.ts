import type { Act, Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { newSecret } from './secret.ts'
import type { AccessTables } from './tables.ts'

export interface TokenWish {
  label: string
  duty: string
  /** How many days it is good for. */
  days: number
}

/** A token for a program, under one duty of its maker's own. Its secret is shown once. */
export async function makeToken(act: Act<AccessTables>, { label, duty, days }: TokenWish, held: readonly string[]) {
  if (!held.includes(duty)) throw new Refusal('DUTY_NOT_HELD', 403, { clause: 'S10.3', duty })
  const { secret, digest } = newSecret()
  const expiresAt = new Date(act.at.getTime() + days * 86_400_000)
  const { id } = await act.db
    .insertInto('auth.token')
    .values({
      digest,
      staff_id: act.by,
      duty,
      label,
      made_at: act.at,
      expires_at: expiresAt,
      used_at: null,
      ended_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await act.record({ what: 'token.made', about: act.by, detail: { token: id, duty } })
  return { id, secret, expiresAt }
}

export async function endToken(act: Act<AccessTables>, id: string) {
  const { numUpdatedRows } = await act.db
    .updateTable('auth.token')
    .set({ ended_at: act.at })
    .where('id', '=', id)
    .where('staff_id', '=', act.by)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('NOT_FOUND', 404)
  await act.record({ what: 'token.ended', about: act.by, detail: { token: id } })
}

/** The caller's own tokens that are still good. */
export async function tokensOf(look: Look<AccessTables>) {
  look.saw([], [])
  return look.db
    .selectFrom('auth.token')
    .select(['id', 'label', 'duty', 'made_at as madeAt', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('staff_id', '=', look.by)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', look.at)
    .orderBy('made_at', 'desc')
    .execute()
}

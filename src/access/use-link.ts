import type { Act, Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { useLink } from './make-link.ts'
import { setPassword } from './own-factors.ts'
import { digestOf } from './secret.ts'
import { endOtherSessions } from './sessions.ts'
import { openSession } from './sign-in.ts'
import type { AccessTables } from './tables.ts'

/** What a link is for, without using it: mail programs look at links before people do. */
export async function linkOf(look: Look<AccessTables>, secret: string) {
  look.saw([], [])
  const link = await look.db
    .selectFrom('auth.link as link')
    .leftJoin('register.staff as staff', 'staff.id', 'link.staff_id')
    .select(['link.kind', 'staff.id', 'staff.name', 'staff.email', 'staff.language'])
    .where('link.digest', '=', digestOf(secret))
    .where('link.used_at', 'is', null)
    .where('link.expires_at', '>', look.at)
    .executeTakeFirst()
  if (!link) throw new Refusal('LINK_NOT_VALID', 410)
  return link
}

/** An invited person chooses a password, and the account is open. */
export async function acceptInvitation(
  act: Act<AccessTables>,
  secret: string,
  password: string,
  { context, device }: { context: readonly string[]; device: string },
) {
  const staffId = await ownerOf(act, secret, 'invitation')
  await setPassword(act, staffId, password, context)
  await act.db
    .updateTable('register.staff')
    .set({ state: 'open' })
    .where('id', '=', staffId)
    .where('state', '=', 'invited')
    .execute()
  await act.record({ what: 'invitation.accepted', about: staffId })
  return openSession(act, staffId, 'password', device)
}

/** ASVS 6.4.3: a new password leaves the second factor in place; every session ends. */
export async function replacePassword(
  act: Act<AccessTables>,
  secret: string,
  password: string,
  context: readonly string[],
) {
  const staffId = await ownerOf(act, secret, 'password')
  await setPassword(act, staffId, password, context)
  await endOtherSessions(act, staffId, null)
}

/** The lost factors go; whoever holds the link has shown the password too. */
export async function replaceFactors(act: Act<AccessTables>, secret: string, device: string) {
  const staffId = await ownerOf(act, secret, 'second-factor')
  await act.db.deleteFrom('auth.totp').where('staff_id', '=', staffId).execute()
  await act.db.deleteFrom('auth.passkey').where('staff_id', '=', staffId).execute()
  await endOtherSessions(act, staffId, null)
  await act.record({ what: 'factors.removed', about: staffId })
  return openSession(act, staffId, 'password', device)
}

/** The demo's people have no passwords: a link signs one of them in. */
export async function enterDemo(act: Act<AccessTables>, secret: string, device: string) {
  return openSession(act, await ownerOf(act, secret, 'demo'), 'demo-link', device)
}

async function ownerOf(
  act: Act<AccessTables>,
  secret: string,
  kind: 'invitation' | 'password' | 'second-factor' | 'demo',
): Promise<string> {
  const { staffId } = await useLink(act, secret, [kind])
  if (!staffId) throw new Refusal('LINK_NOT_VALID', 410)
  return staffId
}

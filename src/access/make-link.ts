import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import { digestOf, newSecret } from './secret.ts'
import type { AccessTables, LinkKind } from './tables.ts'

const hour = 3_600_000
const goodFor: Record<LinkKind, number> = {
  'set-up': 24 * hour,
  invitation: 7 * 24 * hour,
  password: 24 * hour,
  'second-factor': 24 * hour,
  demo: 12 * hour,
}

/** Makes a link that is good once and for a while; the earlier ones of its kind are no longer good. Answers its secret. */
export async function makeLink(act: Act<AccessTables>, kind: LinkKind, staffId: string | null): Promise<string> {
  const { secret, digest } = newSecret()
  const expires_at = new Date(act.at.getTime() + goodFor[kind])
  await act.db
    .insertInto('auth.link')
    .values({ digest, kind, staff_id: staffId, made_at: act.at, expires_at, used_at: null })
    .execute()
  await act.record({ what: 'link.made', ...(staffId ? { about: staffId } : {}), detail: { kind } })
  return secret
}

/** Takes a link out of use and answers what it was for. Two at once: one gets it. */
export async function useLink(act: Act<AccessTables>, secret: string, kinds: readonly LinkKind[]) {
  const link = await act.db
    .updateTable('auth.link')
    .set({ used_at: act.at })
    .where('digest', '=', digestOf(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', act.at)
    .where('kind', 'in', [...kinds])
    .returning(['kind', 'staff_id as staffId'])
    .executeTakeFirst()
  if (!link) throw new Refusal('LINK_NOT_VALID', 410)
  return link
}

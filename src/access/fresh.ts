import { Refusal } from '#platform/refusal'
import type { Staff } from './staff.ts'

const fresh = 30 * 60_000

// ASVS 7.5.1: who changes what proves who they are, or makes a token, has signed in lately and in person.
export function refuseStale({ signedInAt }: Pick<Staff, 'signedInAt'>, at: Date) {
  if (!signedInAt || at.getTime() - signedInAt.getTime() > fresh)
    throw new Refusal('SIGN_IN_AGAIN', 403, { clause: 'S10.2' })
}

import type { Act } from '#ledger'
import { Refusal } from '#platform/refusal'
import type { AccessTables } from './tables.ts'

export interface Undertaking {
  /** A day, such as 2026-01-31. */
  signedOn: string
  documentRef: string
}

/** S10.4: who handles the register has signed an undertaking of confidentiality; here is when, and where it is kept. */
export async function recordUndertaking(
  act: Act<AccessTables>,
  staffId: string,
  { signedOn, documentRef }: Undertaking,
) {
  if (!isPastDay(signedOn, act.at)) throw new Refusal('DATE_NOT_VALID', 422, { clause: 'S10.4', field: 'signedOn' })
  await act.db
    .insertInto('register.undertaking')
    .values({
      staff_id: staffId,
      signed_on: signedOn,
      document_ref: documentRef.trim(),
      recorded_by: act.by,
      recorded_at: act.at,
    })
    .execute()
  await act.record({ what: 'undertaking.recorded', about: staffId, detail: { signedOn } })
}

function isPastDay(day: string, at: Date) {
  const read = new Date(`${day}T00:00:00Z`)
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(at)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) && day >= '1950-01-01' && day <= today
}

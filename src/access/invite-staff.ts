import type { Act } from '#ledger'
import type { Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import type { Policy } from '#statement'
import { type Granting, grantDuty } from './grant-duties.ts'
import { makeLink } from './make-link.ts'
import type { AccessTables } from './tables.ts'
import { accountAddress } from './work-address.ts'

export interface Invitation extends Granting {
  name: string
  email: string
  language: Language
  groupCompany?: string | null
  team?: string | null
}

/** S10.2: an account begins with an invitation to one person; nobody signs up alone. Answers the link's secret, once. */
export async function inviteStaff(act: Act<AccessTables>, invitation: Invitation, policy: Policy | null) {
  const { name, language, groupCompany = null, team = null } = invitation
  const email = accountAddress(invitation.email)
  const { id } = await act.db
    .insertInto('register.staff')
    .values({
      name: name.trim(),
      email,
      language,
      state: 'invited',
      group_company: groupCompany,
      team,
      invited_at: act.at,
      closed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
    .catch(refuseTaken)

  await act.record({ what: 'staff.invited', about: id })
  for (const duty of invitation.duties) await grantDuty(act, id, duty, invitation, policy)
  return { id, secret: await makeLink(act, 'invitation', id) }
}

function refuseTaken(fault: unknown): never {
  if ((fault as { code?: string }).code === '23505') throw new Refusal('ACCOUNT_EXISTS', 409, { field: 'email' })
  throw fault
}

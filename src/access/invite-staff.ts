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
  refuseUndeclared(policy, groupCompany)
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

// S1.2: whoever uses the register works for a company of the group that the statement names.
function refuseUndeclared(policy: Policy | null, groupCompany: string | null) {
  if (groupCompany !== null && !policy?.groupCompanies.some(({ id }) => id === groupCompany))
    throw new Refusal('GROUP_COMPANY_NOT_DECLARED', 422, { clause: 'S1.2', field: 'groupCompany' })
}

function refuseTaken(fault: unknown): never {
  if ((fault as { code?: string }).code === '23505') throw new Refusal('ACCOUNT_EXISTS', 409, { field: 'email' })
  throw fault
}

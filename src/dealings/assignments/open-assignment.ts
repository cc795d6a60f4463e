import type { Act } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, partyOfDeal, type RegisterTables, type SaidParty, textOfDeal } from '#register'
import { dayOf } from '../days.ts'
import { type SaidOfDeal, sourceOfDeal } from '../deal-parts.ts'
import { nextNumber } from '../next-number.ts'
import { ofStaff } from '../opportunities/open-opportunity.ts'
import type { DealingsReach } from '../reach.ts'

export interface NewAssignment extends SaidParty, SaidOfDeal {
  title: string
  text?: string
  startsOn?: string
  endsOn?: string
  groupCompany?: string
  contractId?: string
  orderId?: string
  owner?: string
}

/** Opens an assignment. Whoever is on its contact list reaches the people on it, and nobody else at the customer (S10.3). Answers its id. */
export async function openAssignment(act: Act<DealingsReach>, inForce: InForce, wish: NewAssignment): Promise<string> {
  const party = await partyOfDeal(act as unknown as Act<RegisterTables>, inForce, { field: 'com.contracts', ...wish })
  const title = textOfDeal('com.contracts', wish.title, 200)
  if (!title) throw new Refusal('VALUE_REQUIRED', 422, { field: 'title', clause: 'S6.4' })
  const starts_on = dayOf('startsOn', wish.startsOn ?? dayInHelsinki(act.at))
  const ends_on = wish.endsOn ? dayOf('endsOn', wish.endsOn) : null
  if (ends_on && ends_on < starts_on) throw new Refusal('DATES_NOT_IN_ORDER', 422, { field: 'endsOn' })

  const id = newId(act.at.getTime())
  const group_company = groupCompanyOf(inForce.policy, wish.groupCompany)
  await act.db
    .insertInto('register.assignment')
    .values({
      ...{ id, group_company, organisation_id: party.organisationId, person_id: party.personId, state: 'open', title },
      ...{ number: await nextNumber(act, group_company, 'assignment'), starts_on, ends_on, settled_on: null },
      ...{
        contract_id: wish.contractId ?? null,
        order_id: wish.orderId ?? null,
        owner: wish.owner ? await ofStaff(act, wish.owner) : act.by,
      },
      ...{ text: textOfDeal('com.contracts', wish.text, 8000), outcome: null },
      ...sourceOfDeal(inForce, act, wish, wish.orderId ? 'order' : 'contract'),
      ...{ entered_by: act.by, entered_at: act.at, held_at: null },
    })
    .execute()
  await act.record({ what: 'assignment.opened', about: id, detail: { person: party.personId } })
  return id
}

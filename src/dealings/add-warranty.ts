import type { Act } from '#ledger'
import { addMonths } from '#platform/finnish-calendar'
import { newId } from '#platform/new-id'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, partyOfDeal, type RegisterTables, type SaidParty, textOfDeal } from '#register'
import { type AboutGoods, aboutGoods } from './about-goods.ts'
import { dayOf } from './days.ts'
import type { DealingsReach } from './reach.ts'

export interface NewWarranty extends SaidParty, AboutGoods {
  item: string
  startsOn: string
  endsOn: string
  /** How long after the end a claim may still come; two months where nothing is said. */
  claimMonths?: number
  groupCompany?: string
  serial?: string | null
}

/** S5.13: enters a warranty. It blocks erasing until its end and the time for claims are over, never for ever (L-RT.5). */
export async function addWarranty(act: Act<DealingsReach>, inForce: InForce, wish: NewWarranty): Promise<string> {
  const party = await partyOfDeal(act as unknown as Act<RegisterTables>, inForce, { field: 'com.warranty', ...wish })
  const item = textOfDeal('com.warranty', wish.item, 400)
  if (!item) throw new Refusal('VALUE_REQUIRED', 422, { field: 'item', clause: 'S5.13' })
  const [starts_on, ends_on] = [dayOf('startsOn', wish.startsOn), dayOf('endsOn', wish.endsOn)]
  if (ends_on < starts_on) throw new Refusal('DATES_NOT_IN_ORDER', 422, { field: 'endsOn' })

  const id = newId(act.at.getTime())
  await act.db
    .insertInto('register.warranty')
    .values({
      ...{ id, item, starts_on, ends_on, claim_until: addMonths(ends_on, wish.claimMonths ?? 2) },
      serial: textOfDeal('com.warranty', wish.serial, 100),
      ...(await aboutGoods(act, inForce, { party, about: wish })),
      ...{ organisation_id: party.organisationId, person_id: party.personId },
      group_company: groupCompanyOf(inForce.policy, wish.groupCompany),
      ...{ entered_by: act.by, entered_at: act.at, held_at: null },
    })
    .execute()
  await act.record({ what: 'warranty.added', about: id, detail: { person: party.personId } })
  return id
}

import type { Act } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { Refusal } from '#platform/refusal'
import { type InForce, refuseUnlessWriter, textOfDeal } from '#register'
import { dayOf } from '../days.ts'
import { refuseEdited } from '../deal-parts.ts'
import { nextNumber } from '../next-number.ts'
import { becomeCustomer } from '../orders/become-customer.ts'
import type { DealingsReach } from '../reach.ts'
import { afterContract, type ContractEvent, endAfterNotice, type Term } from './contract.ts'
import { lockedContract } from './locked-contract.ts'

export interface ContractMove {
  id: string
  event: ContractEvent
  /** What was read of it, where that is said. */
  revision?: number | undefined
  /** The day of the event in Helsinki; today where nothing is said. */
  on?: string
  /** The new end of a renewal. */
  endsOn?: string
  reason?: string
}

type Held = Awaited<ReturnType<typeof lockedContract>>

/**
 * Signs a contract, which takes its number and makes its party a customer (S6.4, C1); gives or withdraws notice; renews; ends. Answers
 * whose erasure may go on, where the contract held one (S12.15).
 */
export async function moveContract(
  act: Act<DealingsReach>,
  inForce: InForce,
  move: ContractMove,
): Promise<string | null> {
  refuseUnlessWriter(inForce, act, 'com.contracts')
  const { id, event } = move
  const held = await lockedContract(act, id)
  refuseEdited(held, move.revision)
  const state = afterContract(event, held.state)
  if (!state) throw new Refusal('CONTRACT_STATE', 409, { clause: 'S6.4', state: held.state })
  const today = dayInHelsinki(act.at)
  const on = dayOf('on', move.on ?? today)
  if (on > today) throw new Refusal('DATES_NOT_IN_ORDER', 422, { field: 'on' })

  const columns = await columnsAfter(act, { held, move, on })
  await act.db
    .updateTable('register.contract')
    .set({ state, ...columns, revision: held.revision + 1 })
    .where('id', '=', id)
    .execute()
  await act.record({ what: said[event], about: id, detail: { from: held.state, to: state } })
  return held.held_at && state === 'ended' ? held.person_id : null
}

const said: Record<ContractEvent, string> = {
  signing: 'contract.signed',
  notice: 'contract.noticed',
  'withdrawal-of-notice': 'contract.notice-withdrawn',
  renewal: 'contract.renewed',
  ending: 'contract.ended',
}

async function columnsAfter(act: Act<DealingsReach>, { held, move, on }: { held: Held; move: ContractMove; on: Day }) {
  const { organisation_id: organisationId, person_id: personId, group_company: groupCompany, source } = held
  if (move.event === 'signing') {
    const number = await nextNumber(act, groupCompany, 'contract')
    await becomeCustomer(act, { organisationId, personId, groupCompany, source })
    return { number, signed_on: on }
  }
  if (move.event === 'notice')
    return { noticed_on: on, ends_on: endAfterNotice(termOf(held), on), agreed_until: held.ends_on }
  if (move.event === 'withdrawal-of-notice') return { noticed_on: null, ends_on: held.agreed_until, agreed_until: null }
  if (move.event === 'ending') return { ended_on: on, end_reason: reasonOf(move, held, on) }
  const ends_on = dayOf('endsOn', move.endsOn ?? '')
  if (!held.ends_on || ends_on <= held.ends_on) throw new Refusal('DATES_NOT_IN_ORDER', 422, { field: 'endsOn' })
  return { ends_on, asked_for: null }
}

function termOf({ starts_on, ends_on, renewal, renewal_months, notice_months }: Held): Term {
  return {
    ...{ startsOn: starts_on, endsOn: ends_on, renewal },
    ...{ renewalMonths: renewal_months, noticeMonths: notice_months },
  }
}

// A contract that ends before its day was ended by somebody, who says why.
function reasonOf({ reason }: ContractMove, { ends_on }: Held, on: Day): string | null {
  const why = textOfDeal('com.contracts', reason, 2000)
  if (!why && (!ends_on || on < ends_on)) throw new Refusal('VALUE_REQUIRED', 422, { field: 'reason', clause: 'S6.4' })
  return why
}

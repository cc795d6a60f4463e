import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import { type InForce, refuseUnlessSees } from '#register'
import { chainOf } from '../chain.view.ts'
import { allowedOf, type PartySeen, partyColumns, sawParties, staffName } from '../deal-seen.ts'
import { type Line, totalsOf } from '../lines.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { type ContractState, eventsOfContract, lastDayOfNotice } from './contract.ts'

interface Row extends PartySeen {
  id: string
  state: ContractState
  endsOn: Day | null
  noticeMonths: number
  billingMonths: number | null
  billsNext: Day | null
  lines: Line[]
  order: string | null
}

/** One contract with what may be done with it and the line it stands on; null where this duty sees none such. */
export async function contractOf(look: Look<DealingsReach>, inForce: InForce, id: string) {
  refuseUnlessSees(inForce, look, ['com.contracts'])
  const sees = allowedOf(inForce, look)
  const [row] = await rowsOf<Row>(
    look,
    sql`select contract.id, contract.number, contract.state, contract.title, contract.text, contract.signed_on as "signedOn",
        contract.starts_on as "startsOn", contract.ends_on as "endsOn", contract.renewal, contract.renewal_months as "renewalMonths",
        contract.notice_months as "noticeMonths", contract.noticed_on as "noticedOn", contract.ended_on as "endedOn",
        contract.end_reason as "endReason", contract.lines, contract.language, contract.billing_months as "billingMonths", contract.part_periods as "partPeriods",
        contract.billed_until as "billedUntil", contract.bills_next as "billsNext", contract.left_unbilled as "leftUnbilled",
        contract.payment_days as "paymentDays", contract.order_id as "order", contract.group_company as "groupCompany", contract.owner,
        ${staffName(sql`contract.owner`)} as "ownerName", contract.source, contract.entered_at as "enteredAt", contract.revision,
        ${partyColumns(sees, 'contract')}
      from register.contract where contract.id = ${id}::uuid`,
  )
  sawParties(look, row ? [row] : [], ['com.contracts'])
  if (!row) return null
  const mayWrite = sees('com.contracts', 'write')
  return {
    ...row,
    totals: totalsOf(row.lines),
    noticeBy: lastDayOfNotice(row),
    /** C1: nothing is open with its party any more, so that the relationship may end with it. */
    mayEndRelationship: await leavesNothingOpen(
      look,
      row,
      mayWrite && sees(row.company ? 'org.name' : 'person.name', 'write'),
    ),
    events: mayWrite ? eventsOfContract(row.state, row) : [],
    may: {
      write: mayWrite,
      owner: mayWrite && row.state !== 'ended',
      invoice: mayBill(row, dayInHelsinki(look.at)) && sees('com.invoicing', 'write'),
      bill: sees('com.invoicing', 'write'),
      billedUntil: row.state !== 'draft' && row.billingMonths !== null && (mayWrite || sees('com.invoicing', 'write')),
    },
    chain: await chainOf(look, inForce, { contract: id, order: row.order }),
  }
}

function mayBill({ state, lines, billingMonths, billsNext }: Row, today: Day): boolean {
  if (state === 'draft' || lines.length === 0) return false
  return billingMonths === null ? state !== 'ended' : billsNext !== null && billsNext <= today
}

async function leavesNothingOpen(look: Look<DealingsReach>, { id, state }: Row, mayEnd: boolean): Promise<boolean> {
  if (!mayEnd || state !== 'ended') return false
  const [tie] = await rowsOf(look, sql`select id from seloste.relationship_to_end(${id}::uuid)`)
  return tie !== undefined
}

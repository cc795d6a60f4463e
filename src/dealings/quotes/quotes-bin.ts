import { sql } from 'kysely'
import type { Act } from '#ledger'
import type { BinPart } from '#lists'
import { Refusal } from '#platform/refusal'
import { rowsOf } from '../rows.ts'

/** S6.2: quotes that were never sent. What was sent has a number and stays; it is withdrawn. */
export const quotesBin: BinPart = {
  kind: 'quote',
  table: 'register.quote',
  fields: ['com.quotes'],
  title: sql`coalesce(title, (select string_agg(line ->> 'text', ', ') from jsonb_array_elements(lines) line))`,
  party: 'held',
  restoring,
}

async function restoring(act: Act<never>, id: string) {
  await refuseAnsweredMeanwhile(act, id)
  await restoreItsRequest(act, id)
}

// A quote answers its request: one that lay in the bin could not be answered, and would come back open.
async function restoreItsRequest(act: Act<never>, id: string) {
  const [back] = await rowsOf<{ id: string }>(
    act,
    sql`update register.quote_request asked set binned_at = null, binned_by = null
      where asked.id = (select quote_request_id from register.quote where id = ${id}::uuid) and asked.binned_at is not null
        and not exists (select from register.quote_request other
          where other.enquiry_id = asked.enquiry_id and other.binned_at is null)
      returning asked.id`,
  )
  if (back) await act.record({ what: 'quote-request.restored', about: back.id })
}

// One enquiry is answered with one quote, as one press makes it.
async function refuseAnsweredMeanwhile(act: Act<never>, id: string) {
  const [other] = await rowsOf(
    act,
    sql`select from register.quote draft join register.quote other on other.enquiry_id = draft.enquiry_id
      where draft.id = ${id}::uuid and draft.state = 'draft' and other.id <> draft.id and other.binned_at is null
        and other.state <> 'withdrawn' and other.entered_at >= draft.binned_at limit 1`,
  )
  if (other) throw new Refusal('BINNED_PLACE_TAKEN', 409, { clause: 'S6.2' })
}

import { sql } from 'kysely'
import type { Act } from '#ledger'
import type { BinPart } from '#lists'
import { Refusal } from '#platform/refusal'
import { rowsOf } from '../rows.ts'

/** S5.11: drafts of invoices and credit notes. What is issued is nobody's to delete: a document corrects it. */
export const draftsBin: BinPart = {
  kind: 'invoice',
  table: 'register.invoice',
  fields: ['com.invoicing'],
  title: sql`coalesce((select string_agg(line ->> 'text', ', ') from jsonb_array_elements(lines) line), debtor_name)`,
  party: 'held',
  restoring: refuseBilledMeanwhile,
}

// What the draft bills may be in another invoice by now: nobody is billed twice by taking one back.
async function refuseBilledMeanwhile(act: Act<never>, id: string) {
  const [other] = await rowsOf(
    act,
    sql`select from register.invoice draft join register.invoice other on case
        when draft.delivery_id is not null
          then other.delivery_id = draft.delivery_id or other.order_id = draft.order_id and other.delivery_id is null
        else other.order_id = draft.order_id or other.contract_id = draft.contract_id or other.credits_invoice_id = draft.credits_invoice_id
      end
      where draft.id = ${id}::uuid and other.id <> draft.id and other.binned_at is null and other.entered_at >= draft.binned_at limit 1`,
  )
  if (other) throw new Refusal('BINNED_PLACE_TAKEN', 409, { clause: 'S5.11' })
}

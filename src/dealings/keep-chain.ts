import { sql } from 'kysely'
import { type LedgerTables, type Occasion, perform } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Running } from '#statement'
import { askOwners } from './contracts/ask-owners.ts'
import { renewedUntil } from './contracts/contract.ts'
import { proposeEndings } from './contracts/propose-endings.ts'
import type { DealingsReach } from './reach.ts'
import { rowsOf } from './rows.ts'

interface Ending {
  id: string
  state: 'active' | 'noticed'
  starts_on: string
  ends_on: string
  renewal: 'fixed' | 'automatic'
  renewal_months: number | null
}

/**
 * Each night: quotes whose last day has passed expire, contracts renew by themselves, and those whose end has come end. What a crash
 * interrupts, the next night does.
 */
export async function keepChain<T extends DealingsReach & LedgerTables>(register: Running<T>, occasion: Occasion) {
  const { db } = register as unknown as Running<DealingsReach & LedgerTables> // its tables are among T's
  const today = dayInHelsinki(occasion.at)
  const worker = { db: db.as('worker') }
  const quotes = await rowsOf<{ id: string }>(
    worker,
    sql`select quote_id as id from register.quote_version where state = 'sent' and valid_until < ${today}::date limit 5000`,
  )
  for (const { id } of quotes)
    await perform(db, occasion, async (act) => {
      await rowsOf(
        act,
        sql`update register.quote_version set state = 'expired' where quote_id = ${id}::uuid and state = 'sent' and valid_until < ${today}::date`,
      )
      await rowsOf(
        act,
        sql`update register.quote set state = 'expired', changed_at = ${act.at}, revision = revision + 1 where id = ${id}::uuid and state = 'sent'`,
      )
      await act.record({ what: 'quote.expired', about: id })
    })

  const ending = await rowsOf<Ending>(
    worker,
    sql`select id, state, starts_on, ends_on, renewal, renewal_months from register.contract
      where state in ('active', 'noticed') and ends_on < ${today}::date limit 5000`,
  )
  for (const { id, state, starts_on, ends_on, renewal, renewal_months } of ending) {
    const next =
      state === 'active' && renewal === 'automatic'
        ? renewedUntil({ startsOn: starts_on, endsOn: ends_on, renewalMonths: renewal_months }, today)
        : null
    await perform(db, occasion, async (act) => {
      await rowsOf(
        act,
        next
          ? sql`update register.contract set ends_on = ${next}::date, asked_for = null, revision = revision + 1 where id = ${id}::uuid`
          : sql`update register.contract set state = 'ended', ended_on = ends_on, revision = revision + 1 where id = ${id}::uuid`,
      )
      await act.record({ what: next ? 'contract.renewed' : 'contract.ended', about: id, detail: { from: state } })
    })
  }
  const asked = await askOwners(register)
  return { expired: quotes.length, contracts: ending.length, asked, proposed: await proposeEndings(register) }
}

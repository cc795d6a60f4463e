import { type Look, look, type Occasion, perform } from '#ledger'
import type { Running } from '#statement'
import type { WebsiteTables } from './tables.ts'

// S11: class consent-proof, from the end of the consent. Without a period in the statement nothing is kept longer than the choice.
/** Erases the receipts of cookie choices whose time is over; answers how many. */
export async function eraseReceipts<T>(running: Running<T>, occasion: Occasion): Promise<number> {
  const rule = running.current()?.statement.retention?.rules?.find((one) => one.class === 'consent-proof')
  const before = yearsAndMonthsBefore(occasion.at, rule?.period ?? 'P0M')
  const over = (view: Look<WebsiteTables>) => {
    view.saw([], [])
    return view.db.selectFrom('register.cookie_receipt').select('id').where('ends_at', '<', before).limit(1).execute()
  }
  const found = await look(running.db, occasion, (view) => over(view as never))
  if (found.length === 0) return 0

  return perform(running.db, occasion, async (act) => {
    const erased = await (act.db as never as Look<WebsiteTables>['db'])
      .deleteFrom('register.cookie_receipt')
      .where('ends_at', '<', before)
      .executeTakeFirst()
    const count = Number(erased.numDeletedRows)
    await act.record({ what: 'cookie-receipts.erased', detail: { count } })
    return count
  })
}

function yearsAndMonthsBefore(at: Date, period: string): Date {
  const [, years, months, days] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?/.exec(period) ?? []
  const then = new Date(at)
  then.setUTCMonth(at.getUTCMonth() - Number(years ?? 0) * 12 - Number(months ?? 0))
  then.setUTCDate(then.getUTCDate() - Number(days ?? 0))
  return then
}

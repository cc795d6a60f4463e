import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { dayInHelsinki } from '#platform/finnish-calendar'
import type { Erasure, Fate, Holding, InForce } from '#register'
import type { Statement } from '#statement'
import { addedAbout, addedTables } from './added-held.ts'
import { chainHeld } from './chain-held.ts'
import { type Dealing, fatesOfDealings } from './fate.ts'
import type { HoldingPart } from './holding-part.ts'
import { invoicingHeld } from './invoices/invoicing-held.ts'
import { opportunitiesHeld } from './opportunities/opportunities-held.ts'
import { papersHeld } from './papers/papers-held.ts'
import { priceListsHeld } from './products/price-lists-held.ts'
import { quoteRequestsHeld } from './quote-requests/quote-requests-held.ts'
import type { DealingsReach } from './reach.ts'
import { rowsOf } from './rows.ts'

const tables = ['register.invoice', 'register.warranty', 'register.complaint'] as const

/** What the other kinds of deal keep, each beside its own tables. */
const parts: readonly HoldingPart[] = [
  opportunitiesHeld,
  quoteRequestsHeld,
  priceListsHeld,
  invoicingHeld,
  chainHeld,
  papersHeld,
]

/** What dealings keep about a person: vouchers by law, what is owed until it is paid, warranties until they end. */
export const dealingsHolding = (statement: () => Statement, inForce: () => InForce): Holding<DealingsReach> => ({
  name: 'dealings',
  tables: [...tables, ...parts.flatMap((part) => part.tables), ...addedTables],
  has: async (look, personId) => {
    if ((await dealingsOf(look, personId)).length > 0) return true
    for (const part of parts) if ((await part.disclose(look, personId)).length > 0) return true
    return false
  },
  disclose: async (look, personId) => {
    const kept = []
    for (const table of tables) {
      const rows = await rowsOf<Record<string, unknown>>(
        look,
        sql<
          Record<string, unknown>
        >`select * from ${sql.table(table)} where person_id = ${personId}::uuid order by entered_at`,
      )
      if (rows.length > 0) kept.push({ table, rows })
    }
    for (const part of parts) kept.push(...(await part.disclose(look, personId)))
    kept.push(...(await addedAbout(look, inForce(), personId)))
    return { holding: 'dealings', kept }
  },
  plan: async (look, personId) => {
    const now = { statement: statement(), today: dayInHelsinki(look.at) }
    const fates = fatesOfDealings(now.statement, now.today, await dealingsOf(look, personId))
    for (const part of parts) fates.push(...(await part.plan(look, personId, now)))
    return fates
  },
  erase: async (act, personId, fates) => {
    const done: Erasure[] = []
    for (const part of parts) done.push(...(await part.erase(act, personId, fates)))
    const own = fates.filter(({ table }) => (tables as readonly string[]).includes(table))
    return [...done, ...(await erase(act, personId, own))]
  },
  merge: async (act, from, into) => {
    for (const table of tables)
      await act.db.updateTable(table).set({ person_id: into }).where('person_id', '=', from).execute()
    await rowsOf(
      act,
      sql`update register.complaint set parties = array_replace(array_remove(parties, ${into}::uuid), ${from}::uuid, ${into}::uuid)
        where parties @> array[${from}::uuid]`,
    )
    for (const part of parts) await part.merge(act, from, into)
  },
})

async function dealingsOf(look: Look<DealingsReach>, personId: string): Promise<Dealing[]> {
  return rowsOf<Dealing>(
    look,
    sql<Dealing>`
      select id, 'register.invoice' as table, status, fiscal_year_end as day from register.invoice where person_id = ${personId}::uuid
      union all select id, 'register.warranty', null, claim_until from register.warranty where person_id = ${personId}::uuid
      union all select id, 'register.complaint', null, closed_on from register.complaint where person_id = ${personId}::uuid
      union all select id, 'register.complaint', 'party', closed_on from register.complaint
        where parties @> array[${personId}::uuid] and person_id is distinct from ${personId}::uuid`,
  )
}

async function erase(act: Act<DealingsReach>, personId: string, fates: readonly Fate[]): Promise<Erasure[]> {
  const done: Erasure[] = []
  for (const { holding, table, class: ofClass, ids = [], rows, fate } of fates) {
    if (holding !== 'dealings') continue
    const place = table as (typeof tables)[number]
    if (fate === 'erase')
      await act.db.deleteFrom(place).where('id', 'in', ids).where('person_id', '=', personId).execute()
    // Art. 18 GDPR: what has to stay is for those who settle it.
    else
      await act.db
        .updateTable(place)
        .set({ held_at: act.at })
        .where('id', 'in', ids)
        .where('held_at', 'is', null)
        .execute()
    done.push({ holding, table, class: ofClass, rows, outcome: fate === 'erase' ? 'erased' : 'held' })
  }
  await rowsOf(
    act,
    sql`update register.complaint set parties = array_remove(parties, ${personId}::uuid) where parties @> array[${personId}::uuid]`,
  )
  return done
}

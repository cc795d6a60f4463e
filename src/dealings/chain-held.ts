import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import type { Erasure, Fate } from '#register'
import { type ChainTable, chainTables, fatesOfChain, type Link } from './chain-fate.ts'
import type { HoldingPart } from './holding-part.ts'
import type { DealingsReach } from './reach.ts'
import { rowsOf } from './rows.ts'

const withContact = ['register.quote', 'register.sales_order', 'register.delivery', 'register.contract'] as const

/** What quotes, orders, deliveries, contracts and assignments keep about a person, as party or as contact. */
export const chainHeld: HoldingPart = {
  tables: chainTables,
  disclose: async (look, personId) => {
    const kept = []
    for (const table of chainTables) {
      const rows = await rowsOf<Record<string, unknown>>(
        look,
        sql`select * from ${sql.table(table)} where person_id = ${personId}::uuid`,
      )
      if (rows.length > 0) kept.push({ table, rows })
    }
    for (const table of withContact) {
      // What the person's company ordered is the company's; that they were its contact is theirs.
      const rows = await rowsOf<Record<string, unknown>>(
        look,
        sql`select id, number, state, entered_at from ${sql.table(table)}
          where contact_person_id = ${personId}::uuid and person_id is distinct from ${personId}::uuid`,
      )
      if (rows.length > 0) kept.push({ table, rows })
    }
    return kept
  },
  plan: async (look, personId, { statement }) => fatesOfChain(statement, await linksOf(look, personId)),
  erase,
  merge: async (act, from, into) => {
    await rowsOf(
      act,
      sql`delete from register.assignment_contact listed where listed.person_id = ${from}::uuid and exists (
        select from register.assignment_contact other where other.assignment_id = listed.assignment_id and other.person_id = ${into}::uuid)`,
    )
    for (const table of chainTables)
      await act.db.updateTable(table).set({ person_id: into }).where('person_id', '=', from).execute()
    for (const table of withContact)
      await act.db.updateTable(table).set({ contact_person_id: into }).where('contact_person_id', '=', from).execute()
  },
}

async function linksOf(look: Look<DealingsReach>, personId: string): Promise<Link[]> {
  const person = sql`${personId}::uuid`
  return rowsOf<Link>(
    look,
    sql<Link>`
      with running as (
        select id from register.sales_order where person_id = ${person} and state in ('open', 'delivered'))
      select id, 'register.delivery' as table, case when order_id in (select id from running) then 'active-contract' end as waits,
        null::date as until from register.delivery where person_id = ${person}
      union all select id, 'register.quote_version', null, null from register.quote_version where person_id = ${person}
      union all select id, 'register.quote', null, null from register.quote where person_id = ${person}
      union all select id, 'register.sales_order', case when id in (select id from running) then 'active-contract' end, null
        from register.sales_order where person_id = ${person}
      union all select id, 'register.assignment_contact', null, null from register.assignment_contact where person_id = ${person}
      union all select id, 'register.assignment', case when state = 'open' then 'open-assignment' end, ends_on
        from register.assignment where person_id = ${person}
      union all select id, 'register.contract', case when state in ('active', 'noticed') then 'active-contract' end,
          case when renewal = 'fixed' or state = 'noticed' then ends_on end
        from register.contract where person_id = ${person}`,
  )
}

async function erase(act: Act<DealingsReach>, personId: string, fates: readonly Fate[]): Promise<Erasure[]> {
  const done: Erasure[] = []
  await forgetContact(act, personId)
  for (const table of chainTables) {
    for (const fate of fates.filter((one) => one.holding === 'dealings' && one.table === table)) {
      const ids = [...(fate.ids ?? [])]
      const isErased = fate.fate === 'erase'
      if (isErased) await act.db.deleteFrom(table).where('id', 'in', ids).execute()
      else await hold(act, table, ids)
      done.push({
        ...{ holding: 'dealings', table, class: fate.class, rows: fate.rows },
        outcome: isErased ? 'erased' : 'held',
      })
    }
  }
  return done
}

// Art. 18 GDPR: what has to stay is for those who settle it.
async function hold(act: Act<DealingsReach>, table: ChainTable, ids: string[]) {
  if (table === 'register.assignment_contact') return
  await act.db.updateTable(table).set({ held_at: act.at }).where('id', 'in', ids).where('held_at', 'is', null).execute()
}

// S5.10: a delivery of the company stays, and no longer says who took it in; a quote no longer says who accepted it.
async function forgetContact(act: Act<DealingsReach>, personId: string) {
  await rowsOf(
    act,
    sql`update register.quote_version version set answered_name = null from register.quote
      where quote.id = version.quote_id and quote.contact_person_id = ${personId}::uuid and version.answered_name is not null`,
  )
  for (const table of withContact)
    await act.db.updateTable(table).set({ contact_person_id: null }).where('contact_person_id', '=', personId).execute()
}

import { type RawBuilder, sql } from 'kysely'
import type { Act } from '#ledger'
import type { Erasure, Fate } from './holding.ts'
import { rowsOf } from './pieces.ts'
import { rowsAbout } from './rows-about.ts'
import type { RegisterTables } from './tables.ts'

/** Erases what the register keeps about a person, but for what is held. What is held leaves the daily desks (Art. 18). */
export async function eraseRows(
  act: Act<RegisterTables>,
  personId: string,
  fates: readonly Fate[],
): Promise<Erasure[]> {
  const person = sql`${personId}::uuid`
  const held = new Map(fates.filter(({ fate }) => fate !== 'erase').map((fate) => [fate.table, fate]))
  const classOf = new Map(fates.map((fate) => [fate.table, fate.class]))
  const done: Erasure[] = []
  const told = (table: string, rows: number, outcome: Erasure['outcome']) => {
    if (rows > 0) done.push({ holding: 'register', table, class: classOf.get(table) ?? 'contact', rows, outcome })
  }

  const forgotten = await forgetAddressOfOthers(act, person)
  told('register.organisation', forgotten, 'erased')
  for (const [table, isAbout] of order(person)) {
    const keeps = held.get(table)
    if (keeps) told(table, keeps.rows, 'held')
    else told(table, await deleted(act, table, isAbout), 'erased')
  }
  if (held.has('register.person')) await closePerson(act, personId)
  return done
}

// Children first: a parent would take them along uncounted.
function order(person: RawBuilder<unknown>): [string, RawBuilder<unknown>][] {
  const own: [string, RawBuilder<unknown>][] = rowsAbout.map(([table, isAbout]) => [table, isAbout(person)])
  return [
    ['declared.person', sql`person_id = ${person}`],
    [
      'declared.organisation',
      sql`organisation_id in (select id from register.organisation where person_id = ${person})`,
    ],
    ...own.reverse(),
  ]
}

async function deleted(act: Act<RegisterTables>, table: string, isAbout: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${isAbout}`.execute(
    act.db as unknown as Parameters<RawBuilder<unknown>['execute']>[0],
  )
  return Number(numAffectedRows ?? 0)
}

// A company may have the personal address or number of one person for its own (S5.7).
async function forgetAddressOfOthers(act: Act<RegisterTables>, person: RawBuilder<unknown>): Promise<number> {
  const emails = await rowsOf<{ id: string }>(
    act.db,
    sql`update register.organisation firm set email = null, email_kind = null
      where firm.email_kind is distinct from 'role' and firm.person_id is distinct from ${person} and seloste.folded(firm.email) collate "C"
        in (select seloste.folded(mail.address) collate "C" from register.person_email mail where mail.person_id = ${person})
      returning firm.id`,
  )
  return emails.length
}

async function closePerson(act: Act<RegisterTables>, personId: string) {
  await act.db
    .updateTable('register.person')
    .set((row) => ({ closed_at: row.fn.coalesce('closed_at', sql<Date>`${act.at}`), changed_at: act.at }))
    .where('id', '=', personId)
    .execute()
}

import { sql } from 'kysely'
import type { Day } from '#platform/finnish-calendar'
import type { Disclosure, Erasure, Fate } from '#register'
import { heldByLaw, keptUntil, retentionRule, type Statement } from '#statement'
import type { HoldingPart } from '../holding-part.ts'
import { rowsOf } from '../rows.ts'

const tables = ['register.payment', 'register.reminder', 'register.e_invoice_address'] as const
const voucher = 'invoice-voucher'

/** Payments, reminders and e-invoice addresses of a person: as long as the vouchers that they belong to, and no longer. */
export const invoicingHeld: HoldingPart = {
  tables,
  disclose: async (look, personId) => {
    const kept: Disclosure['kept'][number][] = []
    for (const table of tables) {
      const rows = await rowsOf<Record<string, unknown>>(
        look,
        sql`select * from ${sql.table(table)} where person_id = ${personId}::uuid order by entered_at`,
      )
      if (rows.length > 0) kept.push({ table, rows })
    }
    return kept
  },
  plan: async (look, personId, { statement, today }) => {
    const rows = await rowsOf<{ id: string; table: string; day: Day | null; owed: boolean }>(
      look,
      sql`select payment.id, 'register.payment' as table, greatest(payment.fiscal_year_end, max(invoice.fiscal_year_end)) as day,
          coalesce(bool_or(invoice.status in ('open', 'collection')), false) as owed
        from register.payment left join register.payment_allocation part on part.payment_id = payment.id
          left join register.invoice on invoice.id = part.invoice_id
        where payment.person_id = ${personId}::uuid group by payment.id
      union all select reminder.id, 'register.reminder', invoice.fiscal_year_end, invoice.status in ('open', 'collection')
        from register.reminder join register.invoice on invoice.id = reminder.invoice_id where reminder.person_id = ${personId}::uuid
      union all select id, 'register.e_invoice_address', null, false from register.e_invoice_address where person_id = ${personId}::uuid`,
    )
    const fated = rows.map((row) => ({ row, what: fateOf(statement, today, row) }))
    const alike = Map.groupBy(fated, ({ row, what }) => `${row.table} ${what.fate} ${what.until ?? ''}`)
    return [...alike.values()].flatMap((group) => {
      const [first] = group
      if (!first) return []
      const ids = group.map(({ row }) => row.id)
      return [{ holding: 'dealings', table: first.row.table, ids, rows: ids.length, ...first.what }]
    })
  },
  erase: async (act, personId, fates) => {
    const done: Erasure[] = []
    for (const { holding, table, class: ofClass, ids = [], rows, fate } of fates) {
      if (holding !== 'dealings' || !(tables as readonly string[]).includes(table)) continue
      if (fate === 'erase')
        await rowsOf(
          act,
          sql`delete from ${sql.table(table)} where id = any(${[...ids]}::uuid[]) and person_id = ${personId}::uuid`,
        )
      // Art. 18 GDPR: what has to stay is for those who settle it.
      else
        await rowsOf(
          act,
          sql`update ${sql.table(table)} set held_at = ${act.at} where id = any(${[...ids]}::uuid[]) and held_at is null`,
        )
      done.push({ holding, table, class: ofClass, rows, outcome: fate === 'erase' ? 'erased' : 'held' })
    }
    await rowsOf(
      act,
      sql`update register.invoice set contact_person_id = null where contact_person_id = ${personId}::uuid`,
    )
    return done
  },
  merge: async (act, from, into) => {
    for (const table of tables)
      await rowsOf(act, sql`update ${sql.table(table)} set person_id = ${into}::uuid where person_id = ${from}::uuid`)
    await rowsOf(
      act,
      sql`update register.invoice set contact_person_id = ${into}::uuid where contact_person_id = ${from}::uuid`,
    )
  },
}

type What = Pick<Fate, 'class' | 'fate' | 'until' | 'ground' | 'blocker'>

function fateOf(
  statement: Statement,
  today: Day,
  { table, day, owed }: { table: string; day: Day | null; owed: boolean },
): What {
  const aClass = voucher
  if (table === 'register.e_invoice_address' || !day) return { class: aClass, fate: 'erase' }
  const law = heldByLaw(statement, aClass)
  const rule = retentionRule(statement, aClass)
  const until = rule ? keptUntil(rule, day) : null
  // L-RT.3: what was paid on a claim that is still owed belongs to the claim.
  if (law && until && (until >= today || owed))
    return { class: aClass, fate: 'hold', blocker: 'law', ground: law, until }
  return { class: aClass, fate: 'erase' }
}

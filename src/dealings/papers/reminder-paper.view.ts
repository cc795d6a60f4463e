import { sql } from 'kysely'
import type { Day } from '#platform/finnish-calendar'
import { refuseUnlessSees } from '#register'
import { isOwed } from '../invoices/invoice.ts'
import { dueOfLate } from '../invoices/payment-terms.ts'
import type { Cents } from '../money.ts'
import { rowsOf } from '../rows.ts'
import { invoicePaper } from './invoice-paper.view.ts'
import type { Paper } from './paper.ts'
import type { Asked, PaperSeen } from './paper-of.view.ts'
import { sellerOf } from './seller.view.ts'

/** S5.11: a reminder of an unpaid invoice, with what was asked for on its day. */
export async function reminderPaper(asked: Asked): Promise<PaperSeen | null> {
  const { look, inForce, statement, id } = asked
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  const [row] = await rowsOf<Row>(
    look,
    sql<Row>`select invoice_id, group_company, round, reminded_on, due_on, open_cents, interest_cents, fees_asked_cents as fees
      from register.reminder where id = ${id}::uuid`,
  )
  const of = row && (await invoicePaper({ ...asked, id: row.invoice_id }))
  if (!row || !of) return null
  const { paper } = of
  const invoice = await look.db
    .selectFrom('register.invoice')
    .select('status')
    .where('id', '=', row.invoice_id)
    .executeTakeFirst()
  const said = await sellerOf(look, statement, {
    ...{ groupCompany: row.group_company, kind: 'reminder', language: paper.language },
  })
  const owed = {
    ...{ number: paper.number ?? '', day: paper.day, dueOn: dueOf(paper, row) },
    ...{ total: paper.totals?.total ?? row.open_cents, open: row.open_cents },
    ...{ interest: row.interest_cents, fee: row.fees },
  }
  return {
    ...of,
    settled: !invoice || !isOwed(invoice.status),
    paper: {
      ...{ kind: 'reminder', language: paper.language, number: `${paper.number}-${row.round}`, day: row.reminded_on },
      ...{ seller: said.seller, buyer: paper.buyer, lines: [], totals: null, owed: [owed], closing: said.closing },
      terms: { lateInterest: paper.terms?.lateInterest ?? null },
      payment: {
        ...{ reference: paper.payment?.reference ?? null, dueOn: row.due_on },
        cents: owed.open + owed.interest + owed.fee,
      },
    },
  }
}

interface Row {
  invoice_id: string
  group_company: string
  round: 1 | 2
  reminded_on: Day
  due_on: Day
  open_cents: Cents
  interest_cents: Cents
  fees: Cents
}

function dueOf({ terms, payment }: Paper, { open_cents, reminded_on }: { open_cents: number; reminded_on: string }) {
  return dueOfLate(terms?.instalments ?? [], open_cents, reminded_on) ?? payment?.dueOn ?? ''
}

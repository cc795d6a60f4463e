import { sql } from 'kysely'
import type { Look } from '#ledger'
import type { Day } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { groupCompanyOf, type InForce, refuseUnlessSees, refuseUnlessWriter } from '#register'
import { billingPeriod } from '../contracts/contract.ts'
import { daysBeyond } from '../contracts/days-beyond.ts'
import { allowedOf, type PartySeen, partyColumns, sawParties } from '../deal-seen.ts'
import { creditOfDays, type DaysGivenBack } from '../invoices/credit-days.ts'
import type { Billed } from '../invoices/creditable.ts'
import { sumOf } from '../money.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import type { Reading } from './rows-to-bill.view.ts'

/** A contract of which days beyond its end were billed, and what they come to. */
export interface ToCredit extends PartySeen {
  id: string
  number: string | null
  title: string
  /** The last day that the contract runs. */
  endsOn: Day
  /** The first and the last day beyond it that were billed. */
  since: Day
  until: Day
  netCents: number
  totalCents: number
  invoices: GivenBack[]
}

/** Days in a row of one invoice that are given back, and its revision when they are. */
export interface GivenBack extends DaysGivenBack {
  id: string
  number: string
  language: Language
  revision: number
}

export interface AskedToCredit {
  groupCompany?: string
  company?: string
  person?: string
  contract?: string
}

const most = 100

/**
 * What was billed ahead of contracts that end before it, the longest ago first: a hundred at once, `more` where there are others. Only of
 * contracts whose part periods are billed by days, and of invoices that nobody credited in part by hand.
 */
export async function toCredit(look: Look<DealingsReach>, inForce: InForce, asked: AskedToCredit) {
  refuseUnlessWriter(inForce, look, 'com.invoicing')
  refuseUnlessSees(inForce, look, ['com.contracts'])
  const { company, person, contract } = asked
  const group = groupCompanyOf(inForce.policy, asked.groupCompany)
  const items: ToCredit[] = []
  let [after, isFull] = [sql`true`, true]
  // Of what comes to nothing nobody is told, so it takes no place either.
  while (isFull && items.length <= most) {
    const found = await rowsOf<{ id: string; day: Day }>(
      look,
      sql`select id, billed_beyond as day from register.contract where billed_beyond is not null and held_at is null and ${after}
          ${contract ? sql`and id = ${contract}::uuid` : sql`and group_company = ${group}`}
          ${company ? sql`and organisation_id = ${company}::uuid` : sql``} ${person ? sql`and person_id = ${person}::uuid` : sql``}
        order by billed_beyond, id limit ${most + 1}`,
    )
    const ids = found.map(({ id }) => id)
    items.push(...(await contractsToCredit(look, ids, allowedOf(inForce, look))))
    const last = found.at(-1)
    isFull = found.length > most
    if (last) after = sql`(billed_beyond, id) > (${last.day}::date, ${last.id}::uuid)`
  }
  const shown = items.slice(0, most)
  sawParties(look, shown, ['com.contracts', 'com.invoicing'])
  return { items: shown, more: items.length > most }
}

interface Row extends PartySeen {
  id: string
  number: string | null
  title: string
  endsOn: Day
  startsOn: Day
  months: number
  leftUnbilled: { since?: Day; until?: Day }[]
  ownLines: string[]
  bills: (Billed & Bill & { notes: Note[] })[]
}

type Bill = Pick<GivenBack, 'id' | 'number' | 'language' | 'revision' | 'until'> & { since: Day | null }
type Note = Billed & { since: Day | null; until: Day | null }

/** What is to be credited of these contracts. Art. 18 GDPR: what is held after an erasure waits for nobody. */
export async function contractsToCredit(
  reach: Reading,
  ids: readonly string[],
  sees: (field: string) => boolean,
): Promise<ToCredit[]> {
  if (ids.length === 0) return []
  const rows = await rowsOf<Row>(
    reach,
    sql<Row>`select contract.id, contract.number, contract.title, contract.starts_on as "startsOn", contract.billing_months as months,
        case when state = 'ended' then ended_on else ends_on end as "endsOn", contract.left_unbilled as "leftUnbilled",
        (select jsonb_agg(line->'id') from jsonb_array_elements(contract.lines) line) as "ownLines", ${partyColumns(sees, 'contract')},
        (select jsonb_agg(jsonb_build_object('id', bill.id, 'number', bill.number, 'language', bill.language, 'revision', bill.revision, 'lines', bill.lines, 'byVat', bill.by_vat,
            'since', bill.period_since, 'until', bill.period_until, 'notes', (
              select coalesce(jsonb_agg(jsonb_build_object('lines', note.lines, 'byVat', note.by_vat, 'since', note.period_since, 'until', note.period_until)
                order by note.issued_at, note.id), '[]')
              from register.invoice note where note.credits_invoice_id = bill.id and note.number is not null)) order by bill.period_until)
          from register.invoice bill where bill.contract_id = contract.id and bill.kind = 'invoice' and bill.number is not null and bill.status <> 'credited'
            and bill.period_until > case when contract.state = 'ended' then contract.ended_on else contract.ends_on end
            and not exists (select from register.invoice note where note.credits_invoice_id = bill.id and note.period_until is null
              and note.complaint_id is null)) as bills
      from register.contract where id = any(${[...ids]}::uuid[]) and billed_beyond is not null and held_at is null
      order by billed_beyond, id`,
  )
  return rows.flatMap(({ startsOn, months, leftUnbilled, ownLines, bills, ...row }) => {
    const parts = (bills ?? []).flatMap(({ lines, byVat, notes, since, until, ...bill }) => {
      const from = since ?? billingPeriod(startsOn, months, until).from
      const rows = daysBeyond({ from, until, end: row.endsOn }, { given: notes, left: leftUnbilled })
      const so = [...notes] as Billed[]
      return rows.flatMap((days) => {
        const given = { ...bill, ...days, lines: ownLines, revision: bill.revision + so.length - notes.length }
        const { net, total, ...credit } = creditOfDays({ lines, byVat }, so, given)
        if (total >= 0) return []
        so.push(credit)
        return [{ ...given, net, total }]
      })
    })
    const [first, last] = [parts[0], parts.at(-1)]
    if (!first || !last) return []
    const sums = { netCents: -sumOf(parts.map(({ net }) => net)), totalCents: -sumOf(parts.map(({ total }) => total)) }
    return [
      {
        ...row,
        since: first.since,
        until: last.until,
        ...sums,
        invoices: parts.map(({ net: _, total: __, ...one }) => one),
      },
    ]
  })
}

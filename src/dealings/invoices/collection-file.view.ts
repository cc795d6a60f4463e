import { sql } from 'kysely'
import type { Look } from '#ledger'
import { type Day, dayInHelsinki } from '#platform/finnish-calendar'
import type { Language } from '#platform/language'
import { Refusal } from '#platform/refusal'
import type { Circumstances } from '#recipients'
import { type InForce, refuseUnlessSees } from '#register'
import { cell, euros } from '../bookkeeping/voucher-file.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { collectorOf } from './collector-of.view.ts'
import { invoiceRow } from './invoice.view.ts'
import { invoicingOf } from './invoicing.ts'
import { interestTo } from './late-interest.ts'
import { ratesOf } from './reference-rates.view.ts'

export interface CollectionWish {
  id: string
  about: Circumstances
  language: Language
}

interface Event {
  kind: 'reminder' | 'payment' | 'credit-note'
  number: string
  day: Day
  dueOn: Day | null
  cents: number
  interest: number | null
  fee: number | null
}

export interface CollectionFile {
  name: string
  file: string
  /** Whose debt it tells, where that was not noted yet: of what went to collection before it was. */
  untold: { id: string; personId: string | null; groupCompany: string } | null
}

/**
 * A debt for its collector as a CSV file (UTF-8, semicolons): the collector, the invoice with its debtor and the interest of the day, and
 * what was reminded of, paid and credited, with days. Interest is empty while its reference rate is unknown. Refuses what is not in
 * collection (`INVOICE_STATUS`, 409), and a collector whom the statement no longer names (403, S8.4).
 */
export async function collectionFile(
  look: Look<DealingsReach>,
  inForce: InForce,
  { id, about, language }: CollectionWish,
): Promise<CollectionFile> {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  const row = await invoiceRow(look, id)
  if (row.status !== 'collection') throw new Refusal('INVOICE_STATUS', 409, { clause: 'S5.11', status: row.status })
  const collector = await collectorOf(look, about, row.groupCompany)
  const events = await eventsOf(look, id)
  look.saw(row.personId ? [row.personId] : [], collector.fields)

  const today = dayInHelsinki(look.at)
  const [{ lateInterest }, rates] = [await invoicingOf(look, row.groupCompany), await ratesOf(look)]
  const interest = interestTo(today, {
    ...{ instalments: owedBy(row), consumer: row.organisationId === null, agreed: lateInterest, rates },
    // What was credited was never owed: it bears no interest from the first day.
    payments: events
      .filter(({ kind }) => kind !== 'reminder')
      .map(({ kind, day, cents }) => ({ on: kind === 'credit-note' ? (row.issuedOn ?? day) : day, cents })),
  })
  const said = words[language]
  const seller = inForce.policy.groupCompanies.find((one) => one.id === row.groupCompany)?.name ?? row.groupCompany
  const debtor = [row.debtorName, row.debtorBusinessId ?? '', (row.debtorAddress ?? '').replaceAll('\n', ', ')]
  const invoice = [said.invoice, row.number ?? '', row.issuedOn ?? '', row.dueOn ?? '', euros(row.amountCents)]
  const lines = [
    [said.collector, collector.name],
    [said.creditor, seller],
    [said.counted, today],
    said.heads,
    [...invoice, euros(row.openCents), interest === null ? '' : euros(interest), '', row.reference ?? '', ...debtor],
    ...events.map(({ kind, number, day, dueOn, cents, interest: asked, fee }) => [
      ...[said[kind], number, day, dueOn ?? '', euros(cents), '', asked === null ? '' : euros(asked)],
      ...[fee === null ? '' : euros(fee), '', '', '', ''],
    ]),
  ]
  const number = (row.number ?? '').replace(/[^\w-]+/g, '-')
  const { personId, groupCompany, collectorToldAt } = row
  return {
    untold: collectorToldAt ? null : { id, personId, groupCompany },
    name: `collection-${number}.csv`,
    file: `\ufeff${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`,
  }
}

// An invoice that was entered has one day for all of it.
function owedBy({ instalments, dueOn, amountCents }: Awaited<ReturnType<typeof invoiceRow>>) {
  return instalments.length > 0 || !dueOn ? instalments : [{ dueOn, cents: amountCents }]
}

function eventsOf(look: Look<DealingsReach>, id: string): Promise<Event[]> {
  return rowsOf<Event>(
    look,
    sql<Event>`
      select 'reminder' as kind, round::text as number, reminded_on as day, due_on as "dueOn", open_cents as cents,
        interest_cents as interest, fee_cents as fee
      from register.reminder where invoice_id = ${id}::uuid
      union all
      select 'payment', '', payment.paid_on, null, part.cents, null, null
      from register.payment_allocation part join register.payment on payment.id = part.payment_id
      where part.invoice_id = ${id}::uuid and part.bears <> 'charge'
      union all
      select 'credit-note', number, issued_on, null, -amount_cents, null, null
      from register.invoice where credits_invoice_id = ${id}::uuid and number is not null
      order by day, kind, number`,
  )
}

const words = {
  fi: {
    ...{ collector: 'Perintätoimisto', creditor: 'Velkoja', counted: 'Korko laskettu', invoice: 'Lasku' },
    ...{ reminder: 'Maksumuistutus', payment: 'Maksu', 'credit-note': 'Hyvityslasku' },
    heads: [
      ...['Laji', 'Numero', 'Päivä', 'Eräpäivä', 'Summa', 'Avoinna', 'Viivästyskorko', 'Muistutuskulu', 'Viite'],
      ...['Velallinen', 'Y-tunnus', 'Osoite'],
    ],
  },
  sv: {
    ...{ collector: 'Inkassobyrå', creditor: 'Borgenär', counted: 'Räntan beräknad', invoice: 'Faktura' },
    ...{ reminder: 'Betalningspåminnelse', payment: 'Betalning', 'credit-note': 'Kreditnota' },
    heads: [
      ...['Slag', 'Nummer', 'Dag', 'Förfallodag', 'Summa', 'Öppet', 'Dröjsmålsränta', 'Påminnelseavgift', 'Referens'],
      ...['Gäldenär', 'FO-nummer', 'Adress'],
    ],
  },
  en: {
    ...{ collector: 'Debt collector', creditor: 'Creditor', counted: 'Interest counted', invoice: 'Invoice' },
    ...{ reminder: 'Reminder', payment: 'Payment', 'credit-note': 'Credit note' },
    heads: [
      ...['Kind', 'Number', 'Day', 'Due day', 'Sum', 'Open', 'Late interest', 'Reminder fee', 'Reference'],
      ...['Debtor', 'Business ID', 'Address'],
    ],
  },
} as const

import {
  beginReminderRun,
  creditInvoice,
  draftInvoice,
  enterPayment,
  enterReferenceRate,
  invoiceCard,
  issueInvoice,
  setInvoicing,
  takePaymentFile,
} from '#dealings'
import { type Act, look, type Occasion, perform } from '#ledger'
import { addMonths, dayInHelsinki } from '#platform/finnish-calendar'
import type { InForce } from '#register'
import type { Running } from '#statement'
import type { Database } from '../database.ts'

interface Billing {
  rules: InForce
  /** Companies that are customers: the longest known first. */
  customers: readonly { id: string }[]
  as(daysAgo: number): Occasion
}

const sold = [
  { text: 'Ilmalämpöpumppu asennettuna', unit: 'kpl', unitPrice: 18_900_000, quantity: 1000 },
  { text: 'Vuosihuolto', unit: 'kpl', unitPrice: 1_890_000, quantity: 2000 },
  { text: 'Asennustyö', unit: 'h', unitPrice: 680_000, quantity: 7500 },
  { text: 'Matkakulut', unit: 'km', unitPrice: 5_900, quantity: 84_000 },
]
const lasts = 120

/** The last months of the group's own invoicing: paid by bank files, in instalments, reminded of, credited, and two still being written. */
export async function billCustomers(register: Running<Database>, { rules, customers, as }: Billing) {
  const doing = <R>(daysAgo: number, deed: (act: Act<never>) => Promise<R>) =>
    perform(register.db, as(daysAgo), (act) => deed(act as unknown as Act<never>))

  const [energy, service] = rules.policy.groupCompanies.map(({ id }) => id)
  const companies = [
    { groupCompany: energy, vatNumber: 'FI00000174', eAddress: '003700000174', iban: 'FI21 1234 5600 0007 85' },
    { groupCompany: service, vatNumber: 'FI00000254', eAddress: '003700000254', iban: 'FI58 1017 1000 0001 22' },
  ]
  for (const { groupCompany, iban, ...own } of companies)
    await doing(lasts + 1, (act) =>
      setInvoicing(act, rules, {
        ...{ ...own, ...(groupCompany ? { groupCompany } : {}), accounts: [{ iban, bic: 'NDEAFIHH' }] },
        collector: 'Saatavahovi Oy',
        ...{ eOperator: '003721291126', reminderFee: 500, paymentDays: 14 },
      }),
    )
  await enterInventedRates(register, { rules, as })
  const seen = (id: string) => look(register.db, as(1), (view) => invoiceCard(view as never, rules, id))
  const issued: { id: string; number: string; daysAgo: number; groupCompany: string | undefined }[] = []
  for (const [n, { id: organisationId }] of customers.entries()) {
    const daysAgo = Math.round(lasts - (n * lasts) / customers.length)
    const lines = sold.slice(n % 3, (n % 3) + 2).map((line, at) => ({
      ...{ id: `${at}`, discount: n % 7 === 0 ? 500 : 0, vatRate: 2550, vatCategory: 'S' as const },
      ...line,
    }))
    const groupCompany = n % 7 === 3 ? service : energy
    const { id } = await doing(daysAgo, (act) =>
      draftInvoice(act, rules, {
        ...{ organisationId, lines, ...(groupCompany ? { groupCompany } : {}) },
        ...(n % 6 === 1 ? { terms: halves } : {}),
        ...(n % 4 === 0 ? { yourReference: `Tilaus ${7000 + n}` } : {}),
      }),
    )
    if (n >= customers.length - 2) continue
    const { number } = await doing(daysAgo, (act) => issueInvoice(act, rules, { id }))
    issued.push({ id, number, daysAgo, groupCompany })
  }

  const paid = issued.filter(({ daysAgo }, n) => daysAgo > 14 && n % 5 !== 2)
  const told = paid.filter(({ groupCompany }) => groupCompany === energy).slice(-8)
  for (const { id, daysAgo } of paid.filter((one) => !told.includes(one))) {
    const amountCents = (await seen(id)).openCents
    await doing(Math.max(daysAgo - 12, 1), (act) => enterPayment(act, rules, { invoice: id, amountCents }))
  }
  const [returned] = issued.filter(({ daysAgo }) => daysAgo < 14)
  if (returned)
    await doing(returned.daysAgo, (act) =>
      creditInvoice(act, rules, {
        ...{ id: returned.id, reason: 'Toinen huolto jäi tekemättä' },
        lines: [{ id: '0', quantity: 1000 }],
      }),
    )
  const late = issued.filter(({ daysAgo, groupCompany }, n) => daysAgo > 45 && n % 5 === 2 && groupCompany === energy)
  const invoices = late.map(({ id }) => id)
  // They went by post: a demo that starts mails nobody by itself.
  if (late.length > 0) await doing(16, (act) => beginReminderRun(act, register, { invoices, letters: invoices }))

  const paying = await Promise.all(told.map(({ id }) => seen(id)))
  const bytes = Buffer.from(bankFile(paying, dayInHelsinki(as(1).at)))
  await doing(1, (act) => takePaymentFile(act, rules, { bytes }))
}

// A demo that starts in a later half-year than the program knows of: the rate is invented like all else in it.
async function enterInventedRates(register: Running<Database>, { rules, as }: Pick<Billing, 'rules' | 'as'>) {
  const today = dayInHelsinki(as(0).at)
  for (let half = '2026-07-01'; half <= today; half = addMonths(half, 6))
    await perform(register.db, as(17), (act) =>
      enterReferenceRate(act as unknown as Act<never>, rules, { half, points: 250 }),
    )
}

const halves = [
  { share: 5000, days: 14 },
  { share: 5000, days: 44 },
]

/** What the bank sent yesterday: payments by reference, one in part, one without a reference, and one that nobody knows. */
function bankFile(
  told: readonly { reference: string | null; openCents: number; debtorName: string }[],
  day: string,
): string {
  const entries = told.map(({ reference, openCents, debtorName }, n) => ({
    ...{ cents: n === 1 ? Math.round(openCents / 3) : openCents, payer: debtorName },
    ...(n === 2 ? { words: 'lasku viime viikolta' } : { reference }),
  }))
  const strange = { cents: 4500, payer: 'Tuntematon Maksaja', words: 'kiitos' }
  const all: { cents: number; payer: string; words?: string; reference?: string | null }[] = [...entries, strange]
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"><BkToCstmrDbtCdtNtfctn><Ntfctn>
<Acct><Id><IBAN>FI2112345600000785</IBAN></Id></Acct>
${all
  .map(
    (
      { cents, payer, words, reference },
      n,
    ) => `<Ntry><Amt Ccy="EUR">${(cents / 100).toFixed(2)}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
<BookgDt><Dt>${day}</Dt></BookgDt><NtryDtls><TxDtls><Refs><AcctSvcrRef>VALO${n}</AcctSvcrRef></Refs>
<RltdPties><Dbtr><Nm>${payer.replaceAll('&', '&amp;')}</Nm></Dbtr></RltdPties>
<RmtInf>${reference ? `<Strd><CdtrRefInf><Ref>${reference}</Ref></CdtrRefInf></Strd>` : `<Ustrd>${words}</Ustrd>`}</RmtInf></TxDtls></NtryDtls></Ntry>`,
  )
  .join('\n')}
</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`
}

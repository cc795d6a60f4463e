import { sql } from 'kysely'
import type { Act, Look } from '#ledger'
import { Refusal } from '#platform/refusal'
import { groupCompanyOf, type InForce, refuseUnlessWriter } from '#register'
import { refuseEdited } from '../deal-parts.ts'
import { normaliseBic, normaliseIban } from '../papers/iban.ts'
import type { DealingsReach } from '../reach.ts'
import { rowsOf } from '../rows.ts'
import { eAddressOf, saidVatNumber } from './e-address.ts'

/** How a group company invoices: who it is on paper, where it is paid to, and what it asks of those who pay late. */
export interface Invoicing {
  groupCompany: string
  /** False: invoices, payments and balances come from bookkeeping, and nothing is issued here. */
  issues: boolean
  vatNumber: string | null
  street: string | null
  postcode: string | null
  city: string | null
  phone: string | null
  email: string | null
  website: string | null
  footer: string | null
  accounts: { iban: string; bic: string | null }[]
  eAddress: string | null
  eOperator: string | null
  paymentDays: number
  /** Basis points agreed with businesses; null: by law. */
  lateInterest: number | null
  /** Cents. */
  reminderFee: number
  collector: string | null
  revision: number
}

const texts = {
  ...{
    street: 200,
    postcode: 20,
    city: 100,
    phone: 40,
    email: 200,
    website: 200,
    footer: 400,
    collector: 200,
  },
} as const

/** The invoicing of a group company; what holds where nobody has said anything yet. */
export async function invoicingOf(
  reach: Act<DealingsReach> | Look<DealingsReach>,
  groupCompany: string,
): Promise<Invoicing> {
  const [row] = await rowsOf<Invoicing>(
    reach,
    sql<Invoicing>`select group_company as "groupCompany", issues, vat_number as "vatNumber", street, postcode, city, phone, email, website,
      footer, accounts, e_address as "eAddress", e_operator as "eOperator", payment_days as "paymentDays",
      late_interest as "lateInterest", reminder_fee as "reminderFee", collector, revision
      from register.invoicing where group_company = ${groupCompany}`,
  )
  const unsaid = { vatNumber: null, street: null, postcode: null, city: null, phone: null, email: null, website: null }
  return (
    row ?? {
      ...{ groupCompany, issues: true, ...unsaid, footer: null, accounts: [], eAddress: null, eOperator: null },
      ...{ paymentDays: 14, lateInterest: null, reminderFee: 500, collector: null, revision: 0 },
    }
  )
}

/** Changes how a group company invoices. Refuses an IBAN, BIC or e-invoice address that is none, at its field. Answers the new revision. */
export async function setInvoicing(
  act: Act<DealingsReach>,
  inForce: InForce,
  { groupCompany: asked, revision, ...change }: Partial<Invoicing>,
) {
  refuseUnlessWriter(inForce, act, 'com.invoicing')
  const groupCompany = groupCompanyOf(inForce.policy, asked)
  const held = await invoicingOf(act, groupCompany)
  refuseEdited(held, revision)
  const next = { ...held, ...change }
  const said = Object.fromEntries(
    Object.entries(texts).map(([key, limit]) => [key, short(key, next[key as 'city'], limit)]),
  )
  const whole = (field: 'paymentDays' | 'reminderFee' | 'lateInterest', high: number) => {
    const value = next[field]
    if (value === null && field === 'lateInterest') return null
    if (!Number.isSafeInteger(value) || (value as number) < 0 || (value as number) > high)
      throw new Refusal('VALUE_NOT_VALID', 422, { field })
    return value as number
  }
  const row = {
    ...{ group_company: groupCompany, issues: next.issues !== false, changed_by: act.by, changed_at: act.at },
    ...{
      vat_number: saidVatNumber('vatNumber', next.vatNumber),
      street: said.street ?? null,
      postcode: said.postcode ?? null,
    },
    ...{ city: said.city ?? null, phone: said.phone ?? null, email: said.email ?? null, website: said.website ?? null },
    ...{
      footer: said.footer ?? null,
      collector: said.collector ?? null,
      accounts: JSON.stringify(accountsOf(next.accounts)),
    },
    ...eAddressOf(next.eAddress, next.eOperator),
    ...{ payment_days: whole('paymentDays', 365) as number, reminder_fee: whole('reminderFee', 4000) as number },
    ...{ late_interest: whole('lateInterest', 10_000), revision: held.revision + 1 },
  }
  const { group_company: _, ...changed } = row
  await act.db
    .insertInto('register.invoicing')
    .values(row)
    .onConflict((taken) => taken.column('group_company').doUpdateSet(changed))
    .execute()
  await act.record({ what: 'invoicing.set', about: groupCompany, detail: { issues: row.issues } })
  return { revision: row.revision }
}

function accountsOf(typed: unknown) {
  if (!Array.isArray(typed) || typed.length > 5) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'accounts' })
  return typed.map((one: { iban?: unknown; bic?: unknown }, n) => {
    const iban = normaliseIban(String(one?.iban ?? ''))
    if (!iban) throw new Refusal('IBAN_NOT_VALID', 422, { field: `accounts.${n}.iban` })
    const bic = one.bic ? normaliseBic(String(one.bic)) : null
    if (one.bic && !bic) throw new Refusal('VALUE_NOT_VALID', 422, { field: `accounts.${n}.bic` })
    return { iban, bic }
  })
}

function short(field: string, typed: unknown, limit: number): string | null {
  const text = typeof typed === 'string' ? typed.trim() : ''
  if (text.length > limit) throw new Refusal('VALUE_NOT_VALID', 422, { field })
  return text || null
}

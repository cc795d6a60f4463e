import { dayInHelsinki } from '#platform/finnish-calendar'
import { isLanguage } from '#platform/language'
import { refuseUnlessSees } from '#register'
import type { Instalment, Share } from '../invoices/payment-terms.ts'
import type { Line, Totals } from '../lines.ts'
import { buyerOf } from './buyer.view.ts'
import { doorOfText, linesOnPaper, termsInWords, totalsOnPaper } from './lines-on-paper.ts'
import type { Paper, References } from './paper.ts'
import type { Asked, PaperSeen } from './paper-of.view.ts'
import { codesOf } from './product-codes.view.ts'
import { sellerOf } from './seller.view.ts'

/** S5.11: an invoice or a credit note as it was issued; what is not issued is a draft. */
export async function invoicePaper({ look, inForce, statement, id }: Asked): Promise<PaperSeen | null> {
  refuseUnlessSees(inForce, look, ['com.invoicing'])
  const row = await look.db.selectFrom('register.invoice').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const language = isLanguage(row.language) ? row.language : 'fi'
  const kind = row.kind
  const credit = kind === 'credit-note'
  const lines = row.lines as unknown as Line[]
  const party = { organisationId: row.organisation_id, personId: row.person_id, contactId: row.contact_person_id }
  const now = await buyerOf(look, inForce, party)
  const said = await sellerOf(look, statement, { groupCompany: row.group_company, kind, language })
  const paid = credit ? 0 : row.amount_cents - row.open_cents
  const issued = row.number !== null
  const paper: Paper = {
    ...{ kind, language, number: row.number, day: row.issued_on ?? dayInHelsinki(look.at), seller: said.seller },
    buyer: {
      ...now,
      ...{ name: row.debtor_name, businessId: row.debtor_business_id, vatNumber: row.debtor_vat_number },
      address: doorOfText(row.debtor_address),
      rows: (row.debtor_address ?? '').split('\n').flatMap((one) => one.trim() || []),
    },
    delivered: deliveredOf(row),
    references: { yours: row.your_reference, ours: row.our_reference, ...(await referred(look, row)) },
    lines: linesOnPaper(lines, { language, codes: await codesOf(look, lines) }),
    totals: lines.length > 0 ? { ...totalsOnPaper(lines, issued ? paid : 0), ...asIssued(row) } : sumOnly(row),
    exemption: row.exemption,
    terms: credit ? {} : termsOf(row, { language, lateInterest: row.person_id ? null : said.lateInterest }),
    opening: credit ? row.correction : null,
    closing: [row.text, said.closing].filter(Boolean).join('\n\n') || null,
    payment:
      credit || !issued || row.open_cents <= 0 || !row.due_on
        ? null
        : { reference: row.reference, dueOn: nextDue(row), cents: row.open_cents },
  }
  return { party, groupCompany: row.group_company, paper }
}

// AVL § 209 e: of a contract the days that are billed, or given back.
function deliveredOf({ period_since, period_until, delivered_on }: Row): Paper['delivered'] {
  if (period_since && period_until) return { from: period_since, to: period_until }
  return delivered_on ? { from: delivered_on } : null
}

// The last credit note of several takes what is left of each rate, to the cent.
function asIssued({ by_vat, net_cents, vat_cents, amount_cents }: Row & { by_vat: unknown }) {
  return { byVat: by_vat as Totals['byVat'], net: net_cents ?? 0, vat: vat_cents ?? 0, total: amount_cents }
}

interface Row {
  amount_cents: number
  net_cents: number | null
  vat_cents: number | null
  open_cents: number
  due_on: string | null
  terms: unknown
  instalments: unknown
  credits_invoice_id: string | null
  order_number: string | null
  contract_number: string | null
  delivered_on: string | null
  period_since: string | null
  period_until: string | null
}

// An invoice that was entered as one sum has no lines: its total is all that is known of it.
function sumOnly({ amount_cents, net_cents, vat_cents }: Row): Paper['totals'] {
  return { byVat: [], net: net_cents ?? amount_cents, vat: vat_cents ?? 0, total: amount_cents }
}

function termsOf(row: Row, { language, lateInterest }: { language: Paper['language']; lateInterest: number | null }) {
  const shares = (row.terms as Share[] | null) ?? []
  const instalments = (row.instalments as Instalment[] | null) ?? []
  const one = shares.length === 1 ? shares[0] : undefined
  return {
    payment: one ? termsInWords(one.days, language) : null,
    lateInterest: lateInterest ?? ('by-law' as const),
    ...(instalments.length > 1 ? { instalments } : {}),
  }
}

// Of instalments the slip asks for the last day only when nothing earlier is open: payments go to the earliest first.
function nextDue({ instalments, open_cents, due_on }: Row): string {
  const parts = (instalments as Instalment[] | null) ?? []
  let paid = parts.reduce((sum, { cents }) => sum + cents, 0) - open_cents
  for (const { dueOn, cents } of parts) {
    paid -= cents
    if (paid < 0) return dueOn
  }
  return due_on ?? ''
}

// What it credits, and of which order and contract it is, as on the day of its issue.
async function referred({ db }: Asked['look'], row: Row): Promise<References> {
  const credited = await db
    .selectFrom('register.invoice')
    .select(['number', 'issued_on as day'])
    .where('id', '=', row.credits_invoice_id)
    .executeTakeFirst()
  const { number = null, day = null } = credited ?? {}
  return {
    ...(number && day ? { credits: { number, day } } : {}),
    ...{ order: row.order_number, contract: row.contract_number },
  }
}

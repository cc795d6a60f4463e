import type { TableMap } from '#statement'

const ofParty = ['id', 'group_company', 'organisation_id', 'person_id', 'entered_by', 'entered_at', 'held_at'] as const
const seenWithParty = `(exists (select from register.person seen where seen.id = person_id)
  or exists (select from register.organisation seen where seen.id = organisation_id))`
const machines: TableMap['machines'] = {
  rights: { select: '*', update: '*', delete: true },
  retention: { select: '*', update: ['held_at'], delete: true },
  matching: { select: ['id', 'person_id'], update: ['person_id'] },
}
// Art. 18(2) GDPR: of somebody whose data are restricted, what is owed stays with whoever keeps it, and is shown to nobody else.
const shown = `(person_id is null or not seloste.is_masked(person_id)) and ${seenWithParty}`
// Whoever keeps invoices also sees those of a relationship that has ended, and payments that are nobody's yet.
const withKeeper = (table: string, column: string) => ({
  all: `${shown} or has_column_privilege('${table}', '${column}', 'update')`,
  own: shown,
})
const opensWith = ['com.invoicing'] as const

/** How invoices, payments and reminders carry S5.11. */
export const invoiceMaps: readonly TableMap[] = [
  {
    table: 'register.number_series',
    plain: ['group_company', 'kind', 'prefix', 'first', 'next'],
    carries: {},
    opensWith: ['com.quotes', 'com.orders', 'com.contracts', 'com.delivery', 'com.invoicing'],
    // S6.3: a quote accepted on the public page is an order with a number.
    machines: { intake: { select: '*', insert: '*', update: ['next'] } },
  },
  {
    table: 'register.invoicing',
    plain: [
      ...[
        'group_company',
        'issues',
        'vat_number',
        'street',
        'postcode',
        'city',
        'phone',
        'email',
        'website',
        'footer',
        'accounts',
      ],
      ...[
        'e_address',
        'e_operator',
        'payment_days',
        'late_interest',
        'reminder_fee',
        'collector',
        'changed_by',
        'changed_at',
        'revision',
      ],
    ],
    carries: {},
    opensWith: ['com.quotes', 'com.orders', 'com.contracts', 'com.delivery', 'com.invoicing'],
    machines: { intake: { select: '*' } }, // the seller of a quote that its customer reads on the public page
  },
  {
    table: 'register.e_invoice_address',
    plain: [
      ...['id', 'organisation_id', 'person_id', 'document_kind', 'document_id'],
      ...['entered_by', 'entered_at', 'held_at', 'revision'],
    ],
    carries: { 'com.invoicing': ['address', 'operator', 'source', 'source_note'] },
    rows: { all: seenWithParty },
    adds: seenWithParty,
    deletable: true,
    machines,
  },
  {
    table: 'register.invoice',
    plain: [
      ...[...ofParty, 'revision', 'contact_person_id', 'credits_invoice_id', 'opportunity_id', 'quote_id', 'order_id'],
      ...['contract_id', 'assignment_id', 'delivery_id', 'complaint_id', 'origin', 'kind', 'issued_at', 'issued_by'],
    ],
    carries: {
      'com.invoicing': [
        ...['number', 'issued_on', 'due_on', 'amount_cents', 'currency', 'status', 'settled_on', 'fiscal_year_end'],
        ...[
          'debtor_name',
          'debtor_address',
          'debtor_business_id',
          'debtor_vat_number',
          'text',
          'lines',
          'net_cents',
          'vat_cents',
          'by_vat',
        ],
        ...[
          'credited_cents',
          'paid_cents',
          'open_cents',
          'reference',
          'terms',
          'instalments',
          'delivered_on',
          'your_reference',
        ],
        ...[
          'our_reference',
          'exemption',
          'correction',
          'language',
          'collection_on',
          'collector_told_at',
          'period_since',
          'period_until',
          'order_number',
          'contract_number',
        ],
      ],
    },
    rows: withKeeper('register.invoice', 'status'),
    adds: seenWithParty,
    addsOnly: true,
    binned: true, // drafts only: what was issued stays
    machines: {
      ...machines,
      matching: { select: ['id', 'person_id', 'contact_person_id'], update: ['person_id', 'contact_person_id'] },
    },
  },
  {
    table: 'register.payment_file',
    plain: ['id', 'group_company', 'format', 'digest', 'entries', 'cents', 'taken_by', 'taken_at'],
    carries: {},
    opensWith,
  },
  {
    table: 'register.payment',
    plain: [...ofParty, 'revision', 'file_id', 'digest', 'way'],
    carries: {
      'com.invoicing': [
        ...[
          'amount_cents',
          'left_cents',
          'gone_cents',
          'paid_on',
          'booked_on',
          'fiscal_year_end',
          'reference',
          'payer_name',
          'message',
        ],
        ...['account', 'archive_code'],
      ],
    },
    rows: withKeeper('register.payment', 'amount_cents'),
    adds: `(person_id is null and organisation_id is null) or ${seenWithParty}`,
    addsOnly: true,
    machines,
  },
  {
    table: 'register.payment_again',
    plain: ['payment_id', 'file_id', 'digest'],
    carries: {},
    opensWith,
  },
  {
    table: 'register.payment_allocation',
    plain: ['id', 'payment_id', 'invoice_id', 'bears', 'cents', 'allocated_by', 'allocated_at'],
    carries: {},
    opensWith,
    deletable: true,
    machines: { rights: { select: '*' }, retention: { select: '*' } },
  },
  {
    table: 'register.reminder',
    plain: [...ofParty, 'invoice_id', 'run_id', 'way', 'printed_at'],
    carries: {
      'com.invoicing': [
        'round',
        'reminded_on',
        'due_on',
        'open_cents',
        'fee_cents',
        'fees_asked_cents',
        'interest_cents',
      ],
    },
    rows: withKeeper('register.reminder', 'fee_cents'),
    adds: seenWithParty,
    addsOnly: true,
    machines,
  },
  {
    table: 'register.reference_rate',
    plain: ['half', 'points', 'entered_by', 'entered_at'],
    carries: {},
    opensWith,
  },
  {
    table: 'register.reminder_run',
    plain: ['id', 'group_company', 'left_out', 'begun_by', 'begun_at'],
    carries: {},
    opensWith,
  },
]

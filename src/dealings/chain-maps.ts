import type { TableMap } from '#statement'

const ofParty = [
  'id',
  'group_company',
  'organisation_id',
  'person_id',
  'entered_by',
  'entered_at',
  'held_at',
  'revision',
]
const seenWithParty = `(exists (select from register.person seen where seen.id = person_id)
  or exists (select from register.organisation seen where seen.id = organisation_id))`
const priced = ['lines', 'net_cents', 'vat_cents', 'total_cents']
const from = ['source', 'source_note']

// Art. 18 GDPR: what is somebody's whose data are restricted is nobody's to use meanwhile, but privacy's.
const unmasked = '(person_id is null or not seloste.is_masked(person_id))'
// Art. 17(3) GDPR: what is left of somebody who was erased is for those who settle it, not for those who may only read.
const held = (table: string, column: string) =>
  `${unmasked} and case when held_at is null then ${seenWithParty} else has_column_privilege('${table}', '${column}', 'update') end`

const machines = (persons: readonly string[]): TableMap['machines'] => ({
  rights: { select: '*', update: '*', delete: true },
  retention: { select: '*', delete: true },
  matching: { select: ['id', ...persons], update: persons },
})
const withContact = ['person_id', 'contact_person_id']

/** How quotes, orders, deliveries, contracts and assignments carry what the statement declares. */
export const chainMaps: readonly TableMap[] = [
  {
    table: 'register.quote',
    plain: [
      ...[...ofParty, 'contact_person_id', 'enquiry_id', 'opportunity_id', 'quote_request_id', 'order_id'],
      ...['owner', 'changed_at'],
    ],
    carries: {
      'com.quotes': [
        ...['number', 'version', 'state', 'title', 'language', 'valid_until', 'payment_days', 'opening', 'terms'],
        ...[...priced, ...from],
      ],
    },
    rows: { all: held('register.quote', 'lines') },
    adds: seenWithParty,
    binned: true, // what was never sent only
    machines: {
      ...machines(withContact),
      intake: {
        select: '*',
        update: [
          'state',
          'order_id',
          'title',
          'language',
          'valid_until',
          'payment_days',
          'opening',
          'terms',
          ...priced,
          'changed_at',
          'revision',
        ],
        rows: 'version > 0',
      },
      worker: {
        select: ['id', 'state', 'version', 'valid_until', 'order_id', 'owner', 'revision'],
        update: ['state', 'changed_at', 'revision'],
      },
    },
  },
  {
    table: 'register.quote_version',
    plain: ['id', 'quote_id', 'group_company', 'organisation_id', 'person_id', 'held_at'],
    carries: {
      'com.quotes': [
        ...['version', 'state', 'content', 'hash', 'valid_until', 'total_cents', 'sent_at', 'sent_by'],
        ...['answered_at', 'answered_via', 'answered_by', 'answered_name', 'reason'],
      ],
    },
    rows: { all: held('register.quote_version', 'content') },
    adds: seenWithParty,
    machines: {
      ...machines(['person_id']),
      intake: { select: '*', update: ['state', 'answered_at', 'answered_via', 'answered_name', 'reason'] },
      worker: {
        select: ['id', 'quote_id', 'state', 'valid_until', 'answered_via', 'answered_at'],
        update: ['state'],
      },
    },
  },
  {
    table: 'register.sales_order',
    plain: [...ofParty, 'contact_person_id', 'opportunity_id', 'quote_id', 'quote_version', 'owner'],
    carries: {
      'com.orders': [
        ...[
          'number',
          'state',
          'title',
          'language',
          'ordered_on',
          'wanted_on',
          'settled_on',
          'buyer_name',
          'buyer_reference',
        ],
        ...[
          'delivery_address',
          ...priced,
          'payment_days',
          'terms',
          'reason',
          'billed_from',
          'billed_before',
          'left_unbilled',
          'waits_since',
          ...from,
        ],
      ],
    },
    rows: { all: held('register.sales_order', 'lines') },
    adds: seenWithParty,
    machines: {
      ...machines(withContact),
      intake: { select: ['id', 'quote_id', 'number', 'state'], insert: '*' },
    },
  },
  {
    table: 'register.delivery',
    plain: [...ofParty, 'contact_person_id', 'order_id'],
    carries: {
      'com.delivery': ['number', 'state', 'planned_on', 'delivered_on', 'address', 'lines', 'reason', 'note'],
    },
    rows: { all: held('register.delivery', 'lines') },
    adds: seenWithParty,
    machines: machines(withContact),
  },
  {
    table: 'register.contract',
    plain: [...ofParty, 'contact_person_id', 'order_id', 'owner'],
    carries: {
      'com.contracts': [
        ...['number', 'state', 'title', 'text', 'signed_on', 'starts_on', 'ends_on', 'renewal', 'renewal_months'],
        ...[
          'notice_months',
          'noticed_on',
          'agreed_until',
          'ended_on',
          'end_reason',
          'asked_for',
          'end_proposed_on',
          ...priced,
          'billing_months',
          'part_periods',
          'language',
          'billed_until',
          'bills_next',
          'bills_until',
          'billed_beyond',
          'left_unbilled',
          'payment_days',
        ],
        ...from,
      ],
    },
    rows: { all: held('register.contract', 'title') },
    adds: seenWithParty,
    binned: true, // what was never signed only
    machines: {
      ...machines(withContact),
      worker: {
        select: [
          ...[
            'id',
            'organisation_id',
            'person_id',
            'group_company',
            'owner',
            'number',
            'state',
            'starts_on',
            'ends_on',
            'ended_on',
            'end_proposed_on',
          ],
          ...['renewal', 'renewal_months', 'notice_months', 'asked_for', 'revision'],
        ],
        update: ['state', 'ends_on', 'ended_on', 'asked_for', 'revision'],
      },
    },
  },
  {
    table: 'register.assignment',
    plain: [...ofParty, 'contract_id', 'order_id', 'owner'],
    carries: {
      'com.contracts': [
        ...['number', 'state', 'title', 'text', 'starts_on', 'ends_on', 'settled_on', 'outcome', ...from],
      ],
    },
    rows: {
      all: held('register.assignment', 'title'),
      own: `id in (select seloste.assignments_reached()) or owner = seloste.acting()`,
    },
    adds: seenWithParty,
    machines: machines(['person_id']),
  },
  {
    // The list of an assignment that one sees: a person on it whom one does not see is a line without a name.
    table: 'register.assignment_contact',
    plain: ['id', 'assignment_id', 'staff_id', 'person_id', 'added_by', 'added_at'],
    carries: { 'com.contracts': ['task'] },
    rows: { all: 'exists (select from register.assignment seen where seen.id = assignment_id)' },
    adds: 'exists (select from register.assignment seen where seen.id = assignment_id)',
    deletable: true,
    machines: {
      ...machines(['person_id']),
      matching: { select: ['id', 'assignment_id', 'person_id'], update: ['person_id'], delete: true },
    },
  },
]

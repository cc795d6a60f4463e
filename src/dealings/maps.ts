import type { TableMap } from '#statement'
import { opportunityMaps } from './opportunities/maps.ts'
import { productMaps } from './products/maps.ts'
import { invoiceMaps } from './invoices/maps.ts'

const ofParty = ['id', 'group_company', 'organisation_id', 'person_id', 'entered_by', 'entered_at', 'held_at'] as const
const seenWithParty = `(exists (select from register.person seen where seen.id = person_id)
  or exists (select from register.organisation seen where seen.id = organisation_id))`
const machines: TableMap['machines'] = {
  rights: { select: '*', update: '*', delete: true },
  retention: { select: '*', update: ['held_at'], delete: true },
  matching: { select: ['id', 'person_id'], update: ['person_id'] },
}

// Art. 18 GDPR: what is left of somebody who was erased is for those who settle it, not for those who may only read.
const held = (table: string, column: string) =>
  `case when held_at is null then ${seenWithParty} else has_column_privilege('${table}', '${column}', 'update') end`

/** How the records of dealings carry S5.11–S5.13. Whoever keeps invoices sees an open one of a relationship that has ended too. */
export const dealingsMaps: readonly TableMap[] = [
  ...productMaps,
  ...opportunityMaps,
  ...invoiceMaps,
  {
    table: 'register.invoice',
    plain: [...ofParty, 'revision'],
    carries: {
      'com.invoicing': [
        ...['number', 'issued_on', 'due_on', 'amount_cents', 'currency', 'status', 'settled_on', 'fiscal_year_end'],
        ...['debtor_name', 'debtor_address', 'text'],
      ],
    },
    rows: {
      all: `${seenWithParty} or has_column_privilege('register.invoice', 'status', 'update')`,
      own: seenWithParty,
    },
    adds: seenWithParty,
    addsOnly: true,
    machines,
  },
  {
    table: 'register.warranty',
    plain: ofParty,
    carries: { 'com.warranty': ['item', 'starts_on', 'ends_on', 'claim_until'] },
    rows: { all: held('register.warranty', 'item') },
    adds: seenWithParty,
    machines,
  },
  {
    table: 'register.complaint',
    plain: [...ofParty, 'revision'],
    carries: { 'com.complaints': ['parties', 'opened_on', 'closed_on', 'text', 'outcome'] },
    rows: { all: held('register.complaint', 'text') },
    adds: seenWithParty,
    machines: { ...machines, matching: { select: ['id', 'person_id', 'parties'], update: ['person_id', 'parties'] } },
  },
]

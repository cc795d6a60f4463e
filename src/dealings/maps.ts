import type { TableMap } from '#statement'
import { bookkeepingMaps } from './bookkeeping/maps.ts'
import { chainMaps } from './chain-maps.ts'
import { invoiceMaps } from './invoices/maps.ts'
import { opportunityMaps } from './opportunities/maps.ts'
import { paperMaps } from './papers/maps.ts'
import { productMaps } from './products/maps.ts'
import { quoteRequestMaps } from './quote-requests/maps.ts'

const ofParty = ['id', 'group_company', 'organisation_id', 'person_id', 'entered_by', 'entered_at', 'held_at'] as const
const seenWithParty = `(exists (select from register.person seen where seen.id = person_id)
  or exists (select from register.organisation seen where seen.id = organisation_id))`
const machines: TableMap['machines'] = {
  rights: { select: '*', update: '*', delete: true },
  retention: { select: '*', update: ['held_at'], delete: true },
  matching: { select: ['id', 'person_id'], update: ['person_id'] },
}

// Art. 18 GDPR: what is somebody's whose data are restricted is nobody's to use meanwhile, but privacy's.
const unmasked = '(person_id is null or not seloste.is_masked(person_id))'
// Art. 17(3) GDPR: what is left of somebody who was erased is for those who settle it, not for those who may only read.
const held = (table: string, column: string) =>
  `${unmasked} and case when held_at is null then ${seenWithParty} else has_column_privilege('${table}', '${column}', 'update') end`

/** How the records of dealings carry S5.11–S5.13. Whoever keeps invoices sees an open one of a relationship that has ended too. */
export const dealingsMaps: readonly TableMap[] = [
  ...productMaps,
  ...opportunityMaps,
  ...quoteRequestMaps,
  ...invoiceMaps,
  ...chainMaps,
  ...paperMaps,
  ...bookkeepingMaps,
  {
    table: 'register.warranty',
    plain: [...ofParty, 'product_id', 'order_id', 'delivery_id', 'invoice_id'],
    carries: { 'com.warranty': ['item', 'serial', 'starts_on', 'ends_on', 'claim_until'] },
    rows: { all: held('register.warranty', 'item') },
    adds: seenWithParty,
    machines,
  },
  {
    table: 'register.complaint',
    plain: [
      ...[...ofParty, 'revision', 'product_id', 'order_id', 'delivery_id', 'invoice_id', 'warranty_id'],
      ...['taken_by', 'taken_on'],
    ],
    carries: {
      'com.complaints': ['parties', 'opened_on', 'closed_on', 'text', 'outcome', 'resolution', 'credited_on'],
    },
    rows: { all: held('register.complaint', 'text') },
    adds: seenWithParty,
    machines: { ...machines, matching: { select: ['id', 'person_id', 'parties'], update: ['person_id', 'parties'] } },
  },
]

import type { TableMap } from '#statement'

const seenWithParty = `(exists (select from register.person seen where seen.id = person_id)
  or exists (select from register.organisation seen where seen.id = organisation_id))`

const standing = ['state', 'fault', 'attempts', 'not_before', 'fenced_at', 'settled_at']

/** How papers' settings and what was sent stand under the statement. */
export const paperMaps: readonly TableMap[] = [
  {
    table: 'register.paper_setting',
    plain: ['group_company', 'logo', 'logo_type', 'words', 'changed_by', 'changed_at', 'revision'],
    carries: {},
    opensWith: ['com.quotes', 'com.orders', 'com.contracts', 'com.delivery', 'com.invoicing'],
    machines: { intake: { select: '*' } }, // a quote that its customer reads on the public page
  },
  {
    table: 'register.paper_sent',
    plain: [
      ...['id', 'group_company', 'organisation_id', 'person_id', 'document', 'document_id', 'recipient', 'duty'],
      ...standing,
      ...['entered_by', 'entered_at', 'held_at'],
    ],
    carries: { 'com.activities': ['paper', 'number', 'language', 'sent_to', 'message'] },
    opensWith: ['com.quotes', 'com.orders', 'com.delivery', 'com.invoicing'],
    rows: { all: seenWithParty },
    adds: seenWithParty,
    machines: {
      // The sender: where each paper is on its way, and not whom it is about.
      worker: {
        select: [
          'id',
          'document',
          'document_id',
          'recipient',
          'duty',
          ...standing,
          'entered_by',
          'held_at',
          'entered_at',
        ],
        update: [...standing, 'message'],
      },
      rights: { select: '*', update: '*', delete: true },
      retention: { select: '*', update: ['held_at'], delete: true },
      matching: { select: ['id', 'person_id', 'sent_to'], update: ['person_id', 'sent_to'] },
    },
  },
]

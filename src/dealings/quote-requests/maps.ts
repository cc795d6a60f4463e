import type { TableMap } from '#statement'

// Art. 18 GDPR: what is somebody's whose data are restricted is nobody's to use meanwhile, but privacy's.
const unmasked = '(person_id is null or not seloste.is_masked(person_id))'
const seenWithParty = `(exists (select from register.person seen where seen.id = person_id)
  or exists (select from register.organisation seen where seen.id = organisation_id))`

/** How a request for a quote carries what the statement declares of quotes. */
export const quoteRequestMaps: readonly TableMap[] = [
  {
    table: 'register.quote_request',
    plain: [
      ...['id', 'group_company', 'organisation_id', 'person_id', 'contact_person_id', 'enquiry_id', 'opportunity_id'],
      ...['state', 'owner', 'settled_on', 'entered_by', 'entered_at', 'held_at', 'revision'],
    ],
    carries: {
      'com.quotes': [
        ...['title', 'wish', 'lines', 'answer_by', 'wanted_on', 'buyer_reference', 'reason'],
        ...['source', 'source_note'],
      ],
    },
    // Art. 18 GDPR: what is restricted is for those who settle it.
    rows: {
      all: `${unmasked} and case when held_at is null then ${seenWithParty} else has_column_privilege('register.quote_request', 'title', 'update') end`,
      own: `${unmasked} and held_at is null and ${seenWithParty}`,
    },
    adds: seenWithParty,
    binned: true,
    machines: {
      rights: { select: '*', update: '*', delete: true },
      retention: { select: '*', update: ['held_at'], delete: true },
      matching: { select: ['id', 'person_id', 'contact_person_id'], update: ['person_id', 'contact_person_id'] },
    },
  },
]

import type { TableMap } from '#statement'

// Art. 18 GDPR: what is somebody's whose data are restricted is nobody's to use meanwhile, but privacy's.
const unmasked = '(person_id is null or not seloste.is_masked(person_id))'
const seenWithParty = `(exists (select from register.person seen where seen.id = person_id)
  or exists (select from register.organisation seen where seen.id = organisation_id))`
const opensWith = ['com.quotes'] as const
const names = ['name_fi', 'name_sv', 'name_en', 'position']

/** How S5.9 is carried before there is a quote: what may become a sale, in which pipeline and stage. */
export const opportunityMaps: readonly TableMap[] = [
  {
    table: 'register.pipeline',
    plain: ['id', ...names, 'retired_at', 'revision'],
    carries: {},
    opensWith,
  },
  {
    table: 'register.pipeline_stage',
    plain: ['id', 'pipeline_id', ...names, 'probability', 'kind'],
    carries: {},
    opensWith,
    deletable: true,
    machines: { intake: { select: '*' } },
  },
  {
    table: 'register.opportunity',
    plain: [
      ...[
        'id',
        'group_company',
        'organisation_id',
        'person_id',
        'contact_person_id',
        'pipeline_id',
        'stage_id',
        'state',
      ],
      ...['owner', 'enquiry_id', 'stage_since', 'closed_on', 'entered_by', 'entered_at', 'held_at'],
      'revision',
    ],
    carries: {
      'com.quotes': ['title', 'value_cents', 'probability', 'expected_close', 'next_step', 'lost_reason', 'lost_note'],
    },
    // Art. 18 GDPR: what is restricted is for those who settle it.
    rows: {
      all: `${unmasked} and case when held_at is null then ${seenWithParty} else has_column_privilege('register.opportunity', 'title', 'update') end`,
      own: `${unmasked} and held_at is null and ${seenWithParty}`,
    },
    adds: seenWithParty,
    binned: true,
    machines: {
      rights: { select: '*', update: '*', delete: true },
      retention: { select: '*', update: ['held_at'], delete: true },
      // S6.3: a customer accepts on a page of their own.
      intake: {
        select: '*',
        update: [
          'pipeline_id',
          'stage_id',
          'stage_since',
          'state',
          'closed_on',
          'lost_reason',
          'lost_note',
          'revision',
        ],
      },
      matching: { select: ['id', 'person_id', 'contact_person_id'], update: ['person_id', 'contact_person_id'] },
    },
  },
]

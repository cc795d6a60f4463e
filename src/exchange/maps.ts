import type { TableMap } from '#statement'

const own = 'import_id in (select mine.id from register.import_run mine where mine.by = seloste.acting())'
const seenWithRecord =
  'exists (select from register.person seen where seen.id = person_id) or exists (select from register.organisation seen where seen.id = organisation_id)'
const seenWithOther =
  'exists (select from register.person seen where seen.id = other_person_id) or exists (select from register.organisation seen where seen.id = other_organisation_id)'
const run = [
  ...[
    'id',
    'at',
    'by',
    'source',
    'statement_version',
    'lines',
    'people',
    'companies',
    'held',
    'refused',
    'state',
    'duty',
  ],
  ...[
    'purpose',
    'settings',
    'kind',
    'encoding',
    'bytes',
    'file_key',
    'read_lines',
    'taken_lines',
    'updated',
    'notices',
  ],
  ...['finished_at', 'fault', 'holds', 'made'],
]
const waiting = ['person_id', 'organisation_id', 'new_person', 'new_organisation', 'first_line', 'first_company_line']

/** What an import keeps while it lasts; afterwards its counts, and whom it brought is known by the source of each value. */
export const exchangeMaps: readonly TableMap[] = [
  {
    table: 'register.import_run',
    plain: run,
    carries: {},
    opensWith: ['person.name'],
    machines: {
      retention: { select: '*', update: ['file_key', 'state', 'finished_at', 'settings'] },
      worker: { select: '*' },
    },
  },
  {
    // Whoever imports sees the lines of their own files, and nobody else's.
    table: 'register.import_line',
    plain: [
      ...['import_id', 'line', 'state', 'outcome', 'code', 'field', 'clause', ...waiting],
      ...['person_lacks', 'organisation_lacks', 'suppressed', 'record_id'],
    ],
    carries: {
      'person.name': ['email', 'person_key', 'digests', 'said', 'cells', 'record_key', 'shown', 'undo'],
      'org.name': ['business_id', 'name_key', 'organisation_key'],
    },
    rows: { all: own },
    deletable: true,
    machines: {
      rights: { select: '*', update: '*', delete: true },
      retention: { select: ['import_id', 'line'], delete: true },
      matching: {
        select: ['import_id', 'line', 'state', 'outcome', 'code', 'person_id', 'organisation_id'],
        update: ['state', 'code', 'person_id', 'organisation_id'],
      },
    },
  },
  {
    // Nobody's daily work: put back by the matcher, told and erased by whoever answers for rights.
    table: 'register.undo_row',
    plain: ['of', 'place', 'key', 'person_id', 'organisation_id'],
    carries: { 'person.name': ['before', 'after'] },
    rows: { all: 'false' },
    machines: {
      rights: { select: '*', update: '*', delete: true },
      retention: { select: ['of'], delete: true },
      matching: { select: ['of', 'place', 'person_id', 'organisation_id'] },
    },
  },
  {
    // Ids and instants; seen by whoever sees the record that stayed.
    table: 'register.merge',
    plain: ['id', 'subject', 'person_id', 'organisation_id', 'gone', 'at', 'by', 'known', 'undone_at'],
    carries: {},
    opensWith: ['person.name', 'org.name'],
    rows: { all: seenWithRecord },
    adds: 'false',
    machines: {
      rights: { select: '*', update: '*', delete: true },
      retention: { select: ['id', 'at'], delete: true },
      matching: { select: ['id', 'person_id', 'organisation_id', 'gone'] },
    },
  },
  {
    // Seen by whoever sees both.
    table: 'register.duplicate_pair',
    plain: [
      ...[
        'id',
        'subject',
        'person_id',
        'other_person_id',
        'organisation_id',
        'other_organisation_id',
        'score',
        'reasons',
      ],
      ...['state', 'found_at', 'dismissed_by'],
    ],
    carries: {},
    opensWith: ['person.name', 'org.name'],
    rows: { all: `(${seenWithRecord}) and (${seenWithOther})` },
    machines: { rights: { select: '*', update: '*', delete: true } },
  },
  {
    table: 'register.import_mapping',
    plain: ['signature', 'subject', 'columns', 'kept_at', 'by'],
    carries: {},
    opensWith: ['person.name'],
  },
]

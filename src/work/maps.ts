import type { TableMap } from '#statement'

const field = 'com.activities'
const seenWithParty = `(exists (select from register.person seen where seen.id = person_id)
  or exists (select from register.organisation seen where seen.id = organisation_id))`
// Art. 18 GDPR: what is restricted stays, and is nobody's to use meanwhile.
const isFree = '(person_id is null or not seloste.is_masked(person_id))'
const seen = `${isFree} and ${seenWithParty}`
const seenOrOwn = `${isFree} and (organisation_id is null and person_id is null or ${seenWithParty})`
const party = ['id', 'group_company', 'organisation_id', 'person_id', 'subject_kind', 'subject_id']
const kept = [...party, 'at', 'entered_by', 'entered_at', 'revision']
const machines: TableMap['machines'] = {
  rights: { select: '*', update: '*', delete: true },
  matching: { select: ['id', 'person_id', 'organisation_id'], update: ['person_id', 'organisation_id'] },
}
const matchingPeople = { select: ['id', 'person_id', 'people'], update: ['person_id', 'people'] }
const seenWith = (table: string, own: string) => `exists (select from register.${table} seen where seen.id = ${own})`

/** How S5.29 lies in tables: words are the field's, whom and when they concern is plain. */
export const workMaps: readonly TableMap[] = [
  {
    table: 'register.task',
    plain: [
      ...kept,
      ...[
        'assigned_to',
        'due_on',
        'due_time',
        'remind_at',
        'reminded_at',
        'repeats',
        'repeat_day',
        'done_at',
        'done_by',
      ],
    ],
    carries: { [field]: ['title', 'text'] },
    rows: { all: seenOrOwn },
    adds: seenOrOwn,
    binned: true,
    deletable: true, // the repetition that a reopening takes back
    machines: {
      ...machines,
      worker: {
        select: ['id', 'assigned_to', 'remind_at', 'reminded_at', 'done_at', 'organisation_id', 'person_id'],
        update: ['reminded_at'],
      },
    },
  },
  {
    table: 'register.note',
    plain: [...kept, 'mentions', 'changed_at'],
    carries: { [field]: ['text'] },
    rows: { all: seen },
    adds: seen,
    binned: true,
    machines,
  },
  {
    table: 'register.activity',
    plain: [...kept, 'kind', 'state', 'minutes', 'people', 'staff'],
    carries: { [field]: ['title', 'text'] },
    rows: { all: seen },
    adds: seen,
    binned: true,
    machines: { ...machines, matching: matchingPeople },
  },
  {
    table: 'register.document',
    plain: [...kept, 'versions'],
    carries: { [field]: ['name'] },
    rows: { all: seen },
    adds: seen,
    binned: true,
    machines,
  },
  {
    table: 'register.document_version',
    plain: ['id', 'document_id', 'nth', 'media_type', 'bytes', 'entered_by', 'entered_at'],
    carries: { [field]: ['file_name', 'sha256'] },
    rows: { all: seenWith('document', 'document_id') },
    adds: seenWith('document', 'document_id'),
    machines: { rights: { select: '*', delete: true } },
  },
  {
    table: 'register.document_piece',
    plain: ['version_id', 'nth'],
    carries: { [field]: ['content'] },
    rows: { all: seenWith('document_version', 'version_id') },
    adds: seenWith('document_version', 'version_id'),
    machines: { rights: { select: '*', delete: true } },
  },
  {
    table: 'register.notification',
    plain: [
      ...['id', 'staff', 'kind', 'organisation_id', 'person_id', 'subject_kind', 'subject_id', 'by', 'at'],
      'seen_at',
    ],
    carries: {},
    opensWith: [field],
    machines: {
      ...machines,
      worker: { select: '*', insert: '*' },
      messenger: { select: '*', insert: '*' },
      intake: { insert: '*' },
    },
  },
  {
    table: 'register.work_rule',
    plain: [
      ...['id', 'name', 'duty', 'made_by', 'made_at', 'starts', 'asked', 'does', 'wish', 'since', 'paused_at'],
      'revision',
    ],
    carries: {},
    opensWith: [field],
    binned: true,
    machines: { worker: { select: '*', update: ['paused_at', 'revision'] } },
  },
  {
    table: 'register.work_rule_run',
    plain: ['id', 'rule_id', 'subject_id', 'organisation_id', 'person_id', 'occasion', 'outcome', 'at'],
    carries: {},
    opensWith: [field],
    machines: { ...machines, worker: { select: '*', insert: '*' } },
  },
  {
    table: 'register.seen_lately',
    plain: ['id', 'staff', 'kind', 'record_id', 'organisation_id', 'person_id', 'at'],
    carries: {},
    opensWith: ['org.name', 'person.name'],
    rows: { all: `(organisation_id is null and person_id is null or ${seenWithParty})` },
    deletable: true,
    machines: { rights: { select: '*', update: '*', delete: true } },
  },
  {
    table: 'register.work_wish',
    plain: ['staff', 'reminder_mail', 'feed_digest', 'feed_duty', 'feed_names', 'feed_made_at'],
    carries: {},
    opensWith: [field],
    machines: { worker: { select: ['staff', 'reminder_mail'] }, auth: { select: '*' } },
  },
]

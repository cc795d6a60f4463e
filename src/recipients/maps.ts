import type { TableMap } from '#statement'

const stop = ['id', 'kind', 'subject', 'reason', 'stopped_by', 'stopped_at', 'lifted_by', 'lifted_at']
const disclosure = [
  ...['id', 'at', 'by', 'kind', 'receiver', 'receiver_name', 'purpose', 'ground', 'transfer_tool', 'way'],
  ...['statement_version', 'silent_until'],
]
const notice = [
  ...['id', 'person_id', 'kind', 'receiver_kind', 'receiver', 'receiver_name', 'state', 'way', 'made_at', 'sent_at'],
  ...['sent_by', 'times_sent', 'settled_at', 'settled_by', 'note', 'revision'],
]
const paper = [
  ...['id', 'what', 'location', 'people', 'group_company', 'made_at', 'made_by', 'reason', 'destroy_by'],
  ...['destroyed_at', 'destroyed_by', 'method', 'witness', 'certificate', 'revision'],
]
const keepers = { select: '*', insert: '*', update: ['lifted_by', 'lifted_at'] } as const

/** How the recipients' tables hold declared fields, and who sees them. */
export const recipientMaps: readonly TableMap[] = [
  {
    table: 'register.transfer_stop',
    plain: stop,
    carries: {},
    machines: { site: { select: '*' }, admin: keepers, privacy: keepers },
  },
  {
    table: 'register.disclosure',
    plain: disclosure,
    carries: { 'sys.audit': ['people', 'fields'] },
    machines: {
      rights: { select: '*', update: ['people'], delete: true },
      matching: { select: ['id', 'people'], update: ['people'] },
      retention: { select: ['id', 'people', 'at'], delete: true },
    },
  },
  {
    table: 'register.recipient_notice',
    plain: notice,
    carries: { 'sys.cases': ['about'] },
    machines: {
      rights: { select: '*', insert: '*', update: '*', delete: true },
      matching: { select: ['id', 'person_id'], update: ['person_id'] },
      retention: { select: ['id', 'person_id', 'state', 'settled_at'], delete: true },
      messenger: { select: '*', update: ['state', 'way', 'sent_at', 'sent_by', 'times_sent', 'revision'] },
    },
  },
  {
    // S10.7: whoever may change people keeps the papers about them; the paper itself is what it is about, not a row of theirs.
    table: 'register.paper_item',
    plain: paper,
    carries: {},
    opensWith: ['person.name'],
    // A reach that does not see the people does not learn of the paper either.
    rows: { all: "people = '{}' or exists (select from register.person seen where seen.id = any (people))" },
    machines: {
      rights: { select: '*', update: ['people'], delete: true },
      matching: { select: ['id', 'people'], update: ['people'] },
      retention: { select: ['id', 'people', 'destroyed_at'], delete: true },
      admin: { select: paper.filter((column) => column !== 'people') },
    },
  },
  {
    table: 'register.group_looks_noted',
    plain: ['id', 'until_on'],
    carries: {},
    machines: { privacy: { select: '*' } },
  },
]

import type { TableMap } from '#statement'

const plain = [
  ...['id', 'recipient', 'authority', 'provision', 'document_ref', 'purpose', 'people_count', 'fields', 'asked_on'],
  ...[
    'received_at',
    'silent_until',
    'silent_ground',
    'state',
    'prepared_by',
    'prepared_at',
    'decided_by',
    'decided_at',
  ],
  ...['decision_note', 'released_by', 'released_at', 'extract_digest', 'revision'],
]
const decision = ['state', 'decided_by', 'decided_at', 'decision_note', 'revision']

/** The tables of oversight. The administrator may be the second pair of eyes, and sees whom it is about as a number. */
export const oversightMaps: readonly TableMap[] = [
  {
    table: 'register.authority_request',
    plain,
    carries: { 'sys.cases': ['people'] },
    machines: {
      admin: { select: plain, update: decision },
      rights: { select: '*', update: ['people'], delete: true },
      matching: { select: ['id', 'people'], update: ['people'] },
      retention: { select: ['id', 'people', 'state', 'released_at', 'decided_at'], delete: true },
    },
  },
]

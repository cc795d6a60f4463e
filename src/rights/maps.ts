import type { TableMap } from '#statement'

/** Only the privacy desk reads requests; whoever takes one in (form, my page, a salesperson forwarding) may add it and no more. */
const machines: TableMap['machines'] = {
  rights: { select: '*', insert: '*', update: '*', delete: true },
  messenger: { select: '*', insert: '*', update: '*' },
  retention: { select: '*', update: '*', delete: true },
}
const takenIn: TableMap['machines'] = { ...machines, intake: { select: ['id'], insert: '*' } }
const ofRequest = { opensWith: ['sys.cases'] } as const

export const rightsMaps: readonly TableMap[] = [
  {
    table: 'register.rights_request',
    plain: [
      ...[
        'id',
        'kind',
        'person_id',
        'part_of',
        'capacity',
        'reply_way',
        'language',
        'received_at',
        'received_via',
        'entered_by',
      ],
      ...[
        'entered_at',
        'enquiry_id',
        'state',
        'identity',
        'identity_method',
        'doubt_reason',
        'profile',
        'due_on',
        'internal_due_on',
      ],
      ...['asked_on', 'paused_days', 'extension_reason', 'extended_at', 'outcome', 'refusal_ground', 'assigned_to'],
      ...[
        'statement_version',
        'acknowledged_at',
        'decided_at',
        'executed_at',
        'replied_at',
        'closed_at',
        'minimised_at',
      ],
      ...['paper_searched_at', 'redaction_reviewed_at', 'shown_places', 'alarmed', 'revision'],
    ],
    carries: { 'sys.cases': ['requester_name', 'reply_to', 'said', 'mandate', 'covered_words'] },
    machines: {
      ...machines,
      intake: { select: ['id', 'enquiry_id', 'closed_at'], insert: '*' },
      matching: { select: ['id', 'person_id'], update: ['person_id'] },
    },
  },
  {
    table: 'register.rights_item',
    plain: ['id', 'request_id', 'field', 'reason', 'state', 'settled_at'],
    carries: { 'sys.cases': ['claim'] },
    machines: takenIn,
  },
  {
    table: 'register.rights_event',
    plain: ['id', 'request_id', 'what', 'code', 'by', 'at', 'seq'],
    carries: {},
    ...ofRequest,
    machines: takenIn,
  },
  {
    table: 'register.rights_letter',
    plain: ['id', 'request_id', 'kind', 'language', 'way', 'state', 'by', 'made_at', 'sent_at'],
    carries: { 'sys.cases': ['subject', 'body'] },
    machines: takenIn,
  },
  {
    table: 'register.rights_link',
    plain: ['digest', 'request_id', 'opens', 'made_at', 'expires_at', 'used_at'],
    carries: {},
    ...ofRequest,
    machines,
  },
]

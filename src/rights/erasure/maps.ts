import type { TableMap } from '#statement'

const machines: TableMap['machines'] = {
  rights: { select: '*', insert: '*', update: '*', delete: true },
  retention: { select: '*', update: '*', delete: true },
  matching: { select: ['id', 'person_id'], update: ['person_id'] },
}

/** Erasures carry counts and opaque ids; what a legal claim is about is the privacy desk's alone. */
export const erasureMaps: readonly TableMap[] = [
  {
    table: 'register.erasure',
    plain: [
      ...['id', 'person_id', 'request_id', 'asked_at', 'asked_by', 'statement_version', 'state', 'planned', 'outcomes'],
      ...['held', 'resumes_on', 'done_at', 'bytes_left_at', 'wal_position', 'wal_left_at', 'backups_left_on'],
    ],
    carries: {},
    machines: { ...machines, privacy: { select: '*' } },
  },
  {
    table: 'register.legal_hold',
    plain: ['id', 'person_id', 'scope', 'opened_at', 'opened_by', 'review_on', 'closed_at'],
    carries: { 'sys.cases': ['claim'] },
    machines,
  },
]

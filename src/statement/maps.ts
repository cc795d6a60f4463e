import type { TableMap } from './table-map.ts'

/** The statement's own tables: read by the public site and by those who keep the statement; written by publishing alone. */
export const statementMaps: readonly TableMap[] = [
  {
    table: 'register.statement_version',
    plain: [
      'version',
      'hash',
      'canonical',
      'source',
      'change_class',
      'summary',
      'approved_by',
      'published_at',
      'effective_from',
      'supersedes',
    ],
    carries: {},
    machines: { site: { select: '*' } },
  },
  {
    table: 'register.retired_field',
    plain: ['field', 'hidden_at', 'erase_at', 'erased_at', 'version'],
    carries: {},
    machines: { site: { select: '*' } },
  },
  {
    table: 'register.statement_draft',
    plain: ['id', 'source', 'origin', 'revision', 'created_at', 'changed_at', 'changed_by'],
    carries: {},
    binned: true,
    // S0.2: the privacy contact approves what is to be published, and so reads it.
    machines: { admin: { select: '*', insert: '*', update: '*', delete: true }, privacy: { select: '*' } },
  },
  {
    table: 'register.statement_approval',
    plain: ['hash', 'by', 'approved_at', 'told_at'],
    carries: {},
    machines: {
      admin: { select: '*', insert: ['hash', 'by', 'approved_at'], update: ['told_at'] },
      privacy: { select: '*', insert: ['hash', 'by', 'approved_at'] },
    },
  },
]

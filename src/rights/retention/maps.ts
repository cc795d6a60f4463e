import type { TableMap } from '#statement'

export const retentionMaps: readonly TableMap[] = [
  {
    table: 'register.retention_run',
    plain: ['id', 'at', 'statement_version', 'counts'],
    carries: {},
    machines: {
      retention: { select: '*', insert: '*', delete: true },
      rights: { select: '*' },
      privacy: { select: '*' },
    },
  },
]

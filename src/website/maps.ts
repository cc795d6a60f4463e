import type { TableMap } from '#statement'

/** Receipts of cookie choices say nothing about a person: a visitor is known by no id that stands anywhere else (S7.8). */
export const websiteMaps: readonly TableMap[] = [
  {
    table: 'register.cookie_receipt',
    plain: [
      ...['id', 'state', 'way', 'allowed', 'refused', 'language', 'statement_version'],
      ...['catalogue_hash', 'words_hash', 'gpc', 'follows', 'at', 'ends_at'],
    ],
    carries: {},
    machines: {
      site: { select: '*' },
      intake: { select: ['id', 'allowed', 'ends_at'], insert: '*', update: ['ends_at'] },
      retention: { select: ['id', 'ends_at'], delete: true },
    },
  },
]

import type { TableMap } from '#statement'

const stop = ['id', 'kind', 'subject', 'reason', 'stopped_by', 'stopped_at', 'lifted_by', 'lifted_at']
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
    plain: [
      'id',
      'at',
      'by',
      'kind',
      'receiver',
      'receiver_name',
      'purpose',
      'ground',
      'transfer_tool',
      'way',
      'statement_version',
    ],
    carries: { 'sys.audit': ['people', 'fields'] },
    machines: {
      rights: { select: '*', update: ['people'], delete: true },
      matching: { select: ['id', 'people'], update: ['people'] },
      retention: { select: ['id', 'at'], delete: true },
    },
  },
]

/** Art. 15(1)(c) GDPR: whoever discloses notes it, whatever the duty, and each for itself alone. */
export function recipientGrants(logins: readonly string[]): string[] {
  const everyone = logins.map((login) => `"${login}"`).join(', ')
  return [
    `grant insert on register.disclosure to ${everyone}`,
    `create policy "whoever discloses notes it" on register.disclosure for insert to ${everyone} with check (by = seloste.acting())`,
  ]
}

import type { TableMap } from '#statement'

const run = [
  'id',
  'campaign_id',
  'made_at',
  'made_by',
  'processor',
  'sides',
  'letters',
  'taken_out',
  'posted_on',
  'posted_by',
]

/** Who keeps the runs in which letters are printed. They are about nobody. */
export const letterMaps: readonly TableMap[] = [
  { table: 'register.print_run', plain: run, carries: {}, opensWith: ['sys.messages'] },
]

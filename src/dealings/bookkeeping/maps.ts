import type { TableMap } from '#statement'

const opensWith = ['com.invoicing'] as const

export const bookkeepingMaps: readonly TableMap[] = [
  {
    table: 'register.bookkeeping_setting',
    plain: ['group_company', 'accounts', 'changed_by', 'changed_at', 'revision'],
    carries: {},
    opensWith,
  },
  {
    table: 'register.bookkeeping_intake',
    plain: ['id', 'group_company', 'origin', 'digest', 'rows', 'taken', 'known', 'failed', 'taken_by', 'taken_at'],
    carries: {},
    opensWith,
  },
]

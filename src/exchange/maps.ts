import type { TableMap } from '#statement'

/** An import leaves its counts; whom it brought is known by the source of each value. */
export const exchangeMaps: readonly TableMap[] = [
  {
    table: 'register.import_run',
    plain: ['id', 'at', 'by', 'source', 'statement_version', 'lines', 'people', 'companies', 'held', 'refused'],
    carries: {},
    opensWith: ['person.name'],
  },
]

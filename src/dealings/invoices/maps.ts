import type { TableMap } from '#statement'

/** What invoicing adds to the maps of dealings. */
export const invoiceMaps: readonly TableMap[] = [
  {
    table: 'register.number_series',
    plain: ['group_company', 'kind', 'prefix', 'first', 'next'],
    carries: {},
    opensWith: ['com.quotes', 'com.orders', 'com.contracts', 'com.delivery', 'com.invoicing'],
  },
]

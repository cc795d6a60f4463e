import type { TableMap } from '#statement'

// Whoever has a list has views of it.
const opensWith = [
  ...['org.name', 'person.name', 'com.enquiries', 'com.quotes', 'com.orders', 'com.contracts', 'com.activities'],
  ...['com.delivery', 'com.invoicing', 'com.complaints', 'com.warranty', 'sys.messages'],
]

/** Views and reports are about nobody: no name of a person is kept in them. */
export const listsMaps: readonly TableMap[] = [
  {
    table: 'register.saved_view',
    plain: ['id', 'list', 'kind', 'name', 'wish', 'owner', 'shared', 'duty', 'changed_at', 'revision'],
    carries: {},
    opensWith,
    deletable: true,
  },
  {
    table: 'register.saved_view_place',
    plain: ['staff', 'view_id', 'place'],
    carries: {},
    opensWith,
    deletable: true,
  },
]

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
    binned: true,
  },
  {
    table: 'register.saved_view_place',
    plain: ['staff', 'view_id', 'place'],
    carries: {},
    opensWith,
    deletable: true,
  },
  {
    table: 'register.bulk_edit',
    plain: [
      ...['id', 'list', 'column_id', 'field', 'value', 'source', 'by', 'duty', 'purpose', 'at', 'state', 'finished_at'],
    ],
    carries: {},
    opensWith,
    machines: { retention: { select: ['id', 'at', 'field'], delete: true } },
  },
  {
    // What a row held before is for the duty that changed it: that duty reads the field, and another may not.
    table: 'register.bulk_edit_row',
    plain: ['bulk_edit_id', 'row_id', 'person_id', 'duty', 'field', 'revision', 'old_value', 'state', 'code'],
    carries: {},
    opensWith,
    rows: {
      all: `right(current_user, length(duty) + 1) = '_' || replace(duty, '-', '_')
        and (person_id is null or exists (select from register.person seen where seen.id = person_id))`,
    },
    adds: `person_id is null or exists (select from register.person seen where seen.id = person_id)`,
    machines: {
      rights: { select: '*', update: '*', delete: true },
      matching: { select: ['bulk_edit_id', 'row_id', 'person_id'], delete: true },
    },
  },
]

import type { TableMap } from '#statement'

// Not about people: whoever reads a name of a company reads what is sold, and whoever quotes, sells or bills writes it.
const opensWith = ['org.name', 'com.quotes', 'com.orders', 'com.invoicing'] as const

/** What is sold and for how much. Only a price list of one customer follows that customer's card. */
export const productMaps: readonly TableMap[] = [
  {
    table: 'register.product',
    plain: [
      ...['id', 'sku', 'name_fi', 'name_sv', 'name_en', 'product_group', 'unit', 'vat_category', 'vat_rate'],
      ...['retired_at', 'entered_by', 'entered_at', 'changed_at', 'revision'],
    ],
    carries: {},
    opensWith,
    binned: true,
  },
  {
    table: 'register.price_list',
    plain: [
      ...['id', 'name', 'group_company', 'organisation_id', 'currency', 'starts_on', 'ends_on', 'retired_at'],
      ...['entered_by', 'entered_at', 'revision'],
    ],
    carries: {},
    opensWith,
    rows: {
      all: 'organisation_id is null or exists (select from register.organisation seen where seen.id = organisation_id)',
    },
    machines: { rights: { select: '*', delete: true } },
  },
  {
    table: 'register.price',
    plain: ['id', 'price_list_id', 'product_id', 'from_on', 'unit_price', 'entered_by', 'entered_at'],
    carries: {},
    opensWith,
    rows: { all: 'exists (select from register.price_list seen where seen.id = price_list_id)' },
    machines: { rights: { select: '*' } },
  },
]

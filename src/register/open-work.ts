/** What may be open in a relationship, each kind with the field that declares it. */
export const openKinds = {
  contract: 'com.contracts',
  assignment: 'com.contracts',
  order: 'com.orders',
  delivery: 'com.delivery',
  invoice: 'com.invoicing',
  complaint: 'com.complaints',
  quote: 'com.quotes',
  'quote-request': 'com.quotes',
  opportunity: 'com.quotes',
  enquiry: 'com.enquiries',
} as const

export type OpenKind = keyof typeof openKinds

import type { Sees } from './in-force.ts'

// Each place with the field that whoever is told of it reads; none where everybody at a desk reads it.
const kinds = {
  work: { note: 'com.activities', task: 'com.activities', activity: 'com.activities', document: 'com.activities' },
  deal: {
    ...{ opportunity: 'com.quotes', quote_request: 'com.quotes', quote: 'com.quotes', sales_order: 'com.orders' },
    ...{ contract: 'com.contracts', assignment: 'com.contracts', assignment_contact: 'com.contracts' },
    ...{ delivery: 'com.delivery', price_list: null },
  },
  invoice: { invoice: 'com.invoicing', payment: 'com.invoicing', reminder: 'com.invoicing' },
  complaint: { complaint: 'com.complaints', warranty: 'com.warranty' },
  enquiry: { enquiry: 'com.enquiries' },
  mail: {
    ...{ message: 'com.enquiries', message_person: 'com.enquiries', message_subject: 'com.enquiries' },
    campaign_recipient: 'sys.messages',
  },
  choice: {
    ...{ consent: 'sys.consent', consent_event: 'sys.consent', objection: 'sys.consent' },
    ...{ topic_preference: 'sys.consent', undeliverable: 'sys.messages' },
  },
  relationship: { relationship: null },
  person: { affiliation: 'person.name' },
  company: { organisation: 'org.name' },
  'sole-trader': { sole_trader: null },
  merge: { merge: null },
} as const

/** What may hang on a company or person, in words: `other` is whatever else names them, and whatever the duty does not read. */
export type HangingKind = keyof typeof kinds | 'other'

/** Art. 5(1)(c): no duty learns from a refusal what it does not read. */
export function hangingKind(place: string, sees: Sees): HangingKind {
  for (const [kind, places] of Object.entries(kinds)) {
    const field = (places as Record<string, string | null>)[place]
    if (field === null || (field && sees(field))) return kind as HangingKind
  }
  return 'other'
}

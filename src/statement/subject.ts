// Ids of fields are plain text here: the policy names subjects, and would go round in a circle.

interface Deal {
  table: string
  /** Its noun in addresses, and the name of its list. */
  path: string
  field: string
  aClass: string
}

const ofDeals = {
  opportunity: { table: 'register.opportunity', path: 'opportunities', field: 'com.quotes', aClass: 'order-contract' },
  quote_request: {
    table: 'register.quote_request',
    path: 'quote-requests',
    field: 'com.quotes',
    aClass: 'order-contract',
  },
  quote: { table: 'register.quote', path: 'quotes', field: 'com.quotes', aClass: 'order-contract' },
  order: { table: 'register.sales_order', path: 'orders', field: 'com.orders', aClass: 'order-contract' },
  contract: { table: 'register.contract', path: 'contracts', field: 'com.contracts', aClass: 'order-contract' },
  assignment: { table: 'register.assignment', path: 'assignments', field: 'com.contracts', aClass: 'order-contract' },
  delivery: { table: 'register.delivery', path: 'deliveries', field: 'com.delivery', aClass: 'order-contract' },
  invoice: { table: 'register.invoice', path: 'invoices', field: 'com.invoicing', aClass: 'invoice-voucher' },
  complaint: { table: 'register.complaint', path: 'complaints', field: 'com.complaints', aClass: 'complaint-warranty' },
  warranty: { table: 'register.warranty', path: 'warranties', field: 'com.warranty', aClass: 'complaint-warranty' },
} as const satisfies Record<string, Deal>

/** What is agreed, or hoped to be agreed, with a company or a person, and what follows from it. */
export type DealSubject = keyof typeof ofDeals
/** What a declared field is about: a company, a person, or a deal with either. */
export type Subject = 'organisation' | 'person' | DealSubject

/** What the fields that a statement adds to a deal hang on: the table of its rows, the field those carry, and how long they are kept. */
export const deals: Readonly<Partial<Record<Subject, Deal>> & Record<DealSubject, Deal>> = ofDeals

/** The subjects whose added fields hang on a deal. */
export const dealSubjects = Object.keys(ofDeals) as DealSubject[]
export const subjects: readonly Subject[] = ['organisation', 'person', ...dealSubjects]

const beginnings: Readonly<Record<string, Subject>> = {
  ...{ org: 'organisation', person: 'person', com: 'organisation' },
  ...Object.fromEntries(dealSubjects.map((subject) => [beginningOf(subject), subject])),
}

/** How the ids of declared fields may begin. */
export const fieldBeginnings: readonly string[] = Object.keys(beginnings)

/** How the id of a field begins says what it is about, also when no statement names it any more. */
export function subjectOf(field: string): Subject {
  return beginnings[field.split('.')[0] ?? ''] ?? 'organisation'
}

/** How the id of a field that is added to this subject begins. */
export function fieldBeginning(subject: Subject): string {
  if (subject === 'organisation') return 'org'
  return subject === 'person' ? subject : beginningOf(subject)
}

/** How the ids of a deal's added fields begin: `quoteRequest` of a request for a quote. */
function beginningOf(subject: DealSubject): string {
  return subject.replace(/_(.)/, (_, letter: string) => letter.toUpperCase())
}

/** The field without which a field of this subject has no row to be said of; null of companies and people. */
export function heldBy(field: string): string | null {
  return deals[subjectOf(field)]?.field ?? null
}

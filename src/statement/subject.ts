// Ids of fields are plain text here: the policy names subjects, and would go round in a circle.

/** What a declared field is about: a company, a person, or a deal with either. */
export const subjects = ['organisation', 'person', 'opportunity', 'quote', 'order', 'contract', 'delivery'] as const
export type Subject = (typeof subjects)[number]
/** What is agreed, or hoped to be agreed, with a company or a person. */
export type DealSubject = Exclude<Subject, 'organisation' | 'person'>

interface Deal {
  table: string
  field: string
  aClass: string
}

const ofDeals: Readonly<Record<DealSubject, Deal>> = {
  opportunity: { table: 'register.opportunity', field: 'com.quotes', aClass: 'order-contract' },
  quote: { table: 'register.quote', field: 'com.quotes', aClass: 'order-contract' },
  order: { table: 'register.sales_order', field: 'com.orders', aClass: 'order-contract' },
  contract: { table: 'register.contract', field: 'com.contracts', aClass: 'order-contract' },
  delivery: { table: 'register.delivery', field: 'com.delivery', aClass: 'order-contract' },
}

/** What the fields that a statement adds to a deal hang on: the table of its rows, the field those carry, and how long they are kept. */
export const deals: Readonly<Partial<Record<Subject, Deal>> & Record<DealSubject, Deal>> = ofDeals

const beginnings: Readonly<Record<string, Subject>> = { org: 'organisation', com: 'organisation' }

/** How the id of a field begins says what it is about, also when no statement names it any more. */
export function subjectOf(field: string): Subject {
  const [first = ''] = field.split('.')
  return beginnings[first] ?? subjects.find((subject) => subject === first) ?? 'organisation'
}

/** The field without which a field of this subject has no row to be said of; null of companies and people. */
export function heldBy(field: string): string | null {
  return deals[subjectOf(field)]?.field ?? null
}

/** The subjects whose added fields hang on a deal. */
export const dealSubjects = Object.keys(ofDeals) as DealSubject[]

/** The table of the rows of a kind of deal. */
export const tableOfDeal = (subject: DealSubject): string => ofDeals[subject].table

/** The declared field that those rows carry. */
export const fieldOfDeal = (subject: DealSubject): string => ofDeals[subject].field

import { heldWithCustomer } from '../held-with-customer.ts'

/** S6.2: what a person asked for goes with them, also from the bin; whoever asked for a company is taken out of it. */
export const quoteRequestsHeld = heldWithCustomer('quote_request', {
  contact: 'contact_person_id',
  aClass: 'order-contract',
})

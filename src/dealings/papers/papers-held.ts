import { heldWithCustomer } from '../held-with-customer.ts'

/** That a paper was sent goes with its customer; whoever only received it for a company is taken out of it. */
export const papersHeld = heldWithCustomer('paper_sent', { contact: 'sent_to', aClass: 'contact' })

import { heldWithCustomer } from '../held-with-customer.ts'

/** S5.9: what may become a sale goes with its customer, also from the bin; whoever was only talked with is taken out of it. */
export const opportunitiesHeld = heldWithCustomer('opportunity', {
  contact: 'contact_person_id',
  aClass: 'order-contract',
})

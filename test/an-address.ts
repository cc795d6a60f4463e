/** AVL § 209 e: the address that an invoice of more than 400 € to a company must have. */
export const anAddress = {
  'org.addresses': [{ street: 'Sahatie', houseNumber: '4', postcode: '33100', city: 'Tampere' }],
}

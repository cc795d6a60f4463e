/** A short name for one enquiry that a person can read out on the phone. */
export function referenceOf(id: string) {
  return id.replaceAll('-', '').slice(-8).toUpperCase()
}

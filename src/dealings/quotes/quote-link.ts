import { choicesKeyIn, seal, unseal } from '#choices'

/** Which version of which quote a link shows. */
export interface QuoteLink {
  quoteId: string
  version: number
}

/** The token of the customer's link: nothing can be read in it, and nobody else can make one. */
export function quoteToken(register: { readonly db: object }, { quoteId, version }: QuoteLink): string {
  return seal(choicesKeyIn(register), 'quote', Buffer.from(JSON.stringify([quoteId, version])))
}

export function readQuoteToken(register: { readonly db: object }, token: string): QuoteLink | null {
  const said = unseal(choicesKeyIn(register), 'quote', token)
  if (!said) return null
  const [quoteId, version] = JSON.parse(said.toString()) as [string, number]
  return { quoteId, version }
}

/** The address that the customer gets, where they read a version and answer it. */
export function quoteAddress(register: { readonly db: object }, publicUrl: string, link: QuoteLink): string {
  return `${publicUrl}/q/${quoteToken(register, link)}`
}

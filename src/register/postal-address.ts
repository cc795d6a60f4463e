export type AddressKind = 'visiting' | 'postal' | 'billing'

export interface PostalAddress {
  kind: AddressKind
  careOf: string | null
  street: string | null
  houseNumber: string | null
  stair: string | null
  flat: string | null
  poBox: string | null
  postcode: string
  city: string
  /** ISO 3166-1 alpha-2. */
  country: string
}

/** What about an address is worth a second look, though it may be right. */
export type AddressDoubt = 'PO_BOX_POSTCODE'

const plain = ['careOf', 'street', 'houseNumber', 'stair', 'flat', 'poBox'] as const

/** An address in the form it is kept in, or the name of the part that is wrong. */
export function normaliseAddress(typed: Record<string, unknown>): PostalAddress | { wrong: string } {
  const part = (key: string) =>
    typeof typed[key] === 'string' ? typed[key].normalize('NFC').replace(/\s+/g, ' ').trim() : ''
  const unknown = Object.keys(typed).find((key) => !allowed.has(key))
  if (unknown) return { wrong: unknown }

  const kind = part('kind') || 'visiting'
  const country = (part('country') || 'FI').toUpperCase()
  const postcode = part('postcode').replace(/^FI-/i, '')
  const city = part('city')
  if (!['visiting', 'postal', 'billing'].includes(kind)) return { wrong: 'kind' }
  if (!/^[A-Z]{2}$/.test(country)) return { wrong: 'country' }
  // 00520 is text: as a number it loses its zeros.
  if (country === 'FI' ? !/^\d{5}$/.test(postcode) : postcode.length > 12) return { wrong: 'postcode' }
  if (city === '' || city.length > 100) return { wrong: 'city' }

  const parts = Object.fromEntries(plain.map((key) => [key, part(key) || null])) as Record<
    (typeof plain)[number],
    string | null
  >
  const long = plain.find((key) => (parts[key]?.length ?? 0) > 120)
  if (long) return { wrong: long }
  return {
    kind: kind as AddressKind,
    ...parts,
    poBox: parts.poBox?.replace(/^(PL|PB)\s*/i, '') ?? null,
    postcode,
    city,
    country,
  }
}

/** The lines of the label for the post: city in capitals, the country when the letter leaves Finland. */
export function postLabel(recipient: string, address: PostalAddress): string[] {
  const { careOf, street, houseNumber, stair, flat, poBox, postcode, city, country } = address
  const where = [street, houseNumber, stair, flat].filter(Boolean).join(' ')
  const place = `${postcode} ${city.toLocaleUpperCase('fi')}`
  return [
    recipient,
    careOf ? `c/o ${careOf}` : '',
    where,
    poBox ? `PL ${poBox}` : '',
    place.trim(),
    country === 'FI' ? '' : (countryNames.of(country) ?? country).toUpperCase(),
  ].filter((line) => line !== '')
}

/** A box's postcode ends in 1, or is a company's own: said as a doubt, never refused. */
export function doubtsOf({ poBox, postcode, country }: PostalAddress): AddressDoubt[] {
  return country === 'FI' && poBox && !postcode.endsWith('1') ? ['PO_BOX_POSTCODE'] : []
}

const allowed = new Set(['id', 'kind', 'postcode', 'city', 'country', ...plain])
const countryNames = new Intl.DisplayNames(['en'], { type: 'region' })

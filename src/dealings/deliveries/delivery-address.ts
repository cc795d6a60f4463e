import { Refusal } from '#platform/refusal'

/** S5.10: where goods go. */
export interface DeliveryAddress {
  name: string | null
  street: string
  postcode: string
  city: string
  country: string
}

const parts = ['name', 'street', 'postcode', 'city', 'country'] as const

/** An address as it came, trimmed and checked; null where there is none. `field` names the part that is wrong. */
export function deliveryAddressOf(typed: unknown, field = 'deliveryAddress'): DeliveryAddress | null {
  if (typed === null || typed === undefined) return null
  const said = typed as Record<string, unknown>
  const part = (key: (typeof parts)[number]) => {
    const value = typeof said[key] === 'string' ? said[key].normalize('NFC').replace(/\s+/g, ' ').trim() : ''
    if (value.length > 120) throw new Refusal('VALUE_NOT_VALID', 422, { field: `${field}.${key}` })
    return value
  }
  const [street, postcode, city] = [part('street'), part('postcode').replace(/^FI-/i, ''), part('city')]
  const country = part('country').toUpperCase() || 'FI'
  for (const [key, value] of Object.entries({ street, postcode, city }))
    if (!value) throw new Refusal('VALUE_REQUIRED', 422, { field: `${field}.${key}`, clause: 'S5.10' })
  if (!/^[A-Z]{2}$/.test(country)) throw new Refusal('VALUE_NOT_VALID', 422, { field: `${field}.country` })
  // 00520 is text: as a number it loses its zeros.
  if (country === 'FI' && !/^\d{5}$/.test(postcode))
    throw new Refusal('VALUE_NOT_VALID', 422, { field: `${field}.postcode` })
  return { name: part('name') || null, street, postcode, city, country }
}

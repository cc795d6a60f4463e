/** Where a letter goes, as the register has it. */
export interface Door {
  name: string
  /** Whose door it is, where it is not the receiver's own: a company's. */
  firm: string | null
  careOf: string | null
  street: string | null
  houseNumber: string | null
  stair: string | null
  flat: string | null
  poBox: string | null
  postcode: string
  city: string
  country: string
}

/** Posti: about 30 characters a row and no empty rows, so that machines read it. */
export const widestRow = 30

/** The rows of the address field: name, c/o or firm, street, postcode and TOWN, country in capitals abroad. */
export function addressField(door: Door): string[] {
  const { name, firm, careOf } = door
  const receiver = [name, firm === name ? null : firm, careOf && `c/o ${careOf}`]
  const rows = (some: readonly (string | null)[]) =>
    some.flatMap((row) => (row?.trim() ? wrapped(oneLine(row)) : [])).map(loosened)
  return [...rows(receiver).slice(0, 5), ...rows([streetOf(door), ...townOf(door)])]
}

function streetOf({ street, houseNumber, stair, flat, poBox, country }: Door): string {
  if (poBox) return `${isFinnish(country) ? 'PL' : 'PO BOX'} ${poBox.replace(/^(pl|pb|p\.?o\.? ?box)\s*/i, '')}`
  const house = [houseNumber, stair, flat].filter(Boolean).join(together)
  return [street, house].filter(Boolean).join(' ')
}

// A long street breaks before its house, and a flat never stands on a row alone.
const together = '\u00a0'
const loosened = (row: string) => row.replaceAll(together, ' ')

function townOf({ postcode, city, country }: Door): string[] {
  const town = city.toLocaleUpperCase('fi')
  if (isFinnish(country)) return [`${postcode.startsWith('22') ? 'AX-' : ''}${postcode} ${town}`]
  const land = (countries.of(country) ?? country).toLocaleUpperCase('en')
  if (postcodeLast.has(country)) return [`${town} ${postcode}`, land]
  return postcodeBelow.has(country) ? [town, postcode, land] : [`${postcode} ${town}`, land]
}

// UPU S42: most of the world writes the postcode before the town; these do not.
const postcodeLast = new Set(['US', 'CA', 'AU', 'NZ', 'IN', 'TW'])
const postcodeBelow = new Set(['GB', 'IE', 'UA'])
const countries = new Intl.DisplayNames('en', { type: 'region' })

function isFinnish(country: string) {
  return country === 'FI' || country === 'AX'
}

// Nothing is cut off: a long row goes on below, between words where there are any.
function wrapped(row: string): string[] {
  if (row.length <= widestRow) return [row]
  const space = row.lastIndexOf(' ', widestRow)
  const at = space > 0 ? space : widestRow
  return [row.slice(0, at), ...wrapped(row.slice(space > 0 ? at + 1 : at))]
}

function oneLine(row: string) {
  return row
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** An address for letters, as far as it says whose door it is. */
export interface DoorAddress {
  street: string | null
  houseNumber: string | null
  stair: string | null
  flat: string | null
  poBox: string | null
  postcode: string
  country: string
}

/** A name at a door, the same however it is written: the order of names, capitals, marks and spaces do not count. */
export function postalKey(name: string, address: DoorAddress): string {
  const names = folded(name).split(' ').filter(Boolean).sort().join(' ')
  const { street, houseNumber, stair, flat, poBox, postcode, country } = address
  const door = [street, houseNumber, stair, flat, poBox && `pl ${poBox}`].map((part) => folded(part ?? ''))
  return [names, folded(door.join(' ')).replaceAll(' ', ''), postcode.replaceAll(' ', ''), country]
    .join('|')
    .toLowerCase()
}

function folded(text: string) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

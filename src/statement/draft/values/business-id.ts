import { normaliseBusinessId } from '#platform/business-id'

export interface WrittenId {
  written: string
  /** The ID in its normal form; null when its check digit is wrong. */
  id: string | null
  vat: boolean
}

/** Business and VAT numbers in a sentence, as written and as checked. */
export function businessIdsIn(plain: string): WrittenId[] {
  const hyphened = [...plain.matchAll(/(?<![\d-])(\d{6,7})\s?[-–‑]\s?(\d)(?![\d-])/gu)].map((hit) => ({
    written: `${hit[1]}-${hit[2]}`,
    vat: false,
  }))
  const bare = [...plain.matchAll(/(?:y-tunnus|ytunnus|ly-tunnus|y\.? ?tunnus)\D{0,12}(\d{8})(?!\d)/giu)].map(
    (hit) => ({ written: hit[1] ?? '', vat: false }),
  )
  const vats = [...plain.matchAll(/(?<![\p{L}\d])FI\s?(\d{8})(?!\d)/gu)].map((hit) => ({
    written: `FI${hit[1]}`,
    vat: true,
  }))
  return [...hyphened, ...bare, ...vats].map((one) => ({ ...one, id: normaliseBusinessId(one.written) }))
}

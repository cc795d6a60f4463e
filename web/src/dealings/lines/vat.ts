export const vatCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const
export type VatCategory = (typeof vatCategories)[number]

// Arvonlisäverolaki 1501/1993: the server knows the days of each rate and refuses one that is not in force.
const rates = [2550, 1350, 1000] as const

export interface VatChoice {
  category: VatCategory
  rate: number
}

/** What a line may be taxed by: the rates of the standard category, and the categories that bear no VAT. */
export const vatChoices: readonly VatChoice[] = [
  ...rates.map((rate) => ({ category: 'S' as const, rate })),
  ...vatCategories.filter((category) => category !== 'S').map((category) => ({ category, rate: 0 })),
]

export const vatKey = ({ category, rate }: VatChoice) => `${category} ${rate}`

export function vatOfKey(key: string): VatChoice {
  const [category = 'S', rate = '2550'] = key.split(' ')
  return { category: category as VatCategory, rate: Number(rate) }
}

export interface Names {
  fi: string
  sv?: string | null
  en?: string | null
}

export interface ProductPrice {
  /** 1/10 000 of the currency, without VAT. */
  unitPrice: number
  priceList: string
  listName: string
}

export interface Product {
  id: string
  sku: string
  names: Names
  group: string | null
  unit: string
  vatCategory: VatCategory
  /** Basis points. */
  vatRate: number
  retiredAt: string | null
  revision: number
  price: ProductPrice | null
}

export interface PastPrice {
  id: string
  priceList: string
  listName: string
  from: string
  unitPrice: number | null
  byName: string | null
}

export interface WholeProduct extends Product {
  prices: PastPrice[]
  mayWrite: boolean
}

export interface Products {
  items: Product[]
  next: string | null
  mayWrite: boolean
}

export interface PriceList {
  id: string
  name: string
  groupCompany: string | null
  company: string | null
  companyName: string | null
  currency: string
  startsOn: string
  endsOn: string | null
  retiredAt: string | null
  revision: number
  products: number
}

export const vatCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const
export type VatCategory = (typeof vatCategories)[number]

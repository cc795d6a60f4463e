import type { Generated } from 'kysely'
import type { VatCategory } from './product.ts'

export interface ProductTables {
  'register.product': {
    id: string
    sku: string
    name_fi: string
    name_sv: string | null
    name_en: string | null
    product_group: string | null
    unit: string
    vat_category: VatCategory
    vat_rate: number
    retired_at: Date | null
    entered_by: string
    entered_at: Date
    changed_at: Date
    revision: Generated<number>
  }
  'register.price_list': {
    id: string
    name: string
    group_company: string | null
    organisation_id: string | null
    currency: string
    starts_on: string
    ends_on: string | null
    retired_at: Date | null
    entered_by: string
    entered_at: Date
    revision: Generated<number>
  }
  'register.price': {
    id: string
    price_list_id: string
    product_id: string
    from_on: string
    unit_price: number | null
    entered_by: string
    entered_at: Date
  }
}

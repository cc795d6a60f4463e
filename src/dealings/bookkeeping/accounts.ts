import { Refusal } from '#platform/refusal'
import { type VatCategory, vatCategories } from '../lines.ts'

/** Where a kind of sale stands in the books: its account, and its code in the bookkeeping program. */
export interface SalesAccount {
  category: VatCategory
  /** Basis points; null: any rate of the category. */
  rate: number | null
  account: string
  code: string
}

export interface Accounts {
  receivables: string
  bank: string
  vat: string
  sales: SalesAccount[]
}

/** The accounts of the Finnish model chart (Liikekirjuri), where nobody has said others. */
export const usualAccounts: Accounts = {
  ...{ receivables: '1701', bank: '1910', vat: '2939' },
  sales: [
    { category: 'S', rate: 2550, account: '3000', code: 'M255' },
    { category: 'S', rate: 1350, account: '3020', code: 'M135' },
    { category: 'S', rate: 1000, account: '3030', code: 'M10' },
    { category: 'S', rate: null, account: '3000', code: 'M' },
    { category: 'AE', rate: null, account: '3060', code: 'KV' },
    { category: 'K', rate: null, account: '3070', code: 'YM' },
    { category: 'G', rate: null, account: '3080', code: 'VM' },
    { category: 'Z', rate: null, account: '3090', code: 'M0' },
    { category: 'E', rate: null, account: '3090', code: 'M0' },
    { category: 'O', rate: null, account: '3090', code: '' },
  ],
}

/** The account of a sale: the one of its rate, else of its category. */
export function accountOf({ sales }: Accounts, category: VatCategory, rate: number): SalesAccount {
  const fits = sales.filter((one) => one.category === category)
  const found = fits.find((one) => one.rate === rate) ?? fits.find((one) => one.rate === null) ?? fits[0]
  return found ?? { category, rate, account: '', code: '' }
}

/** Accounts as they were typed; refuses what is no account at its field. */
export function accountsOf(typed: unknown): Accounts {
  const said = (typed ?? {}) as Record<string, unknown>
  const sign = (field: string, value: unknown, shape: RegExp) => {
    const text = typeof value === 'string' ? value.trim() : ''
    if (!shape.test(text)) throw new Refusal('VALUE_NOT_VALID', 422, { field })
    return text
  }
  const account = (field: string, value: unknown) => sign(field, value, /^[0-9A-Za-z.-]{1,20}$/)
  const sales = Array.isArray(said.sales) ? said.sales : []
  if (sales.length === 0 || sales.length > 40) throw new Refusal('VALUE_NOT_VALID', 422, { field: 'sales' })
  return {
    receivables: account('receivables', said.receivables),
    bank: account('bank', said.bank),
    vat: account('vat', said.vat),
    sales: sales.map((one: Partial<SalesAccount>, at) => {
      const rate = one?.rate ?? null
      if (!vatCategories.includes(one?.category as VatCategory))
        throw new Refusal('VALUE_NOT_VALID', 422, { field: `sales.${at}.category` })
      if (rate !== null && (!Number.isSafeInteger(rate) || rate < 0 || rate > 10_000))
        throw new Refusal('VALUE_NOT_VALID', 422, { field: `sales.${at}.rate` })
      return {
        ...{ category: one.category as VatCategory, rate },
        account: account(`sales.${at}.account`, one.account),
        code: sign(`sales.${at}.code`, one.code ?? '', /^[0-9A-Za-z.-]{0,20}$/),
      }
    }),
  }
}

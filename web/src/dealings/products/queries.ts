import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../../api.ts'
import type { PriceList, Products, WholeProduct } from './contract.ts'

export interface ProductsAsked {
  q?: string | undefined
  state?: string | undefined
  company?: string | undefined
  groupCompany?: string | undefined
  on?: string | undefined
}

export const productsQuery = (asked: ProductsAsked) =>
  infiniteQueryOptions({
    queryKey: ['products', asked],
    queryFn: ({ pageParam, signal }) =>
      api.get<Products>(`/products${queryOf({ ...asked, limit: 50, after: pageParam || undefined })}`, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

/** The few products that fit what is being typed. */
export const productsTypedQuery = (asked: ProductsAsked) =>
  queryOptions({
    queryKey: ['products', 'typed', asked],
    queryFn: ({ signal }) => api.get<Products>(`/products${queryOf({ ...asked, limit: 12 })}`, signal),
    placeholderData: keepPreviousData,
  })

export const productQuery = (id: string) =>
  queryOptions({
    queryKey: ['products', 'one', id],
    queryFn: ({ signal }) => api.get<WholeProduct>(`/products/${id}`, signal),
  })

export const priceListsQuery = () =>
  queryOptions({
    queryKey: ['price-lists'],
    queryFn: ({ signal }) => api.get<{ items: PriceList[]; mayWrite: boolean }>('/price-lists', signal),
  })

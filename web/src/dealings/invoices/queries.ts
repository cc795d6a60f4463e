import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, queryOf } from '../../api.ts'
import { chainKey } from '../chain/queries.ts'
import type { Aged, EAddress, InvoiceSeen, Invoicing, Payable, PaymentSeen, ReferenceRates } from './contract.ts'

const key = [...chainKey, 'invoices']
const asked = <T>(path: string) =>
  queryOptions({ queryKey: [...key, path], queryFn: ({ signal }) => api.get<T>(path, signal) })

export const invoiceQuery = (id: string) => asked<InvoiceSeen>(`/invoices/${id}`)
export const eAddressQuery = (company: string) => asked<EAddress>(`/companies/${company}/e-invoice-address`)
export const agedQuery = (groupCompany?: string) => asked<Aged>(`/invoices/aged${queryOf({ groupCompany })}`)
export const invoicingQuery = (groupCompany?: string) => asked<Invoicing>(`/invoicing${queryOf({ groupCompany })}`)
export const ratesQuery = () => asked<ReferenceRates>('/invoicing/reference-rates')
/** Payments that wait for a person, the oldest first. */
export const unallocatedQuery = (groupCompany?: string) =>
  infiniteQueryOptions({
    queryKey: [...key, 'unallocated', groupCompany ?? null],
    queryFn: ({ pageParam, signal }) =>
      api.get<{ items: PaymentSeen[]; next: string | null }>(
        `/payments/unallocated${queryOf({ groupCompany, after: pageParam })}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
export const paymentQuery = (id: string) =>
  asked<PaymentSeen & { parts: { id: string; number: string; name: string; cents: number; bears: string }[] }>(
    `/payments/${id}`,
  )
export const payablesQuery = (id: string, words: string) =>
  queryOptions({
    queryKey: [...key, 'payables', id, words],
    queryFn: ({ signal }) => api.read<{ items: Payable[] }>(`/payments/${id}/invoices`, words ? { words } : {}, signal),
  })

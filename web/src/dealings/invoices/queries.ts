import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { chainKey } from '../chain/queries.ts'
import type { Aged, Due, InvoiceSeen, Invoicing, Payable, PaymentSeen } from './contract.ts'

const key = [...chainKey, 'invoices']
const asked = <T>(path: string) =>
  queryOptions({ queryKey: [...key, path], queryFn: ({ signal }) => api.get<T>(path, signal) })

export const invoiceQuery = (id: string) => asked<InvoiceSeen>(`/invoices/${id}`)
export const eAddressQuery = (company: string) =>
  asked<{ eAddress: string | null; eOperator: string | null }>(`/companies/${company}/e-invoice-address`)
export const dueQuery = () => asked<Due>('/invoices/reminders')
export const agedQuery = () => asked<Aged>('/invoices/aged')
export const invoicingQuery = () => asked<Invoicing>('/invoicing')
export const unallocatedQuery = () => asked<{ items: PaymentSeen[]; next: string | null }>('/payments/unallocated')
export const paymentQuery = (id: string) =>
  asked<PaymentSeen & { parts: { id: string; number: string; name: string; cents: number; bears: string }[] }>(
    `/payments/${id}`,
  )
export const payablesQuery = (id: string, words: string) =>
  asked<{ items: Payable[] }>(`/payments/${id}/invoices${words ? `?words=${encodeURIComponent(words)}` : ''}`)

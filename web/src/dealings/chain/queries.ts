import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'
import type { Party } from '../contract.ts'
import type { Assignment, ChainOfParty, Contract, Delivery, Order, Quote } from './contract.ts'

/** Everything of the chain becomes stale together: one deed moves several documents. */
export const chainKey = ['chain']

const one =
  <T>(path: string) =>
  (id: string) =>
    queryOptions({ queryKey: [...chainKey, path, id], queryFn: ({ signal }) => api.get<T>(`/${path}/${id}`, signal) })

export const quoteQuery = one<Quote>('quotes')
export const orderQuery = one<Order>('orders')
export const deliveryQuery = one<Delivery>('deliveries')
export const contractQuery = one<Contract>('contracts')
export const assignmentQuery = one<Assignment>('assignments')

export const chainOfPartyQuery = ({ company, person }: Party) =>
  queryOptions({
    queryKey: [...chainKey, 'of', company ?? person],
    queryFn: ({ signal }) =>
      api.get<ChainOfParty>(company ? `/companies/${company}/chain` : `/people/${person}/chain`, signal),
  })

/** The days to pay that are agreed with a customer, else the usual ones. */
export const paymentDaysQuery = ({ company, person }: Party) =>
  queryOptions({
    queryKey: company ? ['companies', company, 'payment-days'] : ['people', person, 'payment-days'],
    queryFn: ({ signal }) =>
      api.get<{ days: number; agreed: boolean }>(
        `/payment-days?${company ? `company=${company}` : `person=${person}`}`,
        signal,
      ),
    enabled: Boolean(company ?? person),
  })

/** What a deed on the chain makes stale: the documents, the lists and the cards. */
export const refreshedByChain = [
  chainKey,
  ['lists'],
  ['invoices'],
  ['dealings'],
  ['companies'],
  ['people'],
  ['opportunities'],
  ['enquiries'],
  ['work'],
  ['papers'],
]

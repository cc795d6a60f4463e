import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../api.ts'

const kinds: Record<string, string> = {
  companies: 'company',
  people: 'person',
  enquiries: 'enquiry',
  messages: 'message',
  tasks: 'task',
  opportunities: 'opportunity',
  'quote-requests': 'quote-request',
  quotes: 'quote',
  orders: 'order',
  contracts: 'contract',
  assignments: 'assignment',
  deliveries: 'delivery',
  invoices: 'invoice',
  payments: 'payment',
  products: 'product',
  complaints: 'complaint',
  warranties: 'warranty',
  campaigns: 'campaign',
}

/** Tells the server that a record was opened, for the list of those opened lately; nothing waits for it. */
export function useRemembered(kind: string | undefined, id: string) {
  const queries = useQueryClient()
  useEffect(() => {
    if (!kind) return
    api.put('/seen-lately', { kind, id }).then(
      () => queries.invalidateQueries({ queryKey: ['seen-lately'] }),
      () => undefined,
    )
  }, [kind, id, queries])
}

/** Remembers each record whose own screen is opened, by the address of the desk. */
export function useRememberedAddress(path: string) {
  const [, place = '', id = ''] = /\/([a-z-]+)\/([0-9a-f]{8}-[0-9a-f-]{27})$/.exec(path) ?? []
  useRemembered(kinds[place], id)
}

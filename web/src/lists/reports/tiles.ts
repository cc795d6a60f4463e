import type { List, ReportWish } from '../contract.ts'
import type { KeptReport } from './ReportView.tsx'

export interface Tile {
  name: 'pipeline' | 'sales' | 'overdue' | 'complaints' | 'enquiries' | 'customers'
  list: string
  wish: KeptReport
  /** What stands there instead where a count finds any: sums of a column that some rows lack would say too little. */
  instead?: { found: ReportWish; name: 'salesWithVat'; wish: KeptReport }
}

const lastYear = { column: 'issuedOn', is: 'last-days', value: 365 } as const
const invoiced = (column: 'net' | 'amount'): KeptReport => ({
  filter: lastYear,
  groups: [{ column: 'issuedOn', by: 'month' }],
  measures: [{ of: 'sum', column }, { of: 'count' }],
  chart: 'bar',
})

/** What everybody finds on the dashboard whose duty reads it; what one keeps there oneself comes after. */
export const tiles: readonly Tile[] = [
  {
    name: 'pipeline',
    list: 'opportunities',
    wish: {
      filter: { column: 'state', is: 'is', value: ['open'] },
      groups: [{ column: 'stage' }, { column: 'pipeline' }],
      measures: [{ of: 'sum', column: 'value' }, { of: 'count' }],
      chart: 'bar',
    },
  },
  {
    name: 'sales',
    list: 'invoices',
    wish: invoiced('net'),
    // S5.11: what was made elsewhere may come as one sum.
    instead: {
      found: { filter: { all: [lastYear, { column: 'net', is: 'empty' }] }, groups: [], measures: [{ of: 'count' }] },
      name: 'salesWithVat',
      wish: invoiced('amount'),
    },
  },
  {
    name: 'overdue',
    list: 'invoices',
    wish: {
      filter: { column: 'standing', is: 'is', value: ['overdue', 'collection'] },
      groups: [{ column: 'company' }],
      measures: [{ of: 'sum', column: 'open' }, { of: 'count' }],
      order: 'greatest',
      chart: 'bar',
    },
  },
  {
    name: 'complaints',
    list: 'complaints',
    wish: { groups: [{ column: 'product' }], measures: [{ of: 'count' }], order: 'greatest', chart: 'bar' },
  },
  {
    name: 'enquiries',
    list: 'enquiries',
    wish: {
      filter: { column: 'receivedAt', is: 'last-days', value: 365 },
      groups: [{ column: 'receivedAt', by: 'month' }, { column: 'state' }],
      measures: [{ of: 'count' }],
      chart: 'bar',
    },
  },
  {
    name: 'customers',
    list: 'companies',
    wish: {
      filter: { column: 'createdAt', is: 'last-days', value: 730 },
      groups: [{ column: 'createdAt', by: 'quarter' }],
      measures: [{ of: 'count' }],
      chart: 'line',
    },
  },
]

/** Whether this duty sees every column that a report asks for. */
export function canAsk({ columns }: List, { groups, measures }: KeptReport): boolean {
  const known = new Set(columns.map(({ id }) => id))
  return [...groups.map(({ column }) => column), ...measures.flatMap(({ column }) => column ?? [])].every((id) =>
    known.has(id),
  )
}

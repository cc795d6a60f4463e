export interface InvoicingTables {
  'register.number_series': { group_company: string; kind: string; prefix: string; first: number; next: number }
}

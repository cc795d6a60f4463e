export interface ExchangeTables {
  'register.import_run': {
    id: string
    at: Date
    by: string
    source: string
    statement_version: number
    lines: number
    people: number
    companies: number
    held: number
    refused: number
  }
}

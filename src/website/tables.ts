export interface WebsiteTables {
  'register.cookie_receipt': {
    id: string
    state: 'given' | 'refused' | 'withdrawn'
    way: 'banner' | 'chooser' | 'embed' | 'no-script'
    allowed: string[]
    refused: string[]
    language: string
    statement_version: number
    catalogue_hash: string
    words_hash: string
    gpc: boolean
    follows: string | null
    at: Date
    ends_at: Date
  }
}

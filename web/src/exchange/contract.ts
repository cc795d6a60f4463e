export interface FileColumns {
  header: string[]
  encoding: string
  delimiter: string
  lines: number
  sample: string[][]
  /** For each column what it probably fills. */
  columns: (string | null)[]
  targets: { id: string; label: string }[]
}

export interface Outcome {
  line: number
  result: 'added' | 'held' | 'refused'
  person?: 'added' | 'held'
  company?: 'added' | 'held'
  personId?: string
  companyId?: string
  code?: string
  said?: string
}

export interface Tally {
  lines: number
  people: number
  companies: number
  held: number
  refused: number
}

export interface Imported {
  outcomes: Outcome[]
  tally: Tally
}

export interface ImportRun extends Tally {
  id: string
  at: string
  by: string
  source: string
}

export interface FileColumns {
  id: string
  kind: 'csv' | 'xlsx' | 'vcard'
  /** People and companies, or one of the other kinds of record. */
  holds: string
  encoding: string
  header: string[]
  sample: string[][]
  /** For each column what it probably fills. */
  columns: (string | null)[]
  /** Whether a file with this very header was imported before. */
  isKnown: boolean
  kept: { personKey: string; companyKey: string; overwrite: Record<string, Overwrite>; source: string } | null
  targets: { id: string; label: string }[]
  /** Columns without which no line can be taken. */
  needed: string[]
  /** S6.1: what says something of people is imported with its source. */
  needsSource: boolean
  /** Fields of the statement that may tell who is who. */
  keys: { id: string; subject: 'person' | 'organisation'; label: string }[]
}

export type Overwrite = 'never' | 'if-empty' | 'always'
export type Fate = 'created' | 'updated' | 'unchanged' | 'refused' | 'erased' | 'suppressed' | 'left'
export type ImportState =
  | 'kept'
  | 'reading'
  | 'tried'
  | 'running'
  | 'finished'
  | 'cancelled'
  | 'failed'
  | 'undoing'
  | 'undone'

export interface ImportRun {
  id: string
  at: string
  source: string
  state: ImportState
  lines: number
  holds: string
  made: number
  people: number
  companies: number
  updated: number
  held: number
  refused: number
  notices: number
  readLines: number
  takenLines: number
  fault: string | null
  isOwn?: boolean
}

export interface ImportNow extends ImportRun {
  hasFile: boolean
  counts: { state: string; outcome: string | null; suppressed: boolean; lines: number }[]
}

export interface LineShown {
  line: number
  code: string | null
  said: string | null
  company: string | null
  person: string | null
  personId: string | null
  companyId: string | null
  /** What a line of another kind says in a few words, and what it made. */
  shown: string | null
  recordId: string | null
}

export const peopleAndCompanies = 'people-and-companies'

/** How many lines met, or would meet, one fate. */
export function linesOf({ counts }: Pick<ImportNow, 'counts'>, fate: Fate): number {
  const isOf: Record<Fate, (one: ImportNow['counts'][number]) => boolean> = {
    created: ({ state, outcome }) => ['waiting', 'taken'].includes(state) && outcome === 'created',
    updated: ({ state, outcome }) => ['waiting', 'taken'].includes(state) && outcome === 'updated',
    unchanged: ({ state, outcome }) => ['waiting', 'taken'].includes(state) && outcome === 'unchanged',
    refused: ({ state }) => state === 'refused',
    erased: ({ state }) => state === 'erased',
    left: ({ state }) => state === 'left',
    suppressed: ({ suppressed }) => suppressed,
  }
  return counts.filter(isOf[fate]).reduce((sum, { lines }) => sum + lines, 0)
}

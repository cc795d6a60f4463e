import type { Language } from '#platform/language'
import type { Target } from './column.ts'

/** Whether a value of the file takes the place of one that is held. A list of addresses or numbers is only ever added to. */
export type Overwrite = 'never' | 'if-empty' | 'always'

/** How a file is to be imported: ids of fields and of a source, and nothing of anybody. */
export interface ImportSettings {
  columns: (Target | null)[]
  source: string
  sourceNote?: string | undefined
  asOf?: string | undefined
  groupCompany?: string | undefined
  /** Which field tells that a person is held already: `person.email`, or one that the statement added. */
  personKey: string
  /** The same of companies: `org.businessId` (by name where a line has none), or one that the statement added. */
  companyKey: string
  /** For fields that are not named: `if-empty`. */
  overwrite: Record<string, Overwrite>
  /** Of people who have not been told, so many are told a day; absent: each as its own deadline asks. */
  noticesADay?: number | undefined
  /** The language of whoever began the trial: what the file leaves unnamed is named in it. */
  language?: Language | undefined
}

export function overwriteOf({ overwrite }: Pick<ImportSettings, 'overwrite'>, field: string): Overwrite {
  return overwrite[field] ?? 'if-empty'
}

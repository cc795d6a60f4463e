import type { Language } from '#platform/language'
import type { Paper, Published, TableMap } from '#statement'
import type { Gathered } from './gather.ts'

export interface PackageWish {
  gathered: Gathered
  published: Published
  maps: readonly TableMap[]
  language: Language
  reference: string
  madeAt: Date
  /** Places of strangers that the desk left uncovered, as `place#n`. */
  shown: readonly string[]
  /** Words that the desk covered besides. */
  coveredWords: readonly string[]
}

/** The same package as paper and as data. */
export interface Package {
  paper: Paper
  machine: Record<string, unknown>
}

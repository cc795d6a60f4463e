import type { Generated, JSONColumnType } from 'kysely'
import type { Language, Said } from '#platform/language'
import type { PaperKind } from './paper.ts'

/** Standing words below the lines of each kind of paper; `foot` stands at the foot of all. */
export type StandingWords = Partial<Record<PaperKind | 'foot', Partial<Said>>>

export interface PaperTables {
  'register.paper_setting': {
    group_company: string
    logo: Buffer | null
    logo_type: 'image/png' | 'image/svg+xml' | null
    words: JSONColumnType<StandingWords, string | undefined, string>
    changed_by: string
    changed_at: Date
    revision: Generated<number>
  }
  'register.paper_sent': {
    id: string
    group_company: string
    organisation_id: string | null
    person_id: string | null
    sent_to: string | null
    paper: PaperKind
    document_id: string
    number: string
    language: Language
    entered_by: string
    entered_at: Date
    held_at: Date | null
  }
}

import type { Generated, JSONColumnType } from 'kysely'
import type { Language, Said } from '#platform/language'
import type { PaperState } from './outbox.ts'
import type { PaperKind } from './paper.ts'
import type { DocumentKind } from './paper-of.view.ts'
import type { PaperRecipient } from './recipients-of-paper.view.ts'

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
    /** Words of an activity: null where whoever sent it keeps none. */
    paper: PaperKind | null
    document: DocumentKind
    document_id: string
    number: string | null
    language: Language | null
    recipient: PaperRecipient['to']
    message: string | null
    duty: string
    state: Generated<PaperState>
    fault: string | null
    attempts: Generated<number>
    not_before: Date | null
    fenced_at: Date | null
    settled_at: Date | null
    entered_by: string
    entered_at: Date
    held_at: Date | null
  }
}

import type { Generated, JSONColumnType } from 'kysely'
import type { Day } from '#platform/finnish-calendar'
import type { QuoteRequestState } from './quote-request.ts'
import type { WishedLine } from './wished-lines.ts'

export interface QuoteRequestTables {
  'register.quote_request': {
    id: string
    group_company: string
    organisation_id: string | null
    person_id: string | null
    contact_person_id: string | null
    enquiry_id: string | null
    opportunity_id: string | null
    state: QuoteRequestState
    title: string
    wish: string | null
    lines: JSONColumnType<WishedLine[], string, string>
    answer_by: Day | null
    wanted_on: Day | null
    buyer_reference: string | null
    owner: string
    settled_on: Day | null
    reason: string | null
    source: string
    source_note: string | null
    binned_at: Generated<Date | null>
    binned_by: Generated<string | null>
    entered_by: string
    entered_at: Date
    held_at: Date | null
    revision: Generated<number>
  }
}

import type { Generated } from 'kysely'
import type { Day } from '#platform/finnish-calendar'

export interface LetterTables {
  'register.print_run': {
    id: string
    campaign_id: string
    made_at: Date
    made_by: string
    processor: string | null
    sides: number
    letters: Generated<number>
    taken_out: Generated<number>
    posted_on: Day | null
    posted_by: string | null
  }
}

import type { Generated } from 'kysely'
import type { LostReason, StageKind } from './opportunity.ts'

interface Named {
  id: string
  name_fi: string
  name_sv: string | null
  name_en: string | null
  position: number
}

export interface OpportunityTables {
  'register.pipeline': Named & { retired_at: Date | null; revision: Generated<number> }
  'register.pipeline_stage': Named & { pipeline_id: string; probability: number; kind: StageKind }
  'register.opportunity': {
    id: string
    group_company: string
    organisation_id: string | null
    person_id: string | null
    contact_person_id: string | null
    pipeline_id: string
    stage_id: string
    state: StageKind
    title: string
    value_cents: number | null
    probability: number | null
    expected_close: string | null
    next_step: string | null
    lost_reason: LostReason | null
    lost_note: string | null
    owner: string
    enquiry_id: string | null
    stage_since: Date
    closed_on: string | null
    binned_at: Date | null
    binned_by: string | null
    entered_by: string
    entered_at: Date
    held_at: Date | null
    revision: Generated<number>
  }
}

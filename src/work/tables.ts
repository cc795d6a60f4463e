import type { ColumnType, Generated } from 'kysely'
import type { RegisterTables } from '#register'

interface OfParty {
  id: string
  group_company: string
  organisation_id: string | null
  person_id: string | null
  subject_kind: string | null
  subject_id: string | null
  at: Date
  entered_by: string
  entered_at: Date
  revision: Generated<number>
}

export type Repeats = 'day' | 'week' | 'month' | 'year'
export type ActivityKind = 'call' | 'meeting' | 'visit'
export type ActivityState = 'planned' | 'done' | 'cancelled'

export interface WorkTables {
  'register.task': OfParty & {
    title: string
    text: string | null
    assigned_to: string
    due_on: string | null
    due_time: string | null
    remind_at: Date | null
    reminded_at: Date | null
    repeats: Repeats | null
    /** Of the month, 29 to 31, where a short month moved the day it is due. */
    repeat_day: number | null
    done_at: Date | null
    done_by: string | null
  }
  'register.note': OfParty & { text: string; mentions: string[]; changed_at: Date | null }
  'register.activity': OfParty & {
    kind: ActivityKind
    state: ActivityState
    title: string
    text: string | null
    minutes: number | null
    people: string[]
    staff: string[]
  }
  'register.document': OfParty & { name: string; versions: number }
  'register.document_version': {
    id: string
    document_id: string
    nth: number
    file_name: string
    media_type: string
    bytes: number
    sha256: string
    entered_by: string
    entered_at: Date
  }
  'register.document_piece': { version_id: string; nth: number; content: Buffer }
  'register.notification': {
    id: string
    staff: string
    kind: string
    organisation_id: string | null
    person_id: string | null
    subject_kind: string | null
    subject_id: string | null
    by: string
    at: Date
    seen_at: Date | null
  }
  'register.work_rule': {
    id: string
    name: string
    duty: string
    made_by: string
    made_at: Date
    starts: string
    asked: ColumnType<Record<string, unknown>, string, string>
    does: 'assign' | 'task' | 'notify'
    wish: ColumnType<Record<string, unknown>, string, string>
    since: Date
    paused_at: Date | null
    revision: Generated<number>
  }
  'register.work_rule_run': {
    id: string
    rule_id: string
    subject_id: string
    organisation_id: string | null
    person_id: string | null
    occasion: string
    outcome: string
    at: Date
  }
  'register.seen_lately': {
    id: string
    staff: string
    kind: string
    record_id: string
    organisation_id: string | null
    person_id: string | null
    at: Date
  }
  'register.work_wish': {
    staff: string
    reminder_mail: Generated<boolean>
    feed_digest: Buffer | null
    feed_duty: string | null
    feed_names: Generated<boolean>
    feed_made_at: Date | null
  }
}

/** Work's own tables, and those that say whom it is about. */
export type WorkReach = WorkTables & RegisterTables

import type { Generated } from 'kysely'

export interface ListsTables {
  'register.saved_view': {
    id: string
    list: string
    kind: 'view' | 'report'
    name: string
    wish: unknown
    owner: string
    shared: 'own' | 'duty' | 'everyone'
    duty: string | null
    changed_at: Date
    revision: Generated<number>
  }
  'register.saved_view_place': {
    staff: string
    view_id: string
    place: 'first' | 'tab' | 'dashboard'
  }
  'register.bulk_edit': {
    id: string
    list: string
    column_id: string
    field: string
    value: unknown
    source: unknown
    by: string
    duty: string
    purpose: string
    at: Date
    state: 'running' | 'done' | 'undoing' | 'undone'
    finished_at: Date | null
  }
  'register.bulk_edit_row': {
    bulk_edit_id: string
    row_id: string
    person_id: string | null
    duty: string
    field: string
    revision: number | null
    old_value: unknown
    state: 'waiting' | 'changed' | 'same' | 'refused' | 'restored' | 'kept'
    code: string | null
  }
}

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
}

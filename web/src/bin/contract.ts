export interface Binned {
  id: string
  kind: string
  title: string | null
  party: string | null
  at: string
  by: string
  byName: string | null
  daysLeft: number
  mayDestroy: boolean
}

export interface BinPage {
  items: Binned[]
  next: string | null
  days: number
  kinds: string[]
  deleters: { id: string; name: string }[]
  me: string
}

export interface BinFilter {
  kinds?: string | undefined
  by?: string | undefined
  days?: string | undefined
}

export interface ClassDue {
  class: string
  label: string
  rule: string
  count: number
  first: string | null
}

export interface PersonDue {
  id: string
  name: string
  class: string
  until: string
}

export interface Ending {
  id: string
  companyId: string | null
  company: string | null
  personId: string | null
  state: string
  lastActivityOn: string
}

export interface Run {
  at: string
  version: number
  counts: Record<string, number>
}

export interface Retention {
  today: string
  by: string
  classes: ClassDue[]
  people: PersonDue[]
  ending: Ending[]
  runs: Run[]
}

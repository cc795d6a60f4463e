export interface ClassDue {
  class: string
  label: string
  rule: string
  count: number
  first: string | null
  /** Past its time and kept, because the use of somebody's data is restricted. */
  kept: number
}

export interface PersonDue {
  id: string
  name: string
  class: string
  until: string
}

/** Whose time waits because the use of their data is restricted (Art. 18). */
export interface PersonKept extends PersonDue {
  restrictedSince: string
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
  kept: PersonKept[]
  ending: Ending[]
  runs: Run[]
}

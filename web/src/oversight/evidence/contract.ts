export interface Proof {
  id: string
  clause: string
  section: number
  kind: 'live' | 'prose'
  ok: boolean
  /** What the statement in force says under the clause, where it is there. */
  said: string | null
  control: string
  detail: string
  last: string | null
}

export interface Evidence {
  at: string
  sections: { number: number; title: string }[]
  checks: Proof[]
}

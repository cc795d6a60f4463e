/** What happened, or would happen, to one line of a file. */
export interface Outcome {
  line: number
  /** `added`: a person or a company came into the register; `held`: both were there; `refused`: nothing was stored. */
  result: 'added' | 'held' | 'refused'
  person?: 'added' | 'held'
  company?: 'added' | 'held'
  /** The person or company, where the register has it. */
  personId?: string
  companyId?: string
  /** Why nothing was stored. */
  code?: string
  field?: string
  clause?: string
}

/** How many lines met which fate. */
export interface Tally {
  lines: number
  people: number
  companies: number
  held: number
  refused: number
}

export function tallyOf(outcomes: readonly Outcome[]): Tally {
  const count = (holds: (one: Outcome) => boolean) => outcomes.filter(holds).length
  return {
    lines: outcomes.length,
    people: count(({ person }) => person === 'added'),
    companies: count(({ company }) => company === 'added'),
    held: count(({ result }) => result === 'held'),
    refused: count(({ result }) => result === 'refused'),
  }
}
